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
 * Opens the window in the click itself: browsers that think the user did not ask for it keep it shut. The name is
 * new each time, for a name that is taken would reuse somebody else's window.
 *
 * @returns its handle, a hint at most: `null` and `closed` are also what a window looks like that was cut off.
 */
export function openSignInWindow({ url = '', words, lang }: WindowOptions): Window | null {
  const left = Math.round(window.screenX + (window.outerWidth - WIDTH) / 2);
  const top = Math.round(window.screenY + (window.outerHeight - HEIGHT) / 2);
  const name = `hub${Math.random().toString(36).slice(2)}`;
  const opened = window.open(url, name, `popup,width=${WIDTH},height=${HEIGHT},left=${left},top=${top}`);
  // Some blockers answer with a window that is closed already.
  if (!opened || opened.closed) return null;
  if (!url) paint(opened, words, lang);
  return opened;
}

/** Something to read until the provider's page is there. */
function paint(opened: Window, words: string, lang: string): void {
  try {
    const { document } = opened;
    document.title = words;
    document.documentElement.lang = lang;
    const line = document.createElement('p');
    line.textContent = words;
    line.style.cssText = 'font: 16px system-ui, sans-serif; margin: 40vh auto 0; text-align: center';
    document.body.append(line);
  } catch {
    // A window that cannot be written to shows its blank page.
  }
}
