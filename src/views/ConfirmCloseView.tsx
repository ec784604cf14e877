import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/text.js';

interface ConfirmCloseViewProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before what was typed is lost. It lies over the form, which stays as it is. */
export function ConfirmCloseView({ onKeep, onDiscard }: ConfirmCloseViewProps): ReactNode {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // Before the dialog leaves the page: afterwards nobody would give the focus back.
  useLayoutEffect(() => {
    const box = dialog.current;
    const page = box?.getRootNode() as Document | ShadowRoot | undefined;
    const before = page?.activeElement;
    // jsdom and a few old browsers know the element without its methods.
    if (box?.showModal && !box.open) box.showModal();
    return () => {
      box?.close?.();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="hub-dialog"
      part="dialog"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onCancel={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <h3 id={`${id}title`} className="hub-message-title">
        {text('leave.title')}
      </h3>
      <p id={`${id}text`} className="hub-message-text">
        {text('leave.text')}
      </p>
      <div className="hub-actions">
        <Button kind="primary" onClick={onKeep}>
          {text('action.keepEditing')}
        </Button>
        <Button onClick={onDiscard}>{text('action.discard')}</Button>
      </div>
    </dialog>
  );
}
