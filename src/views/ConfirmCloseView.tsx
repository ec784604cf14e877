import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/text.js';

interface ConfirmCloseViewProps {
  readonly text: string;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before what was typed is lost. It lies over the form, which stays as it is. */
export function ConfirmCloseView({ text: question, onKeep, onDiscard }: ConfirmCloseViewProps): ReactNode {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // jsdom and a few old browsers know the element without its methods.
    const box = dialog.current;
    if (box?.showModal && !box.open) box.showModal();
    return () => box?.close?.();
  }, []);
  return (
    <dialog
      ref={dialog}
      role="alertdialog"
      className="hub-dialog"
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
        {question}
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
