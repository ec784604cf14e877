import type { Submission } from './documents.js';
import { ApiError, ConnectionLost, errorAnswer } from './errors.js';
import type { HubCall } from './hub-call.js';

/** What a submission came to; a lost answer is one that was given and did not arrive. */
export interface Outcome {
  readonly response: Response;
  readonly lost?: boolean;
}

/** Runs a submission once for its `Idempotency-Key`, and gives its answer to every retry. */
export async function answerOnce(
  call: HubCall,
  body: string,
  submit: () => Promise<Outcome>,
): Promise<Response> {
  const key = idempotencyKey(call);
  if (key === null) return arrive(await submit());
  const { world, session, request, path } = call;
  const id = JSON.stringify([session.owner.id, key]);
  const fingerprint = hash(`${request.method} ${path} ${body}`);
  if (world.running.has(id)) {
    throw new ApiError(409, 'A request with this Idempotency-Key is still being processed');
  }
  world.running.add(id);
  try {
    const earlier = await world.store.get<Submission>('submission', id);
    if (earlier) return answerAgain(earlier, fingerprint);
    const outcome = await submit().catch((error: unknown) => ({
      response: errorAnswer(error, world.now()),
      lost: false,
    }));
    await keep(call, id, fingerprint, outcome.response);
    return arrive(outcome);
  } finally {
    world.running.delete(id);
  }
}

/** The key, where the extension is on and the hub sent one. */
export const idempotencyKey = ({ world, request }: HubCall): string | null =>
  world.extensions.has('idempotency') ? request.headers.get('idempotency-key') : null;

function arrive({ response, lost }: Outcome): Response {
  if (lost) throw new ConnectionLost();
  return response;
}

function answerAgain(earlier: Submission, fingerprint: string): Response {
  if (earlier.fingerprint !== fingerprint) {
    throw new ApiError(422, 'This Idempotency-Key was used with another body');
  }
  return Response.json(earlier.body, { status: earlier.status });
}

/** An answer that says nothing about the submission itself is not kept: a retry may find another. */
const isPassing = (status: number): boolean => status >= 500 || [401, 403, 429].includes(status);

async function keep({ world }: HubCall, id: string, fingerprint: string, response: Response): Promise<void> {
  if (isPassing(response.status)) return;
  const submission: Submission = {
    fingerprint,
    status: response.status,
    body: await response.clone().json(),
  };
  await world.store.put('submission', id, submission);
}

/** 64-bit FNV-1a: tells bodies apart without keeping them, and runs where a page has no `crypto.subtle`. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(16);
}
