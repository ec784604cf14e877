import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, type ProvidedContext } from 'vitest';
import { folder } from '../server/folder.js';
import { type FetchHandler, type Listening, listen } from '../server/listen.js';
import {
  API_KEY,
  hostBackend,
  OAUTH_CLIENT,
  oauthClient,
  type SandboxServerOptions,
  startProvider,
  startHosted,
  startSandboxServer,
} from '../server/main.js';
import type { ProviderOptions } from '../server/provider.js';
import { createHost, type HostOptions } from './host.js';

export interface ServersOptions {
  /** How the sandbox differs from the one of `npm start`, say `{ extensions: [] }`. */
  readonly sandbox?: Partial<SandboxServerOptions> | undefined;
  /** How the provider differs from the one of `npm start`, say `{ coop: 'same-origin' }`. */
  readonly provider?: ProviderOptions | undefined;
  /**
   * Gives each a site of its own: `app.localhost` for the playground, `api.localhost` for the sandbox, `idp.localhost`
   * for the provider. Default all on `127.0.0.1`, which browsers take for one site.
   */
  readonly crossSite?: boolean | undefined;
  /** On every page of the playground, say `{ 'cross-origin-opener-policy': 'same-origin' }`. */
  readonly pageHeaders?: ((urls: Servers['urls']) => Record<string, string>) | undefined;
}

export interface Servers {
  /** As the browser reaches them. */
  readonly urls: {
    readonly playground: string;
    readonly sandbox: string;
    readonly provider: string;
    /** The hosted page; always on a site of its own. */
    readonly hosted: string;
  };
  /**
   * The address of a page that shows nothing but the hub, for sessions that its backend makes: by default as Acme's,
   * whose sign-ins begin and come back at the page's origin. Or for a ready-made session, by its token.
   */
  readonly host: (session: object | string, options?: Partial<HostOptions>) => string;
  /** What the product answers, to be had at another site as well. */
  readonly product: FetchHandler;
  /** The token of such a session. */
  readonly session: (session: object) => Promise<string>;
  /** Starts another site under a name: `portal` is `http://portal.localhost`, and a port. */
  readonly site: (name: string, answer: FetchHandler) => Promise<string>;
  /** Hears of every request to the sandbox from now on. */
  readonly hear: (heard: (request: Request) => void) => void;
}

type Endings = (() => Promise<unknown>)[];

/**
 * What `npm start` runs, on free ports with an empty database.
 *
 * To add a service: start it here as scripts/start.mjs does, put its address into `urls` and its end among the
 * `endings`.
 */
export async function startServers(options: ServersOptions, endings: Endings): Promise<Servers> {
  const { sandbox, provider, crossSite = false, pageHeaders } = options;
  const named = (name: string, { url }: Pick<Listening, 'url'>): string =>
    crossSite ? url.replace('127.0.0.1', `${name}.localhost`) : url;
  const data = await mkdtemp(join(tmpdir(), 'connect-hub-e2e-'));
  endings.push(() => rm(data, { recursive: true, force: true }));

  const idp = await startProvider(provider);
  endings.push(idp.close);
  const ears: ((request: Request) => void)[] = [];
  const hosted = await startHosted({
    folder: built('frames').hosted,
    config: () => ({ baseUrl: urls.sandbox, allowedOrigins: [urls.playground], name: 'Fernway' }),
  });
  endings.push(hosted.close);
  const api = await startSandboxServer({
    databasePath: join(data, 'sandbox.db'),
    oauth: oauthClient({ issuer: idp.url, client: OAUTH_CLIENT, browserOrigin: named('idp', idp) }),
    publicly: (url) => named('api', { url }),
    onRequest: (request) => {
      for (const ear of ears) ear(request);
    },
    ...sandbox,
  });
  endings.push(api.close);
  const backend = hostBackend({
    sandboxUrl: api.url,
    publicSandboxUrl: named('api', api),
    hostedUrl: hosted.url,
    apiKey: API_KEY,
  });
  const host = createHost();
  const product: FetchHandler = (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/api/')) return backend(request);
    return pathname.startsWith('/host/') ? host.answer(request) : pages(request);
  };
  const app = await listen(product);
  endings.push(app.close);
  const urls = {
    playground: named('app', app),
    sandbox: named('api', api),
    provider: named('idp', idp),
    hosted: hosted.url,
  };
  const pages = folder(built('playground').folder, pageHeaders?.(urls));
  return {
    urls,
    product,
    host(session, chosen) {
      const token = async () =>
        typeof session === 'string' ? session : createSession(api.url, urls.playground, session);
      return urls.playground + host.page({ baseUrl: urls.sandbox, ...chosen, token });
    },
    session: (session) => createSession(api.url, urls.playground, session),
    async site(name, answer) {
      const other = await listen(answer);
      endings.push(other.close);
      return other.url.replace('127.0.0.1', `${name}.localhost`);
    },
    hear: (ear) => void ears.push(ear),
  };
}

/** What was built for this run. */
function built<K extends 'playground' | 'frames'>(what: K): ProvidedContext[K] {
  const found = inject(what);
  if (found.problem) throw new Error(`The ${what} could not be built: ${found.problem}`);
  return found;
}

/** @returns the session's token. */
async function createSession(sandboxUrl: string, origin: string, session: object): Promise<string> {
  const body = {
    origin_owner_id: 'acme-corp',
    origin_owner_name: 'Acme Corp',
    allowed_origins: [origin],
    return_url: `${origin}/connect-return.html`,
    ...session,
  };
  const headers = { authorization: `Basic ${btoa(`${API_KEY}:`)}`, 'content-type': 'application/json' };
  const init = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${sandboxUrl}/connect_sessions`, init);
  if (!answer.ok) throw new Error(await answer.text());
  return ((await answer.json()) as { readonly token: string }).token;
}
