/**
 * What a promise comes to, unless the signal is aborted first: then nobody waits for it any more, and whatever
 * becomes of it is nobody's concern.
 *
 * @throws the signal's reason
 */
export function unlessAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let abort!: () => void;
  const abortion = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason as Error);
  });
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort);
  return Promise.race([abortion, promise]).finally(() => signal.removeEventListener('abort', abort));
}
