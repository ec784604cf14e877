import { listen } from '../frame/listen.js';
import { element } from './elements.js';
import { type Place, putInto } from './place.js';
import { lockScroll } from './scrollLock.js';

interface Modal {
  readonly dialog: HTMLDialogElement;
  /** What had the focus before. */
  before: Element | null;
}

/** The dialogs that are open, the newest last. */
const modals: Modal[] = [];

/**
 * A dialog over the page: the browser makes what is behind it inert. It does not close by itself: `onAsk` hears that
 * the user wants it to.
 */
export function modalPlace(onAsk: () => void): Place {
  // The focus begins here and goes into the frame once there is something to see: a page that is still loading would
  // swallow Escape.
  const dialog = element('dialog', { className: 'box', tabIndex: -1, autofocus: true });
  const modal: Modal = { dialog, before: focused() };
  const host = putInto(document.body, dialog);
  const unlock = lockScroll();
  const ask = (event: Event): void => {
    event.preventDefault();
    onAsk();
  };
  // Outside of the dialog is its backdrop.
  listen(dialog, 'click', (event: MouseEvent) => event.target === dialog && ask(event));
  listen(dialog, 'keydown', (event: KeyboardEvent) => event.key === 'Escape' && ask(event));
  // A phone's way back.
  listen(dialog, 'cancel', ask);
  // Browsers let nobody keep a dialog open forever; what is typed in it should be asked about all the same.
  listen(dialog, 'close', (event: Event) => {
    if (!host.isConnected) return;
    dialog.showModal();
    ask(event);
  });
  dialog.showModal();
  modals.push(modal);

  return {
    host,
    box: dialog,
    enter: (frame) => modals.at(-1) === modal && frame.focus(),
    remove() {
      const wasNewest = modals.at(-1) === modal;
      modals.splice(modals.indexOf(modal), 1);
      host.remove();
      unlock();
      // A dialog that was opened out of this one goes back to where this one came from.
      for (const other of modals) if (dialog.contains(other.before)) other.before = modal.before;
      if (wasNewest) (modal.before as HTMLElement | null)?.focus({ preventScroll: true });
    },
  };
}

/** What has the focus, in whatever shadow. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}
