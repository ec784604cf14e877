import { isReturn } from './guards.js';
import { listen } from './listen.js';
import { NAMESPACE } from './protocol.js';

/**
 * Hears the return page, which is of this page's own origin: the way of hosts whose windows are cut off from them.
 * The page may say it several times, until it is told that it was heard.
 *
 * @param confirm gets the server's word that the sign-in came back to this origin, once.
 * @returns how to stop listening.
 */
export function hearReturnPage(attemptId: string, confirm: (confirm: string) => void): () => void {
  const channel = new BroadcastChannel(`${NAMESPACE}:${attemptId}`);
  let heard = false;
  listen(channel, 'message', ({ data }: MessageEvent) => {
    if (!isReturn(data) || data.id !== attemptId) return;
    channel.postMessage({ ns: NAMESPACE, t: 'received', id: attemptId });
    if (!heard) confirm(data.confirm);
    heard = true;
  });
  return () => channel.close();
}
