import { isHostMessage, isInit } from './guards.js';
import { listen } from './listen.js';
import { type HostMessage, NAMESPACE, type PageMessage, type Ready, VERSIONS } from './protocol.js';

export interface PageSideOptions {
  /** The page around this one. */
  readonly parent: Window;
  /** The origins whose pages may be around this one, exactly. */
  readonly origins: readonly string[];
  readonly onMessage: (message: HostMessage) => void;
  /** The page around this one may not be: its origin. Told once. */
  readonly onRefused: (origin: string) => void;
  /** The page around this one speaks no version that this code does: the one it named. Told once. */
  readonly onVersion: (version: number) => void;
}

/** The hosted page's side of the channel. */
export interface PageSide {
  /** To the host's page; dropped where there is none yet. */
  readonly send: (message: PageMessage) => void;
}

const ready: Ready = { ns: NAMESPACE, t: 'ready', v: VERSIONS };

/** Says that the page is there, and cannot show the hub: there is nothing to listen to. */
export function sayProblem(parent: Window): void {
  parent.postMessage({ ...ready, problem: true } satisfies Ready, '*');
}

/** Says that the page is there, and takes the first answer that holds. See protocol.ts. */
export function createPageSide({ parent, origins, ...on }: PageSideOptions): PageSide {
  let port: MessagePort | undefined;
  let problem = false;

  const refuse = (tell: () => void): void => {
    if (problem) return;
    problem = true;
    tell();
  };
  const hear = ({ source, origin, data, ports }: MessageEvent): void => {
    if (source !== parent || !isInit(data)) return;
    if (!origins.includes(origin)) {
      return refuse(() => {
        on.onRefused(origin);
        sayProblem(parent);
      });
    }
    if (!VERSIONS.includes(data.v)) return refuse(() => on.onVersion(data.v));
    const [end, ...more] = ports;
    if (!end || more.length > 0) return;
    stop();
    port = end;
    listen(end, 'message', (message: MessageEvent) => {
      if (isHostMessage(message.data)) on.onMessage(message.data);
    });
    end.start();
  };
  const stop = listen(window, 'message', hear);
  parent.postMessage(ready, '*');

  return { send: (message) => port?.postMessage(message) };
}
