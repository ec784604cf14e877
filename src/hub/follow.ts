import type { Confirmation } from '../api/client.js';
import { asHubError, HubError } from '../api/errors.js';
import type { Attempt } from '../api/schemas.js';
import { watchAttempt } from '../authorize/attempt.js';
import { listenElsewhere } from '../authorize/elsewhere.js';
import { answerStartPage, hearReturnPage } from '../authorize/handshake.js';
import { forgetAttempt } from '../authorize/record.js';
import { listen } from '../frame/listen.js';
import { hintAtUnheardReturn } from './signInHints.js';
import type { Room } from './room.js';
import type { TryContext } from './signIn.js';

export interface Followed {
  readonly attemptId: string;
  /** Unix milliseconds. */
  readonly until: number;
  readonly cancelling: AbortController;
  /** The window's handle. */
  readonly opened?: Window | null;
  readonly verifier: string | undefined;
  /** The sign-in pages' origin, where one of them may ask this page. */
  readonly origin?: string | undefined;
  /** Milliseconds after which a window that nobody has seen counts as blocked; `undefined` where one was seen. */
  readonly waits?: { readonly for: number } | undefined;
  /** The word that the page came back with. */
  readonly word?: Confirmation | undefined;
}

export interface Follow {
  /** See `watchAttempt`; `null` also where another page has told the account. */
  readonly end: Promise<string | null>;
  /** Another account may take the place of the one that is there. */
  readonly replace: () => void;
  /** There may be news: asks now. */
  readonly nudge: () => void;
}

/** How long a window may stay where it is before its user may need help, in milliseconds. */
const STALLED_AFTER = 20_000;
/** The same for one that looks closed when the user is back at this page: the server may say yet how it ended. */
const CLOSED_AFTER = 3_000;

const SEVERED = new HubError({ code: 'opener_severed' });

/** By this, hubs of any version ask one another: no version of it may have another name, or another detail. */
const QUESTION = 'connect-hub.followed';

/** Whether a hub on this page follows the attempt: two hubs of one owner must not both report its account. */
export const isFollowed = (attemptId: string): boolean =>
  !window.dispatchEvent(new CustomEvent(QUESTION, { cancelable: true, detail: attemptId }));

/** Follows an attempt to its end, answering the pages that have a question on the way. */
export function follow(
  room: Room,
  followed: Followed,
  { gone, onPhase, onQuestion, onSilence }: TryContext,
): Follow {
  const { attemptId, until, cancelling, opened, verifier, origin, waits } = followed;
  const timer = createTimer();
  if (waits) timer.start(waits.for, () => onPhase('blocked'));
  else timer.start(STALLED_AFTER, () => onPhase('stalled'));
  const severed = new AbortController();
  let asked = false;
  let spoken = false;
  let lastPhase: Attempt['phase'];
  const movedTo = (phase: Attempt['phase']): void => {
    if (phase === lastPhase || !phase || phase === 'created') return;
    lastPhase = phase;
    // The server has seen the window: it is open, whatever its handle says.
    onPhase(LAST_PHASES.has(phase) ? 'finishing' : 'waiting');
    timer.start(STALLED_AFTER, () => {
      // The return page says its word at once, and again; by now it says it where nobody hears it.
      if (phase === 'awaiting_confirmation' && !spoken) giveUp();
      else onPhase('stalled');
    });
  };
  const giveUp = (): void => {
    // After a reload it is the verifier that is missing.
    if (verifier) hintAtUnheardReturn();
    severed.abort(SEVERED);
  };
  const watch = watchAttempt({
    client: room.client,
    attemptId,
    lifetime: until - Date.now(),
    cancelled: cancelling.signal,
    hopeless: severed.signal,
    gone,
    renewed: room.renewed,
    onSilence,
    onAnswer: ({ phase, another_account: other }) => {
      if (other && !asked) {
        asked = true;
        timer.stop();
        onQuestion({ signedInAs: other.display_name, insteadOf: other.instead_of });
      } else if (!asked) movedTo(phase);
      say();
    },
  });

  let unheard = followed.word;
  /** Whatever comes of a word, the next answer tells; one that was lost on the way is said again after it. */
  function say(word = unheard): void {
    unheard = undefined;
    if (!word) return;
    spoken = true;
    room.client.confirmAttempt(attemptId, word).then(watch.nudge, (error: unknown) => {
      const { retryable, endsSession } = asHubError(error);
      if (retryable || endsSession) unheard ??= word;
      else watch.nudge();
    });
  }
  say();

  const onFocus = () => {
    const isDone = asked || LAST_PHASES.has(lastPhase ?? '');
    if (opened?.closed && !isDone) timer.start(CLOSED_AFTER, () => onPhase('stalled'));
  };
  const elsewhere = listenElsewhere(attemptId);
  const stops: (() => void)[] = [
    timer.stop,
    elsewhere.stop,
    listen(window, 'focus', onFocus),
    listen(window, QUESTION, (asking: CustomEvent) => {
      if (asking.detail === attemptId) asking.preventDefault();
    }),
  ];
  if (verifier && origin) stops.push(answerStartPage({ attemptId, origin, verifier }));
  if (verifier) {
    const hear = room.surroundings?.hearReturnPage ?? hearReturnPage;
    stops.push(hear(attemptId, (confirm) => say({ confirm, verifier })));
  }
  const end = watch.end
    .then(
      (accountId) => {
        const isTold = elsewhere.isTold();
        forgetAttempt(attemptId);
        return isTold ? null : accountId;
      },
      (error: unknown) => {
        // What the server has not ended, the next hub finds.
        if (!gone.aborted && isDecided(asHubError(error))) forgetAttempt(attemptId);
        throw error;
      },
    )
    .finally(() => {
      for (const stop of stops) stop();
    });
  return { end, replace: () => say({ replace: true, verifier }), nudge: watch.nudge };
}

const isDecided = ({ retryable, code }: { retryable: boolean; code: string }): boolean =>
  !retryable && code !== 'session_replaced';

/** The user is done at the provider. */
const LAST_PHASES: ReadonlySet<string> = new Set(['callback_received', 'awaiting_confirmation']);

/** One thing to be done later, in place of any before. */
function createTimer() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  return {
    start(milliseconds: number, act: () => void): void {
      stop();
      timer = setTimeout(act, milliseconds);
    },
    stop,
  };
}
