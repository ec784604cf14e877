import { asHubError, type HubError } from '../api/errors.js';
import { closeSignInWindow, type Hindrance, isInReach } from '../authorize/signInWindow.js';
import type { AccountQuestion, Event, Silence, WindowPhase } from '../flow/state.js';
import { newId } from './ids.js';
import type { Room } from './room.js';
import { concealed, isConnected, judged, settled, type Submission } from './submit.js';

/** What the user can do while a sign-in is under way. */
export interface SignInControl {
  /** Where the window goes: a link of the page's own opens it where the browser kept it shut. */
  readonly url: () => string | undefined;
  /** Why there is no window. */
  readonly hindrance: Hindrance | undefined;
  /** Brings the window to the front; `undefined` while there is no hold of it, which nobody tells when it is lost. */
  readonly show: (() => void) | undefined;
  /** Another window, for another attempt in place of this one; to be called in a click. */
  readonly reopen: (() => void) | undefined;
  /** Leaves this page for the provider, by another attempt; `undefined` where the server knows no way back. */
  readonly continueHere: (() => void) | undefined;
  /** Agrees to the account that signed in. */
  readonly replace: () => void;
  readonly cancel: () => void;
}

/** One attempt at the provider, and the window that was opened for it. */
export interface Try {
  readonly opened: Window | null;
  readonly hindrance: Hindrance | undefined;
  readonly cancelling: AbortController;
  /** Where the window goes, once that is known. */
  readonly url: () => string | undefined;
  /** The user agreed that another account takes the place of the one that is there. */
  readonly replace: () => void;
  /** Follows the attempt to its end; see `watchAttempt` for what it resolves to. */
  readonly run: (context: TryContext) => Promise<string | null>;
}

export interface TryContext {
  /** The hub is gone: nothing more is asked. */
  readonly gone: AbortSignal;
  readonly onPhase: (phase: WindowPhase) => void;
  readonly onQuestion: (question: AccountQuestion) => void;
  /** The server is not heard any more, or is again (`null`). */
  readonly onSilence: (silence: Silence | null) => void;
}

export interface SignIn {
  /** By which the flow tells this sign-in from an earlier one. */
  readonly id: string;
  /** Begins the first attempt; in the click, where it opens a window. */
  readonly begin: () => void;
}

/** The attempts that a sign-in can be made of. */
export interface Ways {
  /** The first one; in the click, where it opens a window. */
  readonly first: () => Try;
  /** Another one, in another window. */
  readonly again?: (() => Try) | undefined;
  /** Another one, by this very tab, after those before it. */
  readonly here?: ((before: Promise<unknown>) => Try) | undefined;
}

/**
 * A sign-in: one attempt after another, of which the newest counts, and however it ends, once. An account is an
 * account, whichever of the windows it came from: the sign-in has failed when no attempt is left that can give one.
 */
export function createSignIn(room: Room, submission: Submission, ways: Ways): SignIn {
  const { flow } = room;
  const { first, again, here } = ways;
  const id = newId();
  const gone = hubGone(room);
  const running = new Map<Try, Promise<unknown>>();
  let newest: Try | undefined;
  /** Why the newest attempt gave no account. */
  let verdict: HubError | null = null;
  let over = false;

  const begin = (attempt: Try) => {
    const tell = (event: Event) => {
      if (attempt === newest) flow.dispatch(event);
    };
    newest = attempt;
    const ended = attempt
      .run({
        gone: gone.signal,
        onPhase: (to) => tell({ type: 'attemptMoved', id, to }),
        onQuestion: (question) => tell({ type: 'otherAccountFound', id, question }),
        onSilence: (silence) => tell({ type: 'serverFellSilent', id, silence }),
      })
      .then(
        (accountId) => (accountId === null ? endedWithout(attempt, null) : succeeded(attempt, accountId)),
        (error: unknown) => failed(attempt, error),
      )
      .finally(() => {
        // A window that is on its way to the provider is the user's: the next hub hears how it ends.
        if (over || !gone.signal.aborted || !attempt.url()) closeSignInWindow(attempt.opened);
      });
    running.set(attempt, ended);
    room.signIn.current = control(attempt);
  };

  const control = (attempt: Try): SignInControl => ({
    url: attempt.url,
    get show() {
      const { opened } = attempt;
      return isInReach(opened) ? () => opened.focus() : undefined;
    },
    hindrance: attempt.hindrance,
    continueHere: here && (() => instead(attempt, () => here(Promise.all(running.values())))),
    reopen: again && (() => instead(attempt, again)),
    replace() {
      const before = flow.get();
      flow.dispatch({ type: 'replacementAgreed', id });
      // A second click agrees to nothing more.
      if (flow.get() !== before) attempt.replace();
    },
    cancel() {
      flow.dispatch({ type: 'attemptCancelled', id });
      attempt.cancelling.abort();
    },
  });

  function instead(attempt: Try, next: () => Try): void {
    if (over || attempt.cancelling.signal.aborted) return;
    giveUp(attempt);
    begin(next());
    flow.dispatch({ type: 'attemptReopened', id });
  }

  /** @returns whether this is the end: it comes once, and not for a hub that is gone. */
  function end(): boolean {
    if (over || gone.signal.aborted) return false;
    over = true;
    gone.stop();
    room.signIn.current = null;
    return true;
  }

  function succeeded(attempt: Try, accountId: string): void {
    running.delete(attempt);
    if (!end()) return;
    for (const other of running.keys()) giveUp(other);
    const { target, integrationId, provider } = submission;
    const updated = target.mode === 'edit' || isConnected(room, integrationId, accountId);
    const account = {
      id: accountId,
      provider,
      integrationId,
      mode: updated ? 'updated' : 'created',
    } as const;
    settled(room, submission, account);
    flow.dispatch({ type: 'attemptSucceeded', id, account });
  }

  async function failed(attempt: Try, error: unknown): Promise<void> {
    const reason = asHubError(error);
    // Whoever cancelled does not want to hear why it would not have worked, but that it may have.
    const wanted = (!attempt.cancelling.signal.aborted || reason.outcomeUnknown) && !gone.signal.aborted;
    const failure = wanted ? concealed(await judged(room, reason), submission.secrets) : null;
    if (failure) room.failed(failure);
    endedWithout(attempt, failure);
  }

  /** An older attempt that is still being taken back may have worked all the same. */
  function endedWithout(attempt: Try, failure: HubError | null): void {
    running.delete(attempt);
    if (attempt === newest) verdict = failure;
    if (running.size > 0 || !end()) return;
    flow.dispatch({ type: 'attemptFailed', id, failure: verdict });
  }

  return { id, begin: () => begin(first()) };
}

function giveUp({ cancelling, opened }: Try): void {
  cancelling.abort();
  closeSignInWindow(opened);
}

/** Aborts when the room ends, or is closed without a session while the sign-in is under way. */
function hubGone({ lifetime, flow }: Room): { readonly signal: AbortSignal; readonly stop: () => void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const unsubscribe = flow.subscribe(() => {
    if (flow.get().name === 'closed') abort();
  });
  lifetime.addEventListener('abort', abort);
  const stop = () => {
    unsubscribe();
    lifetime.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, stop };
}
