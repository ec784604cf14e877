import { isPageMessage, isReady } from './guards.js';
import { listen } from './listen.js';
import { type FromPage, type HostMessage, type Init, NAMESPACE, NEWEST, VERSIONS } from './protocol.js';

/** To the page that is there now; to nobody once another has taken its place. */
export type Send = (message: HostMessage) => void;

/** What is done with each kind of message, and how that page is answered. */
export type Heard = { readonly [t in keyof FromPage]: (p: FromPage[t], send: Send) => void };

export interface HostSideOptions {
  /** The frame's window, as it is now. */
  readonly frame: () => Window | null;
  /** The hosted page's. */
  readonly origin: string;
  /** A hosted page says that it is there. */
  readonly onReady: () => void;
  /** It can be talked to, and is a new one each time: it knows nothing yet. */
  readonly onConnect: (send: Send) => void;
  readonly heard: Heard;
  /** It is there, but not for this page, or not for this code's version of the protocol; it says why. */
  readonly onRefused: () => void;
}

/**
 * Answers the hosted page in a frame, as often as it is loaded. See protocol.ts.
 *
 * @returns how to stop: nobody is heard any more, and nothing is sent.
 */
export function createHostSide({ frame, origin, ...on }: HostSideOptions): () => void {
  let port: MessagePort | undefined;

  const hear = ({ source, origin: from, data }: MessageEvent): void => {
    const page = frame();
    if (!page || source !== page || from !== origin || !isReady(data)) return;
    // Whatever was there before is gone.
    port?.close();
    on.onReady();
    if (Object.hasOwn(data, 'problem')) return on.onRefused();
    const common = VERSIONS.find((version) => data.v.includes(version));
    const init: Init = { ns: NAMESPACE, t: 'init', v: common ?? NEWEST };
    if (!common) {
      page.postMessage(init, origin);
      return on.onRefused();
    }
    const { port1, port2 } = new MessageChannel();
    const send: Send = (message) => port1.postMessage(message);
    listen(port1, 'message', ({ data: message }: MessageEvent) => {
      if (isPageMessage(message)) on.heard[message.t](message.p as never, send);
    });
    port1.start();
    port = port1;
    page.postMessage(init, origin, [port2]);
    on.onConnect(send);
  };
  const stop = listen(window, 'message', hear);

  return () => {
    stop();
    port?.close();
  };
}
