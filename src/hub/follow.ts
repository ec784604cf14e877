import type { Attempt } from '../api/schemas.js';
import { watchAttempt } from '../authorize/attempt.js';
import { answerStartPage, hearReturnPage } from '../authorize/handshake.js';
import { forgetAttempt } from '../authorize/record.js';
import type { Room } from './room.js';
import type { TryContext } from './signIn.js';

export interface Followed {
  readonly attemptId: string;
  /** Unix milliseconds. */
  readonly until: number;
  readonly cancelling: AbortController;
  readonly verifier: string | undefined;
  /** The sign-in pages' origin, where there are such pages. */
  readonly origin: string | undefined;
  /** Milliseconds after which a window that nobody has seen counts as blocked; `undefined` where one was seen. */
  readonly waits: number | undefined;
}

/** Follows an attempt to its end, answering the pages that have a question on the way. */
export function follow(
  room: Room,
  followed: Followed,
  { over, onPhase }: TryContext,
): Promise<string | null> {
  const { attemptId, until, cancelling, verifier, origin, waits } = followed;
  const watch = watchAttempt({
    client: room.client,
    attemptId,
    lifetime: until - Date.now(),
    cancelled: cancelling.signal,
    gone: over,
    renewed: room.renewed,
    onAnswer: (answer) => {
      if (hasWindow(answer)) onPhase('waiting');
    },
  });
  const stops: (() => void)[] = [];
  if (verifier && origin) stops.push(answerStartPage({ attemptId, origin, verifier }));
  if (verifier) {
    const confirmed = (confirm: string) =>
      void room.client
        .confirmAttempt(attemptId, { confirm, verifier })
        // Whatever comes of it, the next answer tells.
        .catch(() => undefined)
        .finally(watch.nudge);
    stops.push(hearReturnPage(attemptId, confirmed));
  }
  if (waits !== undefined) stops.push(after(waits, () => onPhase('blocked')));
  return watch.end.finally(() => {
    for (const stop of stops) stop();
    // What the room leaves behind unfinished, the next one finds.
    if (!room.lifetime.aborted) forgetAttempt(attemptId);
  });
}

/** The server has seen the window: it is open, whatever its handle says. */
const hasWindow = ({ phase }: Attempt): boolean => Boolean(phase) && phase !== 'created';

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
