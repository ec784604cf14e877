/** Hubs that come and go on one page, their API in the same page: what they leave behind is all that differs. */
import type { HubOptions } from '../../../src/index.js';
import { createSandbox } from '../../../src/sandbox.js';

/** Puts a hub into a place, and gives what takes it away again. */
export interface Door {
  readonly mount: (place: HTMLElement, options: HubOptions) => () => void;
  /** Where what is drawn can be found. */
  readonly drawnIn: (place: HTMLElement) => ParentNode & Node;
}

declare global {
  /** Mounts a hub and takes it away, so many times; for the test. */
  var playRounds: (count: number) => Promise<void>;
  /** Mounts a hub, to be looked at. */
  var showHub: (options: Pick<HubOptions, 'token' | 'theme'>) => void;
}

type Root = ParentNode & Node;

/** What a user does between the two, in turn. */
const VISITS: readonly { readonly token: string; readonly act: (root: Root) => Promise<unknown> }[] = [
  { token: 'sandbox:categories', act: async () => undefined },
  { token: 'sandbox:categories', act: (root) => found(root, '[role=option]') },
  {
    token: 'sandbox:categories',
    async act(root) {
      await found(root, '[role=option]');
      type(await found(root, '[role=combobox]'), 'bamboo');
      await found(root, '[role=option][aria-setsize="1"]');
    },
  },
  {
    token: 'sandbox:single',
    async act(root) {
      type(await found(root, 'input:not([type=password])'), 'acme');
      (await found(root, 'button[title=Close]')).click();
      await found(root, '[role=alertdialog]');
    },
  },
];

export function serveRounds({ mount, drawnIn }: Door): void {
  const show = (place: HTMLElement, options: HubOptions): (() => void) => {
    const sandbox = createSandbox();
    document.body.append(place);
    return mount(place, {
      ...options,
      baseUrl: 'http://sandbox.localhost',
      fetch: (input, init) => sandbox.fetch(new Request(input, init)),
      onClose: () => undefined,
    });
  };
  globalThis.showHub = (options) => {
    const place = document.createElement('div');
    place.id = 'place';
    show(place, options);
  };
  globalThis.playRounds = async (count) => {
    for (let round = 0; round < count; round++) {
      const { token, act } = VISITS[round % VISITS.length] as (typeof VISITS)[number];
      const place = document.createElement('div');
      const takeAway = show(place, { token });
      await act(drawnIn(place));
      takeAway();
      place.remove();
      await nextTask();
    }
  };
  document.documentElement.dataset['ready'] = '';
}

const nextTask = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

/** What a selector finds, as soon as it does. */
function found(root: Root, selector: string): Promise<HTMLElement> {
  return new Promise((resolve) => {
    const look = () => {
      const element = root.querySelector<HTMLElement>(selector);
      if (!element) return;
      watcher.disconnect();
      resolve(element);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(root, { subtree: true, childList: true, attributes: true });
    look();
  });
}

/** As a key would: React compares with what it set itself. */
function type(input: HTMLElement, text: string): void {
  const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  value?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}
