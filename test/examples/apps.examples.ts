import { randomBytes } from 'node:crypto';
import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { createSandbox, type LinkedAccount } from '../../src/sandbox.js';
import { launchBrowser } from '../e2e/browser.js';
import { screenshot } from '../e2e/harness.js';
import { listen } from '../server/listen.js';
import { installExample, removeExample, runScript, startExample } from './example.js';

/** Nobody has it by chance: where it is found, it leaked. */
const API_KEY = `key-${randomBytes(16).toString('hex')}`;

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).toReversed()) await end();
});

/** The API that examples are told to talk to. */
async function startApi() {
  const sandbox = createSandbox({ apiKey: API_KEY });
  const { url, close } = await listen((request) => sandbox.fetch(request));
  endings.push(close);
  return {
    url,
    /** What the customer of the examples has connected. */
    async accounts(): Promise<readonly LinkedAccount[]> {
      const headers = { authorization: `Basic ${btoa(`${API_KEY}:`)}` };
      const answer = await fetch(`${url}/accounts?origin_owner_id=acme-corp`, { headers });
      return (await answer.json()) as LinkedAccount[];
    },
  };
}

/** Installs, builds and starts an example; gives the address of its page. */
async function start(name: string, apiUrl: string): Promise<string> {
  const folder = await installExample(name);
  endings.push(() => removeExample(folder));
  if (name !== 'html') await runScript(folder, 'build');
  const { url, close } = await startExample(folder, {
    STACKONE_API_KEY: API_KEY,
    STACKONE_API_URL: apiUrl,
  });
  endings.push(close);
  return url;
}

/** A page in a browser, and what is wrong with it so far: complaints on its console, and the API key. */
async function openPage(url: string) {
  const browser = await launchBrowser();
  endings.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const problems: string[] = [];
  const answers: Promise<void>[] = [];
  page.on('pageerror', ({ message }) => void problems.push(message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('response', (response) => {
    // Some answers have no body.
    const body = response.text().catch(() => '');
    answers.push(
      body.then(
        (text) => void (text.includes(API_KEY) && problems.push(`The API key is in ${response.url()}`)),
      ),
    );
  });
  await page.goto(url);
  return { page, problems: () => Promise.all(answers).then(() => problems) };
}

/** @param hub the page itself, or the frame that the hub is in */
async function connectBambooHr(page: Page, hub: Page | FrameLocator, name: string): Promise<void> {
  await hub.getByRole('combobox', { name: 'Search by name or category' }).fill('bamboohr');
  await screenshots(page, `${name}-picker`);
  await page.keyboard.press('Enter');
  await hub.getByLabel('BambooHR subdomain').fill('acme');
  await hub.getByLabel('API key', { exact: true }).fill('accepted');
  await page.keyboard.press('Enter');
  await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
  const done = hub.getByRole('button', { name: 'Done' });
  await done.waitFor();
  const gone = done.waitFor({ state: 'hidden' });
  // A frame that is gone by then does not answer the click.
  await Promise.race([gone, done.click().then(() => gone)]);
  await page.getByRole('listitem').filter({ hasText: 'bamboohr' }).waitFor();
  await screenshots(page, `${name}-connected`);
}

async function screenshots(page: Page, name: string): Promise<void> {
  for (const width of [360, 1100]) {
    await page.setViewportSize({ width, height: 900 });
    await screenshot(page, `example-${name}-${width}`);
  }
}

describe('an account is connected on a session that the server made, and the API key stays there', () => {
  test.each(['html', 'vue', 'svelte', 'angular', 'next'])('%s', async (name) => {
    const api = await startApi();
    const { page, problems } = await openPage(await start(name, api.url));
    await page.getByRole('button', { name: 'Connect an account' }).click();
    await connectBambooHr(page, page, name);
    expect(await api.accounts()).toMatchObject([{ provider: 'bamboohr', status: 'active' }]);
    expect(await problems()).toEqual([]);
  });

  test('html, in a frame of another origin', async () => {
    const api = await startApi();
    const { page, problems } = await openPage(await start('html', api.url));
    await page.getByRole('button', { name: 'Connect in a frame' }).click();
    await connectBambooHr(page, page.frameLocator('iframe'), 'html-frame');
    expect(await api.accounts()).toMatchObject([{ provider: 'bamboohr', status: 'active' }]);
    expect(await problems()).toEqual([]);
  });
});
