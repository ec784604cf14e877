/**
 * The messages between the hub's page and the server's sign-in pages. None of them decides anything: a page gets
 * the verifier that only this page holds, or this page learns that there is news to ask the server about.
 */

/** What marks a message as ours. */
const NAMESPACE = 'hub';

interface Message {
  readonly ns: typeof NAMESPACE;
  readonly t: string;
  readonly id: string;
  readonly confirm?: unknown;
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

/**
 * Hears the return page, which is of this page's own origin: the way of hosts whose windows are cut off from them.
 * The page may say it several times, until it is told that it was heard.
 *
 * @param confirm gets the server's word that the sign-in came back to this origin, once.
 * @returns how to stop listening.
 */
export function hearReturnPage(attemptId: string, confirm: (confirm: string) => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(`${NAMESPACE}:${attemptId}`);
  let heard = false;
  channel.addEventListener('message', ({ data }) => {
    if (!isMessage(data, attemptId) || data.t !== 'returned' || typeof data.confirm !== 'string') return;
    channel.postMessage({ ns: NAMESPACE, t: 'received', id: attemptId });
    if (!heard) confirm(data.confirm);
    heard = true;
  });
  return () => channel.close();
}

const isMessage = (data: unknown, attemptId: string): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  Object.hasOwn(data, 'ns') &&
  (data as Message).ns === NAMESPACE &&
  (data as Message).id === attemptId;
