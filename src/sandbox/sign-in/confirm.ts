import { attemptAnswer } from '../hub-attempts.js';
import { changeAttempt, ownAttempt } from '../attempts.js';
import { type JsonObject, parseBody, requiredText } from '../body.js';
import type { Attempt, Plan, Question } from '../documents.js';
import { ApiError } from '../errors.js';
import type { HubCall } from '../hub-call.js';
import { s256 } from '../ids.js';
import type { World } from '../world.js';
import { connectSignedIn, exchange } from './finish.js';

/**
 * `POST /hub/connection_attempts/{id}/confirm`: the hub's word on an attempt whose phase is `awaiting_confirmation`.
 * The answer is the attempt as it is then.
 *
 * - `{ confirm, verifier }`: the sign-in came back to the host's return page, and this is the page that began it.
 * - `{ replace: true }`: the attempt's answer has `another_account`, and the user wants that one in place of the one that
 *   is there. The browser has been proved by then, so a page that was reloaded, and has no verifier any more, can say
 *   it, too. No word is needed for a no: `DELETE` leaves the account as it is.
 *
 * 403 for a wrong `verifier` or `confirm`, 409 where nothing waits for a word, for it is given once.
 */
export async function confirmAttempt({ world, session, request }: HubCall, id: string): Promise<Response> {
  const body = parseBody(await request.text());
  const { plan, question } = await ownAttempt(world, session.owner.id, id);
  if (!plan || !question) throw nothingToConfirm();
  await checkProof(plan, question, body);
  return Response.json(attemptAnswer(world, await goOn(world, id, question)));
}

const nothingToConfirm = (): ApiError => new ApiError(409, 'This attempt has nothing to confirm');

async function checkProof({ challenge }: Plan, question: Question, body: JsonObject): Promise<void> {
  if (question.kind === 'another_account') {
    if (body['replace'] !== true) throw new ApiError(400, 'replace must be true');
    return;
  }
  const isRight =
    (await s256(requiredText(body, 'verifier'))) === challenge &&
    requiredText(body, 'confirm') === question.confirm;
  if (!isRight) throw new ApiError(403, 'This sign-in was not started in this browser');
}

async function goOn(world: World, id: string, question: Question): Promise<Attempt> {
  let isFirst = false;
  await changeAttempt(world, id, async (attempt) => {
    isFirst = attempt.question !== null;
    return { question: null };
  });
  if (!isFirst) throw nothingToConfirm();
  if (question.kind === 'another_account') {
    return connectSignedIn(world, id, question.signedIn, true);
  }
  const { callbackUrl, state, codeVerifier } = question;
  return exchange(world, id, { url: callbackUrl, state, codeVerifier });
}
