/**
 * An attempt, from its making to the server's last word. The window is never asked how it went: a provider's
 * Cross-Origin-Opener-Policy makes it look closed while the user signs in, so only the server ends an attempt, or
 * the time does, and then the server is asked once more.
 */
import type { Client } from '../api/client.js';
import { asHubError, HubError } from '../api/errors.js';
import type { Attempt } from '../api/schemas.js';
import { createRest } from './rest.js';

export interface AttemptOptions {
  readonly client: Pick<Client, 'attempt' | 'cancelAttempt'>;
  readonly attemptId: string;
  /** The user does not want it any more; the server may say that it is done all the same. */
  readonly cancelled: AbortSignal;
  /** The hub is gone: no more questions. */
  readonly lifetime: AbortSignal;
}

const FIRST_MINUTE = 60_000;
const FAST = 2_000;
const SLOW = 10_000;
const PATIENCE = 5 * 60_000;

/**
 * Asks until the attempt is over.
 *
 * @returns the account's id; `null` where the user cancelled and the server agrees.
 * @throws HubError for every other end.
 */
export async function awaitAttempt(options: AttemptOptions): Promise<string | null> {
  const { client, attemptId, cancelled, lifetime } = options;
  const rest = createRest([cancelled, lifetime]);
  const began = Date.now();
  let delay = FAST;
  try {
    for (;;) {
      await rest.for(delay);
      lifetime.throwIfAborted();
      const late = Date.now() - began > PATIENCE;
      if (cancelled.aborted || late) return await ended(client, attemptId, cancelled.aborted);
      const answer = await client.attempt(attemptId).catch(passingFault);
      const account = answer && verdict(answer);
      if (account) return account;
      if (Date.now() - began > FIRST_MINUTE) delay = Math.min(delay * 1.5, SLOW);
    }
  } finally {
    rest.stop();
  }
}

/** A fault that the next question may not meet; anything that the server means is the end. */
function passingFault(error: unknown): undefined {
  const failure = asHubError(error);
  if (failure.code === 'not_found') throw failure.with({ code: 'attempt_not_found' });
  if (!failure.retryable && failure.code !== 'invalid_response') throw failure;
  return undefined;
}

/** The account of an attempt that worked, `undefined` while it goes on. A status nobody knows yet is no end. */
function verdict({ status, account, error }: Attempt): string | undefined {
  switch (status) {
    case 'authenticated':
      return account?.id;
    case 'error':
      throw new HubError({
        code: error?.code === 'access_denied' ? 'access_denied' : 'provider_error',
        details: error?.description?.slice(0, 300),
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
async function ended(
  client: AttemptOptions['client'],
  attemptId: string,
  byUser: boolean,
): Promise<string | null> {
  await client.cancelAttempt(attemptId).catch(() => undefined);
  const answer = await client.attempt(attemptId).catch(() => undefined);
  if (answer?.status === 'authenticated' && answer.account) return answer.account.id;
  if (byUser) return null;
  throw new HubError({ code: 'attempt_expired' });
}
