import { useEffect, useRef } from 'react';

/** Calls back when the network is back, while that is what is waited for. */
export function useOnline(waiting: boolean, back: () => void): void {
  const latest = useRef(back);
  useEffect(() => {
    latest.current = back;
  });
  useEffect(() => {
    if (!waiting) return undefined;
    const listen = () => latest.current();
    window.addEventListener('online', listen);
    return () => window.removeEventListener('online', listen);
  }, [waiting]);
}
