import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { HubTarget } from '../session.js';
import type { Settings } from '../settings.js';

interface HubStageProps {
  /** A dialog that brings its own is none of this page's. */
  readonly opensIn: Settings['opensIn'] | 'itself';
  readonly target: HubTarget;
  readonly onGone: () => void;
  readonly children: ReactNode;
}

/** Where the hub stands: in a dialog over the page, or in the page. */
export function HubStage({ opensIn, target, onGone, children }: HubStageProps): ReactNode {
  if (opensIn === 'itself') return children;
  if (opensIn === 'page') return <InPage>{children}</InPage>;
  const label = target.kind === 'edit' ? `Edit ${target.name}` : 'Connect an account';
  return (
    <HubDialog label={label} onGone={onGone}>
      {children}
    </HubDialog>
  );
}

/** Brought into view, as whoever opened it may have been further down the page. */
function InPage({ children }: { readonly children: ReactNode }): ReactNode {
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={stage} className="pg-stage" tabIndex={-1}>
      {children}
    </div>
  );
}

interface HubDialogProps {
  readonly label: string;
  readonly onGone: () => void;
  readonly children: ReactNode;
}

/** A click beside it does not close it: what was typed would be lost. */
function HubDialog({ label, onGone, children }: HubDialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  // In a layout effect, because its end comes before the element goes: closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="pg-dialog"
      aria-label={label}
      onClose={(event) => {
        // The event comes later than the closing, and StrictMode has opened it again by then.
        if (!event.currentTarget.open) onGone();
      }}
    >
      {children}
    </dialog>
  );
}
