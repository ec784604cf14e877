/**
 * The messages between the hub's page and the server's sign-in pages. None of them decides anything: a page gets
 * the verifier that only this page holds, or this page learns that there is news to ask the server about.
 */
import { NAMESPACE } from '../frame/protocol.js';
import { hearReturnPage as hearIt } from '../frame/returnPage.js';

interface Message {
  readonly ns: typeof NAMESPACE;
  readonly t: string;
  readonly id: string;
}

export interface HandshakeOptions {
  readonly attemptId: string;
  /** The sign-in pages' origin. */
  readonly origin: string;
  readonly verifier: string;
}

/**
 * Answers the start page's question for the verifier: to that page's origin alone, whatever window it is in, for a
 * window that a link opened is one that we never had a handle on.
 *
 * @returns how to stop listening.
 */
export function answerStartPage({ attemptId, origin, verifier }: HandshakeOptions): () => void {
  const listen = ({ origin: from, source, data }: MessageEvent) => {
    if (from !== origin || !isMessage(data, attemptId) || data.t !== 'start-ready') return;
    (source as Window | null)?.postMessage({ ns: NAMESPACE, t: 'verifier', id: attemptId, verifier }, origin);
  };
  window.addEventListener('message', listen);
  return () => window.removeEventListener('message', listen);
}

/** See {@link hearIt}; browsers without the channel have no such way back. */
export const hearReturnPage: typeof hearIt = (attemptId, confirm) =>
  typeof BroadcastChannel === 'undefined' ? () => undefined : hearIt(attemptId, confirm);

const isMessage = (data: unknown, attemptId: string): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  Object.hasOwn(data, 'ns') &&
  (data as Message).ns === NAMESPACE &&
  (data as Message).id === attemptId;
