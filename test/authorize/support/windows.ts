/** The windows that a page opened, and a user who acts in them. */
import { vi } from 'vitest';

export interface FakeWindow {
  /** Where it was sent, one address after another; the first is where it was opened. */
  readonly urls: string[];
  closed: boolean;
  /** How often it was brought to the front. */
  shown: number;
  /** What it reads. */
  readonly document: Document;
}

export interface Windows {
  readonly opened: readonly FakeWindow[];
  /** From now on the browser keeps every window shut. */
  readonly block: () => void;
  /** From now on windows look closed from the first: there is no hold on them, if they are there. */
  readonly cutOff: () => void;
}

/** The browser's `window.open`, for the time of a test. */
export function fakeWindows(): Windows {
  const opened: FakeWindow[] = [];
  let blocked = false;
  let cutOff = false;
  vi.spyOn(window, 'open').mockImplementation((url) => {
    if (blocked) return null;
    const fake: FakeWindow = {
      urls: [String(url)],
      closed: cutOff,
      shown: 0,
      document: document.implementation.createHTMLDocument(),
    };
    opened.push(fake);
    return Object.assign(fake, {
      location: {
        replace: (to: string) => {
          if (!fake.closed) fake.urls.push(to);
        },
      },
      focus: () => {
        fake.shown += 1;
      },
      close: () => {
        fake.closed = true;
      },
    }) as unknown as Window;
  });
  return {
    opened,
    block: () => {
      blocked = true;
    },
    cutOff: () => {
      cutOff = true;
    },
  };
}

/** By which the server knows the attempt that a window is for: an id, or a nonce. */
export function attemptIn({ urls }: FakeWindow): { readonly id?: string; readonly nonce?: string } {
  const url = new URL(urls.at(-1) || 'about:blank');
  const id = url.searchParams.get('connection_attempt_id');
  const nonce = new URLSearchParams(url.hash.slice(1)).get('n');
  return { ...(id && { id }), ...(nonce && { nonce }) };
}
