/** Pages in frames, as much of them as a page can see of what is around it. */
import { vi } from 'vitest';

/** A frame's sandbox, `null` without one; or a frame in somebody else's page, which shows nothing. */
type Frame = string | null;

const FOREIGN = 'foreign';

const refuse = (): never => {
  throw new DOMException('Blocked a frame from accessing a cross-origin frame.', 'SecurityError');
};

/** A page in frames, the innermost first. */
export function framed(...[sandbox, ...outer]: readonly (Frame | undefined)[]): Window {
  if (sandbox === undefined) return topOf();
  const parent = framed(...outer);
  if (sandbox === FOREIGN) {
    // From a page of its own site a foreign frame reads as none; from one further in it cannot be read at all.
    return { parent, frameElement: null } as unknown as Window;
  }
  const frame = document.createElement('iframe');
  if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
  return { parent, frameElement: frame } as unknown as Window;
}

function topOf(): Window {
  const view = {
    get frameElement() {
      return refuse();
    },
  };
  return Object.assign(view, { parent: view }) as unknown as Window;
}

/** Puts the test's own page into frames, for the time of the test. */
export function putIntoFrames(...frames: readonly Frame[]): void {
  const { parent, frameElement } = framed(...frames);
  vi.spyOn(window, 'parent', 'get').mockReturnValue(parent);
  vi.spyOn(window, 'frameElement', 'get').mockReturnValue(frameElement);
}

/** The browser calls itself this, for the time of the test. */
export function callBrowser(userAgent: string): void {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
}
