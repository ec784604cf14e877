import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import type { Sandbox } from '../../src/sandbox.js';
import { folder as served } from '../server/folder.js';
import { type FetchHandler, listen } from '../server/listen.js';
import { browse } from './browser.js';
import { exampleAfter } from './readme.js';
import { runNode } from './run.js';

const AROUND = join(import.meta.dirname, 'app');

/** Puts an app into a host's folder: what a fresh Vite and React app has, and the page of the README as it stands. */
export function writeApp(folder: string): void {
  cpSync(AROUND, folder, { recursive: true });
  writeFileSync(join(folder, 'src', 'Integrations.tsx'), exampleAfter('**Your page** shows the hub'));
  writeFileSync(join(folder, 'backend.js'), asModule(exampleAfter('**Your backend** makes a session')));
}

/** Compiles the app, builds it, and connects an account in it, all as the README says. */
export async function tryApp(folder: string): Promise<void> {
  expect(await runNode(folder, 'node_modules/typescript/bin/tsc', '-p', '.')).toMatchObject({
    stdout: '',
    code: 0,
  });
  const built = await runNode(folder, 'node_modules/vite/bin/vite.js', 'build');
  expect(built).toMatchObject({ code: 0, stderr: '' });

  const { createSandbox } = (await import(
    pathToFileURL(join(folder, 'node_modules/connect-hub/dist/sandbox.js')).href
  )) as { createSandbox: () => Sandbox };
  const sandbox = createSandbox();
  const api: FetchHandler = (request) => sandbox.fetch(request);
  const backend = await startBackend(folder, api);
  const pages = served(join(folder, 'dist'));
  const site = await listen((request) =>
    new URL(request.url).pathname.startsWith('/api/') ? backend(request) : pages(request),
  );
  try {
    const problems = await browse(site.url, api, async (page) => {
      await page.getByRole('combobox', { name: 'Search by name or category' }).fill('bamboo');
      await page.keyboard.press('Enter');
      await page.getByLabel('BambooHR subdomain').fill('acme');
      await page.getByLabel('API key', { exact: true }).fill('a-key-that-works');
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
      const saved = await page.evaluate(() => (globalThis as unknown as { saved: unknown[][] }).saved);
      expect(saved).toEqual([[expect.any(String), 'bamboohr', 'created']]);
      expect(await page.locator('.hub').evaluate((hub) => getComputedStyle(hub).height)).toBe('600px');
    });
    expect(problems).toEqual([]);
  } finally {
    await site.close();
  }
}

type Handler = (request: object, response: { json: (body: unknown) => void }) => Promise<void>;
type App = { post: (path: string, handler: Handler) => void };
type Backend = (
  app: App,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  process: object,
) => void;

/** The README's backend is written against names that its host has; here they are handed to it. */
const asModule = (code: string): string => `export default (app, fetch, process) => {\n${code}};\n`;

/** Runs the README's backend, for a customer who is signed in, with the sandbox in the place of the API. */
async function startBackend(folder: string, api: FetchHandler): Promise<FetchHandler> {
  const { default: start } = (await import(pathToFileURL(join(folder, 'backend.js')).href)) as {
    default: Backend;
  };
  const handlers = new Map<string, Handler>();
  start(
    { post: (path, handler) => void handlers.set(path, handler) },
    (url, init) => api(new Request(url, init)),
    { env: { STACKONE_API_KEY: 'sandbox_key' } },
  );
  const customer = { id: 'acme', name: 'Acme' };
  return (request) =>
    new Promise((resolve, reject) => {
      const handler = handlers.get(new URL(request.url).pathname);
      const json = (body: unknown): void => resolve(Response.json(body));
      if (handler) handler({ customer }, { json }).catch(reject);
      else resolve(new Response('Not found', { status: 404 }));
    });
}
