import { changeAttempt, lifetimeOf, newAttempt, ownAttempt, statusOf } from './attempts.js';
import { type JsonObject, parseBody, requiredText } from './body.js';
import type { Attempt, Phase } from './documents.js';
import { ApiError } from './errors.js';
import type { HubCall } from './hub-call.js';
import { answerOnce, type Outcome } from './idempotency.js';
import { startUrl } from './sign-in/addresses.js';
import { planFor } from './sign-in/plan.js';
import type { World } from './world.js';

/**
 * `POST /hub/connection_attempts`: `{ token }`, and with the extension `attempt_start_url` everything that the
 * sign-in needs. A body without `integration_id` is the plain contract's, whatever is announced: its window brings
 * the rest in its address. Not so in a session that names the pages it is bound to: anybody can be sent that address.
 */
export async function createAttempt(call: HubCall): Promise<Response> {
  const text = await call.request.text();
  return answerOnce(call, text, () => submit(call, text));
}

async function submit(call: HubCall, text: string): Promise<Outcome> {
  const { world, session, url } = call;
  const body = parseBody(text);
  if (requiredText(body, 'token') !== session.token) {
    throw new ApiError(400, 'token is not the one of this session');
  }
  const planned = await planFor(call, body);
  if (!planned && isBound(call)) throw new ApiError(400, 'integration_id is required: this session is bound');
  const attempt = newAttempt(world, session, planned?.plan ?? null);
  await world.store.put('attempt', attempt.id, attempt);
  if (!planned) return { response: Response.json({ id: attempt.id }, { status: 201 }) };
  await world.store.put('opening', planned.nonce, attempt.id);
  const answer = {
    id: attempt.id,
    start_url: startUrl(world, url, attempt.id),
    expires_in: lifetimeOf(world, session),
  };
  return { response: Response.json(answer, { status: 201 }), lost: planned.lost };
}

const isBound = ({ world, session }: HubCall): boolean =>
  world.extensions.has('attempt_binding') && session.allowedOrigins.length > 0;

/**
 * `GET /hub/connection_attempts/{id}`.
 *
 * With `attempt_phases` the answer carries `phase` and `poll_after` (seconds), and, while another account than the
 * one to be reconnected waits for a word, `another_account: { display_name, instead_of }`; see `confirmAttempt`.
 */
export async function readAttempt({ world, session }: HubCall, id: string): Promise<Response> {
  return Response.json(attemptAnswer(world, await ownAttempt(world, session.owner.id, id)));
}

export const attemptAnswer = (world: World, attempt: Attempt): JsonObject => ({
  status: statusOf(world, attempt),
  account: attempt.accountId === null ? null : { id: attempt.accountId },
  error: attempt.error,
  ...(world.extensions.has('attempt_phases') ? progress(attempt) : {}),
});

function progress({ phase, question }: Attempt): JsonObject {
  const asked = question?.kind === 'another_account' ? question : undefined;
  return {
    phase,
    poll_after: POLL_AFTER[phase],
    ...(asked && {
      another_account: { display_name: asked.signedIn.account, instead_of: asked.insteadOf },
    }),
  };
}

/** Seconds: where the user is at work for a while, there is less to ask. */
const POLL_AFTER: Readonly<Record<Phase, number>> = {
  created: 1,
  start_loaded: 1,
  start_loaded_no_opener: 1,
  at_provider: 2,
  callback_received: 1,
  awaiting_confirmation: 1,
};

/**
 * `DELETE /hub/connection_attempts/{id}`: cancels what is not over yet. The answer is 204 either way: how it ended is
 * what the next GET says.
 */
export async function cancelAttempt({ world, session }: HubCall, id: string): Promise<Response> {
  await ownAttempt(world, session.owner.id, id);
  await changeAttempt(world, id, async () => ({ status: 'cancelled' }));
  return new Response(null, { status: 204 });
}
