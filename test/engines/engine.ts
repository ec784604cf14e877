import type { Stroke } from './input.js';

/** What the journeys ask of a browser, whichever protocol it speaks. */

/** A browser that runs. */
export interface Engine {
  readonly newUser: () => Promise<User>;
  readonly close: () => Promise<void>;
}

/** Somebody whose cookies and storage nobody else has. */
export interface User {
  readonly openWindow: () => Promise<BrowserWindow>;
  /** All of the user's that are open, those too that pages have opened. */
  readonly windows: () => Promise<readonly BrowserWindow[]>;
  /** Closes all windows, and forgets everything. */
  readonly leave: () => Promise<void>;
}

/** A tab, or a window of its own. */
export interface BrowserWindow extends View {
  readonly id: string;
  readonly goto: (url: string) => Promise<unknown>;
  /** What is to be seen of the page, as a PNG. */
  readonly picture: () => Promise<Buffer>;
}

/** The document that a window, or a frame in one, shows. */
export interface View {
  /** @returns what an expression of JavaScript gives in the end, as far as JSON can say it. */
  readonly read: (expression: string) => Promise<unknown>;
  /** What the frame shows that an expression gives. */
  readonly enter: (frame: string) => Promise<View>;
  /** Clicks into the middle of the element that an expression gives. */
  readonly click: (element: string) => Promise<unknown>;
  /** Types where the focus is, as it would be typed on a keyboard; WebDriver's own characters are keys that write nothing. */
  readonly type: (strokes: readonly Stroke[]) => Promise<unknown>;
}
