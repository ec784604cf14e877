/** Listens, until the returned function is called. */
export function listen(target: EventTarget, type: string, hear: (event: never) => void): () => void {
  const listener = hear as EventListener;
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
