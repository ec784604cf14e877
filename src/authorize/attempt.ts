/**
 * An attempt, from its making to the server's last word. The window is never asked how it went: a provider's
 * Cross-Origin-Opener-Policy makes it look closed while the user signs in, so only the server ends an attempt, or
 * the time does, and then the server is asked once more.
 *
 * 1. Ask every 2 s in the first minute, then ever slower up to 10 s; slower where the server asks for it, with some
 *    jitter, one question at a time.
 * 2. Ask at once when there may be news: the user is back at this page, the network is, the window says so.
 * 3. A fault of the line is no end: ask again, more slowly. An ended session is none either: go on with the next.
 * 4. Cancelled, or out of time: take the attempt back, and let the server's answer decide.
 */
import type { Client } from '../api/client.js';
import { asHubError, HubError } from '../api/errors.js';
import type { Attempt } from '../api/schemas.js';
import { createRest } from './rest.js';

export interface WatchOptions {
  readonly client: Pick<Client, 'attempt' | 'cancelAttempt'>;
  readonly attemptId: string;
  /** How long the attempt lives from now, in milliseconds. */
  readonly lifetime: number;
  /** The user does not want it any more; the server may say that it is done all the same. */
  readonly cancelled: AbortSignal;
  /** The hub is gone: no more questions. */
  readonly gone: AbortSignal;
  /** Resolves when there is a new session after one has ended. */
  readonly renewed: (failure: HubError) => Promise<void>;
  /** Every answer on the way. */
  readonly onAnswer: (attempt: Attempt) => void;
}

export interface Watch {
  /**
   * How it ended: the account's id; `null` where the user cancelled and the server agrees.
   *
   * @throws HubError for every other end.
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

export function watchAttempt(options: WatchOptions): Watch {
  const rest = createRest([options.cancelled, options.gone]);
  return { end: watch(options, rest.for).finally(rest.stop), nudge: rest.nudge };
}

async function watch(
  options: WatchOptions,
  rest: (milliseconds: number) => Promise<void>,
): Promise<string | null> {
  const { client, attemptId, lifetime, cancelled, gone, renewed, onAnswer } = options;
  const began = Date.now();
  let delay = FAST;
  for (;;) {
    await rest(jittered(delay));
    gone.throwIfAborted();
    if (cancelled.aborted) return takenBack(options);
    const late = Date.now() - began > lifetime;
    try {
      const answer = await client.attempt(attemptId);
      const account = accountOf(answer);
      if (account !== undefined) return account;
      onAnswer(answer);
      const age = Date.now() - began;
      const own = age < FIRST_MINUTE ? FAST : Math.min(delay * 1.5, SLOW);
      delay = Math.max(own, serverWait(answer.poll_after));
    } catch (error) {
      const failure = passing(asHubError(error));
      if (failure.endsSession) await renewed(failure);
      delay = Math.max(Math.min(delay * 2, SLOWEST), serverWait(failure.retryAfter));
    }
    if (late) return takenBack(options);
  }
}

const jittered = (delay: number): number => delay * (0.8 + Math.random() * 0.4);
const serverWait = (seconds: number | null | undefined): number =>
  Math.min(seconds ?? 0, MAX_SERVER_WAIT) * 1000;

/** A fault that the next question may not meet; anything that the server means is the end. */
function passing(failure: HubError): HubError {
  if (failure.code === 'not_found') throw failure.with({ code: 'attempt_not_found' });
  if (failure.retryable || failure.endsSession || failure.code === 'invalid_response') return failure;
  throw failure;
}

/** What the server can call an attempt's failure, in the words of the contract. */
const ENDS = new Set(['access_denied', 'not_same_browser', 'already_connected', 'attempt_expired'] as const);
type End = typeof ENDS extends Set<infer Code> ? Code : never;
const isEnd = (code: string): code is End => (ENDS as Set<string>).has(code);

const MAX_DESCRIPTION = 300;

/** The account of an attempt that worked, `undefined` while it goes on. A status nobody knows yet is no end. */
function accountOf({ status, account, error }: Attempt): string | undefined {
  switch (status) {
    case 'authenticated':
      return account?.id;
    case 'error':
      throw new HubError({
        code: error?.code && isEnd(error.code) ? error.code : 'provider_error',
        details: error?.description?.slice(0, MAX_DESCRIPTION),
      });
    case 'cancelled':
      throw new HubError({ code: 'window_closed' });
    case 'expired':
      throw new HubError({ code: 'attempt_expired' });
    default:
      return undefined;
  }
}

/** Takes the attempt back. The user may have finished in the same second: the server's answer decides. */
async function takenBack({ client, attemptId, cancelled }: WatchOptions): Promise<string | null> {
  await client.cancelAttempt(attemptId).catch(() => undefined);
  const answer = await client.attempt(attemptId).catch(() => undefined);
  if (answer?.status === 'authenticated' && answer.account) return answer.account.id;
  if (cancelled.aborted) return null;
  throw new HubError({ code: 'attempt_expired' });
}
