/** The servers that `npm start` and the e2e tests run; scripts/start.mjs loads this one module. */
import { createSandbox, type SandboxOptions } from '../../src/sandbox.js';
import { folder } from './folder.js';
import { type FetchHandler, type Listening, type ListenOptions, listen } from './listen.js';
import { sqlStore } from './sql-store.js';

export { hostBackend } from './host-backend.js';
export { startHosted } from './hosted.js';
export { listenWith, nodeListener } from './listen.js';
export { oauthClient } from './oauth-client.js';
export { OAUTH_CLIENT, startProvider } from './provider.js';

/** The sandbox's key where none is chosen: it opens nothing but a sandbox, so it may be printed. */
export const API_KEY = 'sandbox_key';

export interface SandboxServerOptions extends ListenOptions, Omit<SandboxOptions, 'store'> {
  /** The database file; its folder is made where it is missing. */
  readonly databasePath: string;
  /** Default the server's own origin, which serves the logos of public/logos under `/logos`. */
  readonly assetsUrl?: string;
  /** The server's origin as browsers know it. Default the same. */
  readonly publicly?: (url: string) => string;
  /** Hears of every request to the sandbox, before it is answered. */
  readonly onRequest?: (request: Request) => void;
}

const LOGO_HEADERS = {
  'access-control-allow-origin': '*',
  'cache-control': 'public, max-age=86400',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
};

const notYet: FetchHandler = async () => new Response(null, { status: 503 });

/** The sandbox over HTTP, keeping what it is told in a database file. */
export async function startSandboxServer(options: SandboxServerOptions): Promise<Listening> {
  const { port, hostname, databasePath, onRequest, publicly, ...chosen } = options;
  const logos = folder(new URL('../../public/', import.meta.url), LOGO_HEADERS);
  const store = sqlStore(databasePath);
  // The sandbox puts its address into what it answers, and with port 0 that is known only once it listens.
  let sandbox = notYet;
  const handler: FetchHandler = (request) => (isForLogo(request) ? logos(request) : sandbox(request));
  try {
    const server = await listen(handler, { port, hostname });
    const assetsUrl = publicly?.(server.url) ?? server.url;
    const created = createSandbox({ apiKey: API_KEY, assetsUrl, ...chosen, store });
    sandbox = (request) => {
      onRequest?.(request);
      return created.fetch(request);
    };
    return { url: server.url, close: () => server.close().finally(() => store.close()) };
  } catch (error) {
    store.close();
    throw error;
  }
}

function isForLogo(request: Request): boolean {
  return request.method === 'GET' && new URL(request.url).pathname.startsWith('/logos/');
}
