import { accountToChange } from '../accounts.js';
import { changeAttempt, checkPending, ownAttempt } from '../attempts.js';
import { findConnector } from '../connectors.js';
import { checkCredentials } from '../credentials.js';
import type { Plan } from '../documents.js';
import { ApiError } from '../errors.js';
import { setupOf } from '../fields.js';
import { tryAtProvider } from '../magic-values.js';
import { sessionOf } from '../sessions.js';
import type { World } from '../world.js';
import { authorize } from './authorize.js';
import { failed } from './finish.js';
import { orRefusalPage, redirect } from './pages.js';

const CALLBACK = '/embedded/accounts/callback';
const OWN_PARAMETERS: ReadonlySet<string> = new Set(['token', 'redirect_uri', 'connection_attempt_id']);

/**
 * `GET /connect/oauth2/{integration_id}`: the plain contract's window, which brings everything in its address and
 * proves nothing. An attempt that was made for the start page is not for it: its proof would be got round.
 */
export const openPlainWindow = (world: World, request: Request, id: string): Promise<Response> =>
  orRefusalPage(world, async () => {
    const url = new URL(request.url);
    const { searchParams } = url;
    const session = await sessionOf(world, rawToken(url.search));
    const redirectUri = searchParams.get('redirect_uri') ?? '';
    checkRedirect(redirectUri);
    const entry = findConnector(world, session, id);
    const { type, fields } = setupOf(entry);
    if (type !== 'oauth2') throw new ApiError(400, `${entry.name} is not connected by signing in`);
    const attemptId = searchParams.get('connection_attempt_id') ?? '';
    const attempt = await ownAttempt(world, session.owner.id, attemptId);
    checkPending(world, attempt);
    if (attempt.hasStartPage) throw new ApiError(403, 'This sign-in has a start page of its own');
    const keys = new Set(fields.map((field) => field.key).filter((key) => !OWN_PARAMETERS.has(key)));
    const credentials = new Map([...searchParams].filter(([key]) => keys.has(key)));
    const before = await accountToChange(world, { session, entry });
    const stored = before?.integrationId === id ? before : undefined;
    try {
      checkCredentials(world, fields, credentials, stored);
      await tryAtProvider(world, entry, credentials, request.signal);
    } catch (error) {
      if (error instanceof ApiError) await changeAttempt(world, attemptId, refusedBy(error));
      throw error;
    }
    const plan: Plan = {
      token: session.token,
      integrationId: id,
      credentials: Object.fromEntries(credentials),
      accountId: null,
      challenge: null,
      allowedOrigins: [],
      returnUrl: null,
      asks: false,
    };
    await changeAttempt(world, attemptId, async () => ({ plan }));
    return redirect(await authorize(world, url, attemptId, plan, { kind: 'none', redirectUri }));
  });

const refusedBy = ({ status, message }: ApiError) =>
  failed(status === 409 ? 'already_connected' : 'provider_error', message);

/** The text as it stands in the URL: the real service does not decode it, and refuses `%3D` for the `=` of base64. */
const rawToken = (search: string): string | null =>
  search
    .slice(1)
    .split('&')
    .find((pair) => pair.startsWith('token='))
    ?.slice('token='.length) ?? null;

/** Only to a callback page: whoever made the URL must not choose another end for it. */
function checkRedirect(redirectUri: string): void {
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.pathname.endsWith(CALLBACK)) {
    throw new ApiError(400, `redirect_uri must be the address of a page at ${CALLBACK}`);
  }
}
