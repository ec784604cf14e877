import { connect } from './accounts.js';
import { findAttempt, finishAttempt, statusOf } from './attempts.js';
import { findConnector } from './connectors.js';
import { checkCredentials, type Credentials } from './credentials.js';
import type { Attempt, Session } from './documents.js';
import { ApiError } from './errors.js';
import { setupOf } from './fields.js';
import { tryAtProvider } from './magic-values.js';
import type { Connector } from './scenarios/definition.js';
import { sessionOf } from './sessions.js';
import { consentPage, refusalPage } from './sign-in-pages.js';
import type { World } from './world.js';

/** What the window's URL asks for, once all of it has been found right. */
interface SignIn {
  readonly session: Session;
  readonly attempt: Attempt;
  readonly entry: Connector;
  readonly credentials: Credentials;
  readonly redirectUri: string;
}

const CALLBACK = '/embedded/accounts/callback';
const OWN_PARAMETERS: ReadonlySet<string> = new Set(['token', 'redirect_uri', 'connection_attempt_id']);

/** `GET /connect/oauth2/{integration_id}`: asks the user, in the provider's place. */
export const showSignIn = (world: World, request: Request, id: string): Promise<Response> =>
  orRefusalPage(async () => {
    const { session, entry, redirectUri } = await openSignIn(world, request, id);
    return consentPage(entry.name, session.owner, redirectUri);
  });

/** `POST` on the same URL: what the user chose there. */
export const decide = (world: World, request: Request, id: string): Promise<Response> =>
  orRefusalPage(async () => {
    const signIn = await openSignIn(world, request, id);
    const form = new URLSearchParams(await request.text());
    const end = await endOf(world, signIn, form, request.signal);
    const { session, attempt, redirectUri } = signIn;
    const finished = await finishAttempt(world, session.owner.id, attempt.id, end);
    if (finished.status === 'cancelled' || finished.status === 'pending') throw over();
    return new Response(null, { status: 303, headers: { location: redirectUri } });
  });

const over = () => new ApiError(410, 'This sign-in is over. Start again where you came from.');

async function orRefusalPage(show: () => Promise<Response>): Promise<Response> {
  try {
    return await show();
  } catch (error) {
    if (error instanceof ApiError) return refusalPage(error.status, error.message);
    throw error;
  }
}

async function openSignIn(world: World, request: Request, id: string): Promise<SignIn> {
  const { search, searchParams } = new URL(request.url);
  const session = await sessionOf(world, rawToken(search));
  const redirectUri = searchParams.get('redirect_uri') ?? '';
  checkRedirect(redirectUri);
  const entry = findConnector(world, session, id);
  const { type, fields } = setupOf(entry);
  if (type !== 'oauth2') throw new ApiError(400, `${entry.name} is not connected by signing in`);
  const keys = new Set(fields.map((field) => field.key).filter((key) => !OWN_PARAMETERS.has(key)));
  const credentials = new Map([...searchParams].filter(([key]) => keys.has(key)));
  checkCredentials(world, fields, credentials);
  const attempt = await findAttempt(world, session.owner.id, searchParams.get('connection_attempt_id') ?? '');
  if (statusOf(world, attempt) !== 'pending') throw over();
  return { session, attempt, entry, credentials, redirectUri };
}

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

type End = () => Promise<Partial<Attempt>>;

async function endOf(world: World, signIn: SignIn, form: URLSearchParams, signal: AbortSignal): Promise<End> {
  const { session, entry, credentials } = signIn;
  switch (form.get('decision')) {
    case 'allow': {
      const refusal = await refusalOf(tryAtProvider(world, entry, credentials, signal));
      if (refusal) return failed('provider_error', refusal);
      return async () => {
        const account = await connect(world, { session, entry, credentials, signedInAs: form.get('as') });
        return { status: 'authenticated', accountId: account.id };
      };
    }
    case 'deny':
      return failed('access_denied', 'The user did not agree.');
    case 'fail':
      return failed('provider_error', `${entry.name} reported an error: temporarily_unavailable`);
    default:
      throw new ApiError(400, 'decision must be allow, deny or fail');
  }
}

const failed =
  (code: string, description: string): End =>
  async () => ({ status: 'error', error: { code, description } });

async function refusalOf(trial: Promise<unknown>): Promise<string | undefined> {
  try {
    await trial;
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}
