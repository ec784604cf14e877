import { serve } from '@hono/node-server';
import { createSandbox } from 'connect-hub/sandbox';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createServer, type ViteDevServer } from 'vite';

/**
 * What needs a browser: the window of a sign-in, and a network that goes away. The sandbox is behind HTTP, for its page
 * that asks for consent is a page like any other. The tests play your backend.
 */
let app: ViteDevServer;
let browser: Browser;
let api: ReturnType<typeof serve>;
let page: Page;

beforeAll(async () => {
  const sandbox = createSandbox();
  api = serve({ fetch: (request) => sandbox.fetch(request), hostname: '127.0.0.1', port: 0 });
  app = await createServer({ server: { host: '127.0.0.1', port: 0 }, logLevel: 'error' });
  await app.listen();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
});

afterAll(async () => {
  await browser.close();
  await app.close();
  api.close();
});

beforeEach(async () => {
  page = await browser.newPage();
});

afterEach(() => page.close());

async function openHub(token: string) {
  const { port } = api.address() as AddressInfo;
  await page.route('**/api/config', (route) =>
    route.fulfill({ json: { baseUrl: `http://127.0.0.1:${port}` } }),
  );
  await page.route('**/api/connect-token', (route) => route.fulfill({ json: { token } }));
  await page.goto(app.resolvedUrls?.local[0] ?? '');
  await page.getByRole('button', { name: 'Connect an account' }).click();
}

/** Goes to the provider, which is the sandbox's own page here, and presses one of its buttons. */
async function signIn(decision: 'Allow' | 'Deny') {
  const opened = page.waitForEvent('popup');
  await page.getByRole('button', { name: /^Continue to/ }).click();
  const consent = await opened;
  await consent.getByRole('button', { name: decision }).click();
}

const listed = () => page.getByRole('list', { name: 'Connected' }).getByRole('listitem').allTextContents();

test('an account is connected by signing in at its provider', async () => {
  await openHub('sandbox:oauth');
  await signIn('Allow');
  await page.getByRole('heading', { name: /is connected/ }).waitFor();
  expect(await listed()).toHaveLength(1);
});

test('whoever does not agree at the provider is back in the form', async () => {
  await openHub('sandbox:oauth');
  await signIn('Deny');
  await page.getByText('Last problem: access_denied').waitFor();
  expect(await listed()).toEqual([]);
});

test('without a network nothing is connected, and nothing that was typed is lost', async () => {
  await openHub('sandbox:single');
  await page.getByLabel('Subdomain').fill('acme');
  await page.getByLabel('API key', { exact: true }).fill('accepted');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Last problem: network_offline').waitFor();

  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
  expect(await listed()).toEqual(['bamboohr']);
});
