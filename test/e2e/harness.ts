import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';
import { folder } from '../server/folder.js';
import { type Listening, listen } from '../server/listen.js';
import {
  API_KEY,
  hostBackend,
  OAUTH_CLIENT,
  oauthClient,
  type SandboxServerOptions,
  startProvider,
  startSandboxServer,
} from '../server/main.js';
import type { ProviderOptions } from '../server/provider.js';

export interface StageOptions extends BrowserContextOptions {
  /** How the sandbox differs from the one of `npm start`, say `{ extensions: [] }`. */
  readonly sandbox?: Partial<SandboxServerOptions>;
  /** How the provider differs from the one of `npm start`, say `{ coop: 'same-origin' }`. */
  readonly provider?: ProviderOptions;
  /**
   * Gives each a site of its own: `app.localhost` for the playground, `api.localhost` for the sandbox, `idp.localhost`
   * for the provider. Default all on `127.0.0.1`, which browsers take for one site.
   */
  readonly crossSite?: boolean;
  /** On every page of the playground, say `{ 'cross-origin-opener-policy': 'same-origin' }`. */
  readonly pageHeaders?: Record<string, string>;
}

/** What `npm start` runs, on free ports with an empty database, and a browser's page that is still blank. */
export interface Stage {
  readonly page: Page;
  /** For more pages, or a second person with a context of their own. */
  readonly browser: Browser;
  /** As the browser reaches them. */
  readonly urls: { readonly playground: string; readonly sandbox: string; readonly provider: string };
  /** What the page complained about so far: uncaught errors, and errors on its console. */
  readonly problems: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * Sets the stage; a test closes it again.
 *
 * To add a service of `npm start`: start it here as scripts/start.mjs does, put its address into `urls` and its
 * end among the `endings`.
 */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { sandbox, provider, crossSite = false, pageHeaders, ...contextOptions } = options;
  const named = (name: string, { url }: Listening): string =>
    crossSite ? url.replace('127.0.0.1', `${name}.localhost`) : url;
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of endings.toReversed()) await end();
  };
  try {
    const data = await mkdtemp(join(tmpdir(), 'connect-hub-e2e-'));
    endings.push(() => rm(data, { recursive: true, force: true }));

    const idp = await startProvider(provider);
    endings.push(idp.close);
    const oauth = oauthClient({
      issuer: idp.url,
      client: OAUTH_CLIENT,
      browserOrigin: named('idp', idp),
    });
    const api = await startSandboxServer({ databasePath: join(data, 'sandbox.db'), oauth, ...sandbox });
    endings.push(api.close);
    const site = await startPlayground(api.url, named('api', api), pageHeaders);
    endings.push(site.close);

    const { executablePath, env } = await findChromium();
    const browser = await chromium.launch({ executablePath, env, args: CHROMIUM_ARGS });
    endings.push(() => browser.close());
    const page = await (await browser.newContext(contextOptions)).newPage();
    return {
      page,
      browser,
      urls: { playground: named('app', site), sandbox: named('api', api), provider: named('idp', idp) },
      problems: problemsOf(page),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An address of a stage that is across sites, for Node: it does not know those names everywhere. */
export const forNode = (url: string): string => url.replace(/\/\/[\w-]+\.localhost(?=[:/])/, '//127.0.0.1');

/** Into test-results/, which is not in the repository: to be looked at, not compared. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const results = join(import.meta.dirname, '..', '..', 'test-results');
  await mkdir(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`), animations: 'disabled' });
}

async function startPlayground(
  sandboxUrl: string,
  publicSandboxUrl: string,
  headers?: Record<string, string>,
): Promise<Listening> {
  const built = inject('playground');
  if (built.problem) throw new Error(`The playground could not be built: ${built.problem}`);
  const backend = hostBackend({ sandboxUrl, publicSandboxUrl, apiKey: API_KEY });
  const pages = folder(built.folder, headers);
  return listen((request) =>
    new URL(request.url).pathname.startsWith('/api/') ? backend(request) : pages(request),
  );
}

function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => void problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}
