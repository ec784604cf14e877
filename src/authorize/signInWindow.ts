import { framing } from './frame.js';
import { isInAppBrowser } from './inAppBrowser.js';

const WIDTH = 560;
const HEIGHT = 720;

export interface WindowOptions {
  /** The server's opening page; without one the window is blank until it is sent on. */
  readonly url: string | undefined;
  /** What a blank window shows meanwhile. */
  readonly words: string;
  /** The language of the words. */
  readonly lang: string;
}

/**
 * Why there is no window, as far as it can be known: the browser is one inside an app, which has none (`app`); the frame
 * around this page allows none (`frame`) or may not (`unknownFrame`); else the browser thinks that the user did not ask
 * for it (`blocker`). Or none was wanted, for the sign-in is in this very tab (`tab`).
 */
export type Hindrance = 'app' | 'frame' | 'unknownFrame' | 'blocker' | 'tab';

export interface Opening {
  /** The window's handle, a hint at most: `null` and `closed` are also what a window looks like that was cut off. */
  readonly opened: Window | null;
  readonly hindrance: Hindrance | undefined;
  /** There can be one all the same, that only the server sees. */
  readonly unseen: boolean;
}

/**
 * Opens the window in the click itself: browsers that think the user did not ask for it keep it shut. The name is
 * new each time, for a name that is taken would reuse somebody else's window.
 */
export function openSignInWindow({ url = '', words, lang }: WindowOptions): Opening {
  // Trying is no way to find out: some apps' browsers go there with this very page.
  if (framing() === 'top' && isInAppBrowser(navigator.userAgent)) return none('app');
  const left = Math.round(window.screenX + (window.outerWidth - WIDTH) / 2);
  const top = Math.round(window.screenY + (window.outerHeight - HEIGHT) / 2);
  const name = `hub${Math.random().toString(36).slice(2)}`;
  const features = `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`;
  const opened = window.open(url, name, features) as Window | null | undefined;
  // Some blockers answer with a window that is closed already.
  if (!opened || opened.closed) return withoutHold(opened);
  if (!url) paint(opened, words, lang);
  return { opened, hindrance: undefined, unseen: false };
}

/**
 * Whether the window can be brought to the front and closed. One that let go of its opener, as the server's pages do
 * before they go on to the provider, cannot: browsers refuse, and complain to whoever reads the console.
 */
export const isInReach = (opened: Window | null): opened is Window =>
  opened !== null && !opened.closed && opened.opener !== null;

/** Closes the window where this page still can; any other closes itself when it is done. */
export function closeSignInWindow(opened: Window | null): void {
  if (isInReach(opened)) opened.close();
}

const none = (hindrance: Hindrance, unseen = false): Opening => ({ opened: null, hindrance, unseen });

function withoutHold(opened: Window | null | undefined): Opening {
  const frame = framing();
  if (frame === 'allow-popups') return none('frame');
  // A frame that its own top page is cut off from is answered with null, and its window is there.
  if (frame === 'unknown') return none('unknownFrame', true);
  // A browser that knows windows answers with one or with null.
  if (frame === 'top' && opened === undefined) return none('app');
  return none('blocker', opened?.closed);
}

/** Something to read until the provider's page is there. */
function paint(opened: Window, words: string, lang: string): void {
  try {
    const { document } = opened;
    document.title = words;
    document.documentElement.lang = lang;
    const line = document.createElement('p');
    line.textContent = words;
    line.dir = 'auto';
    line.style.cssText = 'font: 16px system-ui, sans-serif; margin: 40vh auto 0; text-align: center';
    document.body.append(line);
  } catch {
    // A window that cannot be written to shows its blank page.
  }
}
