/** Where attempts are remembered; in a file of its own, as the first screen needs to know whether there are any. */
export const ATTEMPT_PREFIX = 'connect-hub.attempt.';

/** Whether an attempt may be under way since before this page was loaded. */
export function hasAttempts(): boolean {
  try {
    return Object.keys(sessionStorage).some((key) => key.startsWith(ATTEMPT_PREFIX));
  } catch {
    return false;
  }
}
