const HIDDEN = 10_000;

/** Waits that end early where there may be news: the user is back at this page, or the network is. */
export interface Rest {
  readonly for: (milliseconds: number) => Promise<void>;
  /** There may be news: ends the wait under way. */
  readonly nudge: () => void;
  /** Takes the listeners away. */
  readonly stop: () => void;
}

const idle = (): void => undefined;

/** @param interrupts end a wait at once, and every later one. */
export function createRest(interrupts: readonly AbortSignal[]): Rest {
  let wake = idle;
  let due = false;
  // Without a network there is nothing to ask; the way back online is news.
  const nudge = () => {
    if (navigator.onLine) wake();
  };
  const onNews = () => {
    if (due || document.visibilityState === 'visible') nudge();
  };
  const onInterrupt = () => wake();
  const windowNews = ['focus', 'online', 'pageshow'] as const;
  document.addEventListener('visibilitychange', onNews);
  for (const name of windowNews) window.addEventListener(name, onNews);
  for (const signal of interrupts) signal.addEventListener('abort', onInterrupt);

  return {
    for: (milliseconds) =>
      new Promise((resolve) => {
        if (interrupts.some(({ aborted }) => aborted)) return resolve();
        const hidden = document.visibilityState === 'hidden';
        const timer = setTimeout(
          () => {
            due = true;
            nudge();
          },
          hidden ? Math.max(milliseconds, HIDDEN) : milliseconds,
        );
        wake = () => {
          clearTimeout(timer);
          wake = idle;
          due = false;
          resolve();
        };
      }),
    nudge,
    stop() {
      document.removeEventListener('visibilitychange', onNews);
      for (const name of windowNews) window.removeEventListener(name, onNews);
      for (const signal of interrupts) signal.removeEventListener('abort', onInterrupt);
    },
  };
}
