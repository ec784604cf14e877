import { createHostSide, type HostSideOptions } from '../frame/hostSide.js';
import { listen } from '../frame/listen.js';
import { element } from './elements.js';

/** How long a page in the frame may take to say that it is there. */
const PATIENCE = 10_000;

export interface FrameOptions extends Omit<HostSideOptions, 'frame' | 'origin' | 'onReady'> {
  /** The hosted page. */
  readonly page: URL;
  /** No hosted page says that it is there. */
  readonly onSilent: () => void;
}

/**
 * The hosted page in a frame, and the channel to it.
 *
 * @returns the frame, and how to take it away.
 */
export function createFrame({
  page,
  onSilent,
  ...on
}: FrameOptions): readonly [HTMLIFrameElement, stop: () => void] {
  const frame = element('iframe', {
    allow: 'clipboard-write',
    referrerPolicy: 'strict-origin',
    src: page.href,
  });
  // It may do all that a sign-in takes, and nothing to the page around it. The provider's window inherits none of this.
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox',
  );

  let timer = setTimeout(onSilent, PATIENCE);
  // A page that was loaded has said that it is there, or will, in either order. One that never does is another page.
  let unmatched: 'ready' | 'load' | undefined;
  const came = (what: 'ready' | 'load'): void => {
    clearTimeout(timer);
    unmatched = unmatched && unmatched !== what ? undefined : what;
    if (unmatched === 'load') timer = setTimeout(onSilent, PATIENCE);
  };
  listen(frame, 'load', () => came('load'));
  const stop = createHostSide({
    ...on,
    frame: () => frame.contentWindow,
    origin: page.origin,
    onReady: () => came('ready'),
  });
  return [
    frame,
    () => {
      clearTimeout(timer);
      stop();
      frame.remove();
    },
  ];
}
