import type { Confirmation } from '../api/client.js';
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

export interface Follow {
  /** See `watchAttempt`. */
  readonly end: Promise<string | null>;
  /** Another account may take the place of the one that is there. */
  readonly replace: () => void;
}

/** Follows an attempt to its end, answering the pages that have a question on the way. */
export function follow(room: Room, followed: Followed, { over, onPhase, onQuestion }: TryContext): Follow {
  const { attemptId, until, cancelling, verifier, origin, waits } = followed;
  let asked = false;
  const watch = watchAttempt({
    client: room.client,
    attemptId,
    lifetime: until - Date.now(),
    cancelled: cancelling.signal,
    gone: over,
    renewed: room.renewed,
    onAnswer: (answer) => {
      const other = answer.another_account;
      if (other && !asked) {
        asked = true;
        onQuestion({ signedInAs: other.display_name, insteadOf: other.instead_of });
      } else if (hasWindow(answer) && !asked) onPhase('waiting');
    },
  });
  // Whatever comes of a word, the next answer tells.
  const say = (word: Confirmation) =>
    void room.client.confirmAttempt(attemptId, word).then(watch.nudge, watch.nudge);
  const stops: (() => void)[] = [];
  if (verifier && origin) stops.push(answerStartPage({ attemptId, origin, verifier }));
  if (verifier) {
    stops.push(hearReturnPage(attemptId, (confirm) => say({ confirm, verifier })));
  }
  if (waits !== undefined) stops.push(after(waits, () => onPhase('blocked')));
  const end = watch.end.finally(() => {
    for (const stop of stops) stop();
    // What the room leaves behind unfinished, the next one finds.
    if (!room.lifetime.aborted) forgetAttempt(attemptId);
  });
  return { end, replace: () => say({ replace: true, verifier }) };
}

/** The server has seen the window: it is open, whatever its handle says. */
const hasWindow = ({ phase }: Attempt): boolean => Boolean(phase) && phase !== 'created';

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
