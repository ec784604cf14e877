import { idSegment } from '../api/address.js';
import { asHubError, HubError } from '../api/errors.js';
import { createProof } from '../authorize/proof.js';
import type { AttemptRecord } from '../authorize/record.js';
import { signInUrl } from '../authorize/signInUrl.js';
import { unlessAborted } from '../authorize/unlessAborted.js';
import { checkedUrl, type Way } from '../authorize/way.js';
import { newId } from './ids.js';
import { ownerKey } from './owner.js';
import type { Room } from './room.js';
import { announces, type Submission } from './submit.js';

/** How long an attempt lives where the server does not say, in seconds. */
const DEFAULT_LIFETIME = 5 * 60;

export interface Made {
  /** Where the sign-in begins. */
  readonly url: string;
  readonly verifier: string | undefined;
  readonly record: AttemptRecord;
}

export interface Making {
  readonly submission: Submission;
  readonly way: Way;
  /** By which a window that is open already finds the attempt. */
  readonly nonce: string;
}

/** Makes an attempt; one that is made all the same when nobody waits for it any more is taken back. */
export async function makeAttempt(
  room: Room,
  making: Making,
  signals: { readonly gone: AbortSignal; readonly cancelled: AbortSignal },
): Promise<Made> {
  const made = make(room, making);
  try {
    return await unlessAborted(signals.gone, unlessAborted(signals.cancelled, made));
  } catch (error) {
    made.then(({ record }) => takeBack(room, record.attemptId)).catch(() => undefined);
    throw error;
  }
}

async function make(room: Room, { submission, way, nonce }: Making): Promise<Made> {
  const { client, baseUrl, appUrl, tokens } = room;
  const { target, integrationId, credentials, pairs } = submission;
  const owner = ownerOf(room);
  const bound = way.kind === 'pages' && way.bound;
  const idempotencyKey = (await announces(room, 'idempotency')) ? newId() : undefined;
  const proof = bound ? await createProof() : undefined;
  if (bound && !proof) throw new HubError({ code: 'config_error' });
  const accountId = target.mode === 'edit' ? target.accountId : undefined;
  const details = { integrationId, credentials, accountId, nonce, challenge: proof?.challenge };
  const attempt = await client
    .createAttempt({ idempotencyKey, ...(way.kind === 'pages' && { details }) })
    .catch(nothingSaved);
  const attemptId = attempt.id;
  try {
    // One that cannot be asked about must not be begun.
    idSegment(attemptId);
    const address = { baseUrl, appUrl, integrationId, attemptId, credentials: pairs };
    const url =
      way.kind === 'pages'
        ? checkedUrl(attempt.start_url, way.origin)
        : signInUrl({ ...address, token: await tokens.current() });
    const until = Date.now() + (attempt.expires_in ?? DEFAULT_LIFETIME) * 1000;
    const record = { v: 1, attemptId, baseUrl, owner, until, ...recorded(submission) } as const;
    return { url, verifier: proof?.verifier, record };
  } catch (error) {
    // Nothing goes there: the attempt has no other use.
    await takeBack(room, attemptId);
    throw error;
  }
}

/** One whose answer was lost is begun by nobody: there is nothing that may have been saved. */
function nothingSaved(error: unknown): never {
  throw asHubError(error).with({ outcomeUnknown: false });
}

const recorded = ({ target, integrationId, provider, pairs, secrets }: Submission) => ({
  target,
  integrationId,
  provider,
  secrets: pairs.flatMap(([key, value]) => (secrets.includes(value) ? [key] : [])),
});

const takeBack = ({ client }: Room, attemptId: string): Promise<unknown> =>
  client.cancelAttempt(attemptId).catch(() => undefined);

function ownerOf({ queryClient, queries }: Room): string {
  const session = queryClient.getQueryData(queries.session.queryKey);
  return session ? ownerKey(session) : '';
}
