/** What happens around a page: time that passes, a network that is gone, a window that opens or does not. */
import { spyOn, waitFor, within } from 'storybook/test';

type BeforeEach = () => () => void;

const SOON = 20;
const wait = window.setTimeout.bind(window);

/** Waits of so many milliseconds, from `least` to `most`, are soon over: for what comes only after a while. */
export const withoutWaiting =
  (least: number, most = least): BeforeEach =>
  () => {
    const spy = spyOn(window, 'setTimeout').mockImplementation(((act: () => void, time = 0) =>
      wait(act, time >= least && time <= most ? SOON : time)) as typeof window.setTimeout);
    return () => spy.mockRestore();
  };

/** The browser knows that there is no network. */
export function goOffline(): void {
  spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  window.dispatchEvent(new Event('offline'));
}

/** For stories that go offline. */
export const backOnline: BeforeEach = () => () => {
  spyOn(navigator, 'onLine', 'get').mockRestore();
  window.dispatchEvent(new Event('online'));
};

/** What a popup blocker makes of a sign-in. */
export const windowsBlocked: BeforeEach = () => {
  const spy = spyOn(window, 'open').mockReturnValue(null);
  return () => spy.mockRestore();
};

const WINDOW = 'provider-window';

/** Windows open as frames at the end of the page: a browser would keep one shut that no real click opened. */
const windowsAsFrames =
  (hidden: boolean): BeforeEach =>
  () => {
    const spy = spyOn(window, 'open').mockImplementation((url) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, {
        className: WINDOW,
        title: 'The window of the provider',
        hidden,
        src: String(url),
      });
      closeProviderWindow();
      // As a window has it that was opened here, and has not let go of this page.
      const belong = () => frame.contentWindow && Object.assign(frame.contentWindow, { opener: window });
      frame.addEventListener('load', belong);
      document.body.append(frame);
      belong();
      return frame.contentWindow;
    });
    return () => {
      spy.mockRestore();
      closeProviderWindow();
    };
  };

export const windowsShown: BeforeEach = windowsAsFrames(false);
export const windowsElsewhere: BeforeEach = windowsAsFrames(true);

/** The user closes it, and is back at the page. */
export function closeProviderWindow(): void {
  document.querySelector(`.${WINDOW}`)?.remove();
  window.dispatchEvent(new Event('focus'));
}

/** What stands in the provider's window, once it asks. */
export async function providerWindow(): Promise<ReturnType<typeof within>> {
  const page = await waitFor(() => {
    const frame = document.querySelector<HTMLIFrameElement>(`.${WINDOW}`);
    const form = frame?.contentDocument?.querySelector('form:not([hidden])');
    if (!form) throw new Error('The provider has not asked yet.');
    return form.ownerDocument.body;
  });
  return within(page);
}
