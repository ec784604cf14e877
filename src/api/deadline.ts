/**
 * A time to wait for something, and no longer; it ends with the signal, too. `AbortSignal.any` is younger than the
 * browsers we support.
 */
export function deadline(milliseconds: number, signal?: AbortSignal) {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort();
  }, milliseconds);
  const abort = () => controller.abort(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort);
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('aborted')));
  });
  aborted.catch(() => undefined);
  return {
    signal: controller.signal,
    expired: () => expired,
    /** What a host does may not listen to the signal: the deadline holds all the same. */
    within: <T>(work: Promise<T>): Promise<T> => Promise.race([work, aborted]),
    stop: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}
