/**
 * An attempt, from its making to the server's last word. The window is never asked how it went: a provider's
 * Cross-Origin-Opener-Policy makes it look closed while the user signs in, so only the server ends an attempt, or
 * the time does, and then the server is asked once more.
 *
 * 1. Ask every 2 s in the first minute, then ever slower up to 10 s, with some jitter; slower where the server asks
 *    for it; one question at a time.
 * 2. Ask at once when there may be news: the user is back at this page, the network is, the window says so.
 * 3. A fault of the line is no end: ask again, more slowly, and say so where it lasts. An ended session is none either:
 *    ask with the next.
 * 4. Cancelled, hopeless, or out of time: take the attempt back, and let the server's answer decide. Time alone
 *    decides nothing: a computer that slept through it has no network yet when it asks.
 */
import type { Client } from '../api/client.js';
import { asHubError, HubError } from '../api/errors.js';
import type { Attempt } from '../api/schemas.js';
import { shown } from '../api/shown.js';
import type { Silence } from '../flow/state.js';
import { createRest } from './rest.js';
import { createSilence } from './silence.js';
import { unlessAborted } from './unlessAborted.js';

export interface WatchOptions {
  readonly client: Pick<Client, 'attempt' | 'cancelAttempt'>;
  readonly attemptId: string;
  /** How long the attempt lives from now, in milliseconds. */
  readonly lifetime: number;
  /** The user does not want it any more; the server may say that it is done all the same. */
  readonly cancelled: AbortSignal;
  /** It cannot end well any more, for the reason that this is aborted with, if the server agrees. */
  readonly hopeless?: AbortSignal;
  /** The hub is gone: no more questions. */
  readonly gone: AbortSignal;
  /** Resolves when there is a new session after one has ended. */
  readonly renewed: (failure: HubError) => Promise<void>;
  /** Every answer on the way. */
  readonly onAnswer: (attempt: Attempt) => void;
  /** Nothing helpful is heard any more, or is again (`null`). */
  readonly onSilence: (silence: Silence | null) => void;
}

export interface Watch {
  /**
   * How it ended: the account's id; `null` where the user cancelled and the server agrees.
   *
   * @throws HubError for every other end, the reason of `hopeless` among them; a retryable one where it was to be
   * taken back and nobody could be asked.
   * @throws the reason of `gone`
   */
  readonly end: Promise<string | null>;
  /** There may be news: ask now. */
  readonly nudge: () => void;
}

const FIRST_MINUTE = 60_000;
const FAST = 2_000;
const SLOW = 10_000;
const SLOWEST = 30_000;
const MAX_SERVER_WAIT = 60;
/** How often in a row the server may say that there is an account, and not which. */
const NAMELESS = 4;

export function watchAttempt(options: WatchOptions): Watch {
  const { cancelled, hopeless, gone } = options;
  const rest = createRest([cancelled, gone, ...(hopeless ? [hopeless] : [])]);
  const end = unlessAborted(gone, watch(options, rest.for)).finally(rest.stop);
  return { end, nudge: rest.nudge };
}

async function watch(
  options: WatchOptions,
  rest: (milliseconds: number) => Promise<void>,
): Promise<string | null> {
  const { lifetime, cancelled, hopeless, gone, onAnswer } = options;
  const began = Date.now();
  const silence = createSilence(options.onSilence);
  const read = createReading(silence.over, silence.fault);
  let delay = FAST;
  let serverWait = 0;
  for (;;) {
    await rest(Math.max(jittered(delay), serverWait));
    gone.throwIfAborted();
    if (cancelled.aborted || hopeless?.aborted) return takenBack(options);
    const age = Date.now() - began;
    const late = age > lifetime;
    try {
      const answer = await ask(options);
      gone.throwIfAborted();
      const account = read(answer);
      if (account !== undefined) return account;
      onAnswer(answer);
      delay = age < FIRST_MINUTE ? FAST : Math.min(delay * 1.5, SLOW);
      serverWait = milliseconds(answer.poll_after);
      if (late) return await takenBack(options);
    } catch (error) {
      const failure = passing(asHubError(error));
      silence.fault(failure);
      if (late && !failure.retryable) throw failure.with({ code: 'attempt_expired' });
      delay = Math.min(delay * 2, SLOWEST);
      serverWait = milliseconds(failure.retryAfter);
    }
  }
}

const jittered = (delay: number): number => delay * (0.8 + Math.random() * 0.4);
const milliseconds = (seconds: number | null | undefined): number =>
  Math.min(seconds ?? 0, MAX_SERVER_WAIT) * 1000;

const ask = (options: WatchOptions): Promise<Attempt> =>
  inSession(options, () => options.client.attempt(options.attemptId));

/** An ended session is no answer: the same again with the next one. */
async function inSession<T>({ renewed, gone }: WatchOptions, call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const failure = asHubError(error);
      if (!failure.endsSession) throw failure;
      await renewed(failure);
      gone.throwIfAborted();
    }
  }
}

/** A fault that the next question may not meet; anything that the server means is the end. */
function passing(failure: HubError): HubError {
  if (failure.code === 'not_found') throw failure.with({ code: 'attempt_not_found' });
  if (failure.retryable || (failure.code === 'invalid_response' && failure !== UNNAMED)) return failure;
  throw failure;
}

/** What the server can call an attempt's failure, in the words of the contract. */
const ENDS = new Set([
  'access_denied',
  'not_same_browser',
  'already_connected',
  'opener_severed',
  'attempt_expired',
] as const);
type End = typeof ENDS extends Set<infer Code> ? Code : never;
const isEnd = (code: string): code is End => (ENDS as Set<string>).has(code);

/** The account of an attempt that worked, `undefined` while it goes on. A status nobody knows yet is no end. */
function accountOf({ status, account, error }: Attempt): string | undefined {
  switch (status) {
    case 'authenticated':
      return account?.id;
    case 'error':
      throw new HubError({
        code: error?.code && isEnd(error.code) ? error.code : 'provider_error',
        // Cut when the secrets are out of it.
        details: shown(error?.description) || undefined,
      });
    case 'cancelled':
      throw new HubError({ code: 'window_closed' });
    case 'expired':
      throw new HubError({ code: 'attempt_expired' });
    default:
      return undefined;
  }
}

/** There is an account, and nobody says which. */
const UNNAMED = new HubError({ code: 'invalid_response', outcomeUnknown: true });

/** Reads answers one after another: the account's id, `undefined` while it goes on. */
function createReading(onPending: () => void, onSenseless: (failure: HubError) => void) {
  let nameless = 0;
  return (answer: Attempt): string | undefined => {
    const account = accountOf(answer);
    if (account !== undefined) return account;
    nameless = answer.status === 'authenticated' ? nameless + 1 : 0;
    if (nameless === NAMELESS) throw UNNAMED;
    if (answer.status === 'pending') onPending();
    else onSenseless(new HubError({ code: 'invalid_response' }));
    return undefined;
  };
}

/** Takes the attempt back. The user may have finished in the same second: the server's answer decides. */
async function takenBack(options: WatchOptions): Promise<string | null> {
  const { client, attemptId, cancelled, hopeless } = options;
  await inSession(options, () => client.cancelAttempt(attemptId)).catch(() => undefined);
  const answer = await ask(options).catch((error: unknown) => {
    const failure = asHubError(error);
    if (failure.retryable) throw failure;
    return undefined;
  });
  if (answer?.status === 'authenticated') {
    if (answer.account) return answer.account.id;
    throw UNNAMED.with({ retryable: true });
  }
  if (cancelled.aborted) return null;
  hopeless?.throwIfAborted();
  throw new HubError({ code: 'attempt_expired' });
}
