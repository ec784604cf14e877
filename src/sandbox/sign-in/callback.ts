import { changeAttempt, checkPending, findAttempt, reachPhase, signInOver } from '../attempts.js';
import type { Attempt, Authorization } from '../documents.js';
import { ApiError } from '../errors.js';
import { secret } from '../ids.js';
import type { World } from '../world.js';
import { doneUrl } from './addresses.js';
import { takeAuthorization } from './authorize.js';
import { dropCookie, readCookie } from './cookies.js';
import { exchange, failed } from './finish.js';
import { orRefusalPage, redirect } from './pages.js';

/**
 * `GET /callback/{integration_id}`: the user is back from the provider. Before anything is exchanged it is made sure
 * that this is where the sign-in began: by the start page's cookie, or by leaving the end to the hub's own page.
 */
export const comeBack = (world: World, request: Request, integrationId: string): Promise<Response> =>
  orRefusalPage(world, async () => {
    const url = new URL(request.url);
    const state = url.searchParams.get('state') ?? '';
    const authorization = await takeAuthorization(world, state);
    if (authorization?.integrationId !== integrationId) {
      throw new ApiError(400, 'This sign-in is not known here, or it was finished before.');
    }
    const { attemptId, codeVerifier, way } = authorization;
    checkPending(world, await findAttempt(world, attemptId));
    if (way.kind === 'cookie' && readCookie(request, attemptId) !== way.value) {
      await changeAttempt(world, attemptId, failed('not_same_browser', null));
      throw new ApiError(403, 'This sign-in was not started in this browser.');
    }
    if (url.searchParams.has('error')) {
      return leave(world, url, authorization, await changeAttempt(world, attemptId, refused(url)));
    }
    if (way.kind === 'return') return askHub(world, url, state, authorization, way.url);
    await reachPhase(world, attemptId, 'callback_received');
    return leave(
      world,
      url,
      authorization,
      await exchange(world, attemptId, { url: url.href, state, codeVerifier }),
    );
  });

/** What the provider says instead of yes. Its words are as it chose them: whoever shows them has to see to that. */
function refused({ searchParams }: URL) {
  const error = searchParams.get('error') ?? '';
  const description = searchParams.get('error_description') ?? error;
  return failed(error === 'access_denied' ? 'access_denied' : 'provider_error', description);
}

/** The fragment reaches the host's page and no server, and no log. */
async function askHub(
  world: World,
  url: URL,
  state: string,
  authorization: Authorization,
  returnUrl: string,
): Promise<Response> {
  const { attemptId, codeVerifier } = authorization;
  const confirm = secret(world.random);
  const question = { kind: 'came_back', confirm, callbackUrl: url.href, state, codeVerifier } as const;
  const phase = 'awaiting_confirmation';
  const attempt = await changeAttempt(world, attemptId, async () => ({ phase, question }));
  if (attempt.status !== 'pending') throw signInOver();
  return redirect(`${returnUrl}#attempt=${attemptId}&confirm=${confirm}`);
}

/** Away from the address that holds the provider's answer. */
function leave(world: World, url: URL, { attemptId, way }: Authorization, attempt: Attempt): Response {
  if (attempt.status === 'cancelled') throw signInOver();
  switch (way.kind) {
    case 'none':
      return redirect(way.redirectUri ?? doneUrl(world, url));
    case 'cookie':
      return redirect(doneUrl(world, url), dropCookie(url, attemptId));
    case 'return':
      return redirect(`${way.url}#attempt=${attemptId}`);
  }
}
