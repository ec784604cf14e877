import { checkPending, findAttempt } from '../attempts.js';
import { findConnector } from '../connectors.js';
import type { Authorization, Session } from '../documents.js';
import { ApiError, tokenNotValid } from '../errors.js';
import { definitionOf } from '../scenarios/open.js';
import type { World } from '../world.js';
import { callbackUrl } from './addresses.js';
import { escapeHtml, page } from './html.js';
import { orRefusalPage, redirect } from './pages.js';
import { giveCode } from './played-provider.js';

/** `GET /consent?state=`: the sandbox in the provider's place. */
export const consentPage = (world: World, url: URL): Promise<Response> =>
  orRefusalPage(world, async () => {
    const { authorization, session } = await asked(world, url);
    const { name } = findConnector(world, session, authorization.integrationId);
    const as = escapeHtml(session.owner.username ?? 'avery@acme.example');
    const coop = definitionOf(session.token)?.authorize?.['coop'] ?? 'unsafe-none';
    const body = `<p><strong>${escapeHtml(session.owner.name)}</strong> asks to use your ${escapeHtml(name)} account.
This is a sandbox: there is no real ${escapeHtml(name)} behind it.</p>
<form method="post">
<label for="as">Sign in as</label>
<input id="as" name="as" value="${as}" required autocomplete="off" spellcheck="false">
<button name="decision" value="allow">Allow</button>
<button name="decision" value="deny" class="quiet">Deny</button>
<button name="decision" value="fail" class="quiet">Something goes wrong</button>
</form>`;
    return page({
      base: world.base,
      coop,
      title: `Sign in to ${name}`,
      body,
      // Chromium holds a form's redirects to this, too.
      formAction: ["'self'", ...originsAfter(authorization)].join(' '),
    });
  });

const originsAfter = ({ way }: Authorization): string[] => {
  const next = way.kind === 'return' ? way.url : way.kind === 'none' ? way.redirectUri : null;
  return next === null ? [] : [new URL(next).origin];
};

/** `POST` on the same address: what the user chose, sent back as a provider does. */
export const decide = (world: World, request: Request): Promise<Response> =>
  orRefusalPage(world, async () => {
    const url = new URL(request.url);
    const { authorization } = await asked(world, url);
    const form = new URLSearchParams(await request.text());
    const answer = await answerTo(world, form);
    const state = url.searchParams.get('state') ?? '';
    const query = new URLSearchParams({ ...answer, state });
    return redirect(`${callbackUrl(world, url, authorization.integrationId)}?${query}`);
  });

/** What nobody should show as it comes: markup, and what looks like a token. */
export const HOSTILE_DESCRIPTION =
  '<img src=x onerror=alert(1)> <b>upstream</b> said: Bearer eyJhbGciOiJIUzI1NiJ9.e30.sandbox-only';

async function answerTo(world: World, form: URLSearchParams): Promise<Record<string, string>> {
  switch (form.get('decision')) {
    case 'allow':
      return { code: await giveCode(world.store, world.random, form.get('as') ?? '') };
    case 'deny':
      return { error: 'access_denied', error_description: 'The user did not agree.' };
    case 'fail':
      return { error: 'server_error', error_description: HOSTILE_DESCRIPTION };
    default:
      throw new ApiError(400, 'decision must be allow, deny or fail');
  }
}

async function asked(
  world: World,
  { searchParams }: URL,
): Promise<{ authorization: Authorization; session: Session }> {
  const state = searchParams.get('state') ?? '';
  const authorization = await world.store.get<Authorization>('authorization', state);
  if (!authorization) throw new ApiError(400, 'This sign-in is not known here, or it was finished before.');
  const attempt = await findAttempt(world, authorization.attemptId);
  checkPending(world, attempt);
  const session = await world.store.get<Session>('session', attempt.plan?.token ?? '');
  if (!session) throw tokenNotValid();
  return { authorization, session };
}
