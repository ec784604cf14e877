import { useSyncExternalStore } from 'react';

/** Whether the browser knows that there is no network. */
export const useOffline = (): boolean => useSyncExternalStore(watch, isOffline, isOffline);

const isOffline = (): boolean => !navigator.onLine;

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
