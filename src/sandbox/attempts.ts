import { parseBody, requiredText } from './body.js';
import type { Attempt } from './documents.js';
import { ApiError } from './errors.js';
import type { HubCall } from './hub-call.js';
import { answerOnce, type Outcome } from './idempotency.js';
import { uuid } from './ids.js';
import type { World } from './world.js';

/** `POST /hub/connection_attempts` */
export async function createAttempt(call: HubCall): Promise<Response> {
  const text = await call.request.text();
  return answerOnce(call, text, () => submit(call, text));
}

async function submit({ world, session }: HubCall, text: string): Promise<Outcome> {
  if (requiredText(parseBody(text), 'token') !== session.token) {
    throw new ApiError(400, 'token is not the one of this session');
  }
  const attempt: Attempt = {
    id: uuid(world.random),
    ownerId: session.owner.id,
    status: 'pending',
    accountId: null,
    error: null,
    expiresAt: world.now() + world.attemptLifetime * 1000,
  };
  await world.store.put('attempt', attempt.id, attempt);
  return { response: Response.json({ id: attempt.id }, { status: 201 }) };
}

/** `GET /hub/connection_attempts/{id}` */
export async function readAttempt({ world, session }: HubCall, id: string): Promise<Response> {
  const attempt = await findAttempt(world, session.owner.id, id);
  return Response.json({
    status: statusOf(world, attempt),
    account: attempt.accountId === null ? null : { id: attempt.accountId },
    error: attempt.error,
  });
}

/** `DELETE /hub/connection_attempts/{id}`: cancels what is not over yet. */
export async function cancelAttempt({ world, session }: HubCall, id: string): Promise<Response> {
  await finishAttempt(world, session.owner.id, id, async () => ({ status: 'cancelled' }));
  return new Response(null, { status: 204 });
}

export async function findAttempt(world: World, ownerId: string, id: string): Promise<Attempt> {
  const attempt = await world.store.get<Attempt>('attempt', id);
  if (attempt?.ownerId !== ownerId) throw new ApiError(404, `The connection attempt ${id} does not exist`);
  return attempt;
}

/** The status right now: time itself ends an attempt. */
export const statusOf = (world: World, { status, expiresAt }: Attempt): Attempt['status'] | 'expired' =>
  status === 'pending' && world.now() >= expiresAt ? 'expired' : status;

/**
 * Gives a pending attempt its end. One that is over keeps the end that it has: whoever comes second learns it from
 * the answer.
 */
export async function finishAttempt(
  world: World,
  ownerId: string,
  id: string,
  end: () => Promise<Partial<Attempt>>,
): Promise<Attempt> {
  return world.inTurn(async () => {
    const attempt = await findAttempt(world, ownerId, id);
    if (statusOf(world, attempt) !== 'pending') return attempt;
    const finished = { ...attempt, ...(await end()) };
    await world.store.put('attempt', id, finished);
    return finished;
  });
}
