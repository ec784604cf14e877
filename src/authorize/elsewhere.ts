import { isRemembered } from './record.js';

/** Knows whether another page has told how an attempt ended. */
export interface Elsewhere {
  readonly isTold: () => boolean;
  /** Takes the listener away. */
  readonly stop: () => void;
}

/**
 * A page that the tab has left can come back as it was, with an attempt that a newer page of the same tab has found
 * meanwhile and followed to its end: what tells is that the attempt is remembered no more.
 */
export function listenElsewhere(attemptId: string): Elsewhere {
  const wasRemembered = isRemembered(attemptId);
  let cameBack = false;
  const onShow = ({ persisted }: PageTransitionEvent) => {
    cameBack ||= persisted;
  };
  window.addEventListener('pageshow', onShow);
  return {
    isTold: () => cameBack && wasRemembered && !isRemembered(attemptId),
    stop: () => window.removeEventListener('pageshow', onShow),
  };
}
