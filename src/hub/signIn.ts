import { asHubError } from '../api/errors.js';
import type { AccountQuestion } from '../flow/state.js';
import { newId } from './ids.js';
import type { Room } from './room.js';
import { concealed, isConnected, judged, settled, type Submission } from './submit.js';

/** What the user can do while a sign-in is under way. */
export interface SignInControl {
  /** Where the window goes: a link of the page's own opens it where the browser kept it shut. */
  readonly url: () => string | undefined;
  /** Brings the window to the front; `undefined` where there is no hold of it. */
  readonly show: (() => void) | undefined;
  /** Another window, for another attempt in place of this one; to be called in a click. */
  readonly reopen: (() => void) | undefined;
  /** Leaves this page for the provider, where the server knows the way back. */
  readonly continueHere: (() => void) | undefined;
  /** Agrees to the account that signed in. */
  readonly replace: () => void;
  readonly cancel: () => void;
}

/** One attempt at the provider, and the window that was opened for it. */
export interface Try {
  readonly opened: Window | null;
  readonly cancelling: AbortController;
  /** Where the window goes, once that is known. */
  readonly url: () => string | undefined;
  readonly continueHere?: () => void;
  /** The user agreed that another account takes the place of the one that is there. */
  readonly replace: () => void;
  /** Follows the attempt to its end; see `watchAttempt` for what it resolves to. */
  readonly run: (context: TryContext) => Promise<string | null>;
}

export interface TryContext {
  /** The sign-in is over: nothing more is asked. */
  readonly over: AbortSignal;
  readonly onPhase: (phase: 'waiting' | 'blocked') => void;
  readonly onQuestion: (question: AccountQuestion) => void;
}

export interface SignIn {
  /** By which the flow tells this sign-in from an earlier one. */
  readonly id: string;
  /** Begins the first attempt; in the click, where it opens a window. */
  readonly begin: () => void;
}

/**
 * A sign-in: one attempt after another, of which the newest counts, and however it ends, once. An account is an
 * account, whichever of the windows it came from.
 */
export function createSignIn(
  room: Room,
  submission: Submission,
  next: () => Try,
  canReopen: boolean,
): SignIn {
  const { flow } = room;
  const id = newId();
  const over = new AbortController();
  room.lifetime.addEventListener('abort', () => over.abort(), { once: true });
  let current: Try | undefined;

  const begin = () => {
    const attempt = next();
    current = attempt;
    attempt
      .run({ over: over.signal, onPhase, onQuestion })
      .then((accountId) => ended(accountId, attempt))
      .catch((error: unknown) => failed(error, attempt))
      .finally(() => attempt.opened?.close());
    room.signIn.current = control(attempt);
  };

  const control = (attempt: Try): SignInControl => ({
    url: attempt.url,
    show: attempt.opened ? () => attempt.opened?.focus() : undefined,
    continueHere: attempt.continueHere,
    reopen: canReopen
      ? () => {
          attempt.cancelling.abort();
          attempt.opened?.close();
          begin();
          flow.dispatch({ type: 'attemptReopened', id });
        }
      : undefined,
    replace() {
      flow.dispatch({ type: 'replacementAgreed', id });
      attempt.replace();
    },
    cancel() {
      flow.dispatch({ type: 'attemptCancelled', id });
      attempt.cancelling.abort();
    },
  });

  function onPhase(phase: 'waiting' | 'blocked'): void {
    flow.dispatch({ type: phase === 'waiting' ? 'attemptOpened' : 'attemptBlocked', id });
  }

  function onQuestion(question: AccountQuestion): void {
    flow.dispatch({ type: 'otherAccountFound', id, question });
  }

  function ended(accountId: string | null, attempt: Try): void {
    if (over.signal.aborted || (accountId === null && attempt !== current)) return;
    over.abort();
    if (accountId === null) return flow.dispatch({ type: 'attemptFailed', id, failure: null });
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

  async function failed(error: unknown, attempt: Try): Promise<void> {
    if (over.signal.aborted || attempt !== current) return;
    over.abort();
    const failure = concealed(await judged(room, asHubError(error)), submission.secrets);
    room.failed(failure);
    flow.dispatch({ type: 'attemptFailed', id, failure });
  }

  return { id, begin };
}
