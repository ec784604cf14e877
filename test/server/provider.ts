import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { Configuration } from 'oidc-provider';
import { Provider } from 'oidc-provider/lib/provider.js';
import { STYLE } from '../../src/sandbox/sign-in/style.js';
import { type Listening, type ListenOptions, listenWith } from './listen.js';
import { memoryAdapter } from './memory-adapter.js';
import { answerInteraction } from './provider-interaction.js';
import { type Coop, problemPage, sendPage } from './provider-pages.js';

/** The one client that the provider knows: the sandbox. It opens nothing but a sandbox, so it may be written here. */
export const OAUTH_CLIENT = { id: 'connect-hub-sandbox', secret: 'sandbox-only' };

export interface ProviderOptions extends ListenOptions {
  /** Sent with every page, unless the authorization asks for another by its parameter `coop`. Default `'none'`. */
  readonly coop?: Coop | undefined;
}

const notYet: RequestListener = (_, response) => void response.writeHead(503).end();

/**
 * The provider that users sign in at: a certified authorization server with pages of our own. Authorization code with
 * PKCE only, refresh tokens that are replaced on use. It prints nothing and forgets everything when it is closed.
 */
export async function startProvider({ coop = 'none', ...where }: ProviderOptions = {}): Promise<Listening> {
  let handle: RequestListener = notYet;
  const server = await listenWith(
    createServer((request, response) => handle(request, response)),
    where,
  );
  const provider = new Provider(server.url, configuration(coop));
  // Everything that goes wrong is told to the client or on a page.
  provider.silent = true;
  acceptLoopback(provider);
  handle = answering(provider, coop);
  return server;
}

/** The pages are ours, everything else is the library's. */
function answering(provider: Provider, coop: Coop): RequestListener {
  const standard = provider.callback();
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://provider');
    if (pathname === '/page.css') {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8' }).end(STYLE);
    } else if (pathname.startsWith('/interaction/')) {
      void answerInteraction(provider, coop, request, response).catch((error: Error) =>
        sendPage(response, problemPage(coop, problemOf(error))),
      );
    } else void standard(request, response);
  };
}

const problemOf = ({ name }: Error): string =>
  name === 'SessionNotFound'
    ? 'It has expired, or it was begun in another browser.'
    : 'Something went wrong here.';

const HOUR = 3600;

const configuration = (coop: Coop): Configuration => ({
  adapter: memoryAdapter(),
  clients: [
    {
      client_id: OAUTH_CLIENT.id,
      client_secret: OAUTH_CLIENT.secret,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      // Any page of this machine, see acceptLoopback.
      redirect_uris: ['http://127.0.0.1/callback'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [signingKey()] },
  pkce: { required: () => true },
  rotateRefreshToken: true,
  scopes: ['openid', 'email', 'offline_access'],
  claims: { openid: ['sub'], email: ['email'] },
  conformIdTokenClaims: false,
  extraParams: ['coop', 'service'],
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id }) }),
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  renderError: (context, out) => {
    context.respond = false;
    sendPage(context.res, problemPage(coop, out.error_description ?? out.error));
  },
  // Cookies ignore ports: these must not be taken for another server's on this machine.
  cookies: {
    keys: [randomBytes(32).toString('hex')],
    names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' },
  },
  ttl: {
    AccessToken: HOUR,
    AuthorizationCode: 600,
    Grant: 24 * HOUR,
    IdToken: HOUR,
    Interaction: HOUR,
    RefreshToken: 24 * HOUR,
    Session: 24 * HOUR,
  },
});

function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig', kid: 'sandbox' } as const;
}

/** The client runs under many names and ports of this machine: all of them are it, and nothing else is. */
function acceptLoopback(provider: Provider): void {
  provider.Client.prototype.redirectUriAllowed = (address) =>
    URL.canParse(address) &&
    /^http:\/\/(127\.0\.0\.1|([\w-]+\.)?localhost)(:\d+)?\//.test(new URL(address).href);
}
