import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSandbox } from '../../src/sandbox.js';
import { closeShared, launchBrowser, shared } from '../e2e/browser.js';
import { folder } from '../server/folder.js';
import { type Listening, listen } from '../server/listen.js';
import { buildCopies, COPIES, type Copy } from './copies.js';

/** Two hubs on one page, of one version or of two, by one door or by two: neither knows of the other. */

type Name = 'first' | 'second';
type Door = 'component' | 'element';

declare global {
  var told: Readonly<Record<Name, readonly { readonly name: string; readonly detail: object }[]>>;
  var show: (name: Name, options: object) => Promise<void>;
  var takeAway: (name: Name) => void;
  var setForAll: () => void;
}

let copies: Awaited<ReturnType<typeof buildCopies>>;
let site: Listening;
beforeAll(async () => {
  copies = await buildCopies();
  const [page, files] = [folder(join(import.meta.dirname, 'together')), folder(copies.folder)];
  site = await listen(async (request) => {
    const answer = await page(request);
    return answer.ok ? answer : files(request);
  });
}, 120_000);
afterAll(async () => {
  await closeShared();
  await site.close();
  await copies.remove();
});

/** An API of its own for each, that knows who asked it. */
async function openApi() {
  const sandbox = createSandbox();
  const asked: { readonly version: string | null; readonly token: string | null }[] = [];
  const { url, close } = await listen((request) => {
    const { headers, method } = request;
    if (method !== 'OPTIONS') {
      asked.push({ version: headers.get('x-hub-version'), token: headers.get('x-hub-session-token') });
    }
    return sandbox.fetch(request);
  });
  return { url, close, asked };
}

interface Stage {
  readonly page: Page;
  readonly said: readonly string[];
}

async function open(scene: (stage: Stage) => Promise<void>): Promise<void> {
  const context = await (await shared(launchBrowser)).newContext({ viewport: { width: 900, height: 1400 } });
  try {
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) said.push(message.text());
    });
    page.on('pageerror', ({ message }) => void said.push(message));
    await page.goto(`${site.url}/page.html`);
    await page.locator('html[data-ready]').waitFor();
    await scene({ page, said });
  } finally {
    await context.close();
  }
}

const hubs = {
  first: { token: 'sandbox:single', theme: 'light', brand: 'rgb(122, 11, 11)', provider: 'bamboohr' },
  second: { token: 'sandbox:category', theme: 'dark', brand: 'rgb(11, 47, 122)', provider: 'pipedrive' },
} as const;

const button = (hub: Locator): Locator => hub.getByRole('button', { name: 'Connect', exact: true });

const background = (of: Locator): Promise<string> =>
  of.evaluate((element) => getComputedStyle(element).backgroundColor);

const toldBy = async (page: Page, name: Name, callback: string): Promise<readonly object[]> => {
  const all = await page.evaluate((place) => told[place], name);
  return all.filter((one) => one.name === callback).map(({ detail }) => detail);
};

/** By door and copy; the first script that defines the element is the one whose version its hubs have. */
const PAIRS: readonly {
  readonly first: [Door, Copy];
  readonly second: [Door, Copy];
  readonly used?: Copy;
}[] = [
  { first: ['component', 'one'], second: ['component', 'one'] },
  { first: ['component', 'one'], second: ['component', 'two'] },
  { first: ['element', 'one'], second: ['element', 'one'] },
  { first: ['element', 'one'], second: ['element', 'two'], used: 'one' },
  { first: ['component', 'one'], second: ['element', 'two'] },
  { first: ['element', 'two'], second: ['component', 'one'] },
];

describe.each(PAIRS)('$first.0 $first.1 beside $second.0 $second.1', ({ used, ...pair }) => {
  test('each has its look, its session, its form and its events', () =>
    open(async ({ page, said }) => {
      const apis = { first: await openApi(), second: await openApi() };
      try {
        for (const name of ['first', 'second'] as const) {
          const [door, copy] = pair[name];
          const { token, theme } = hubs[name];
          await page.evaluate(([place, options]) => show(place, options), [
            name,
            { door, copy, token, theme, baseUrl: apis[name].url },
          ] as const);
        }
        const [first, second] = [page.locator('#first'), page.locator('#second')];

        // The second looks for its connector while the first is typed into.
        await first.getByLabel('Subdomain', { exact: true }).fill('acme');
        await second.getByRole('option', { name: /Pipedrive/ }).click();
        await second.getByLabel('Subdomain', { exact: true }).fill('globex');
        await second.getByLabel('API key', { exact: true }).fill('secret-of-the-second');
        await first.getByLabel('API key', { exact: true }).fill('secret-of-the-first');
        expect(await first.getByLabel('Subdomain', { exact: true }).inputValue()).toBe('acme');

        expect(await background(button(first))).toBe(hubs.first.brand);
        expect(await background(button(second))).toBe(hubs.second.brand);
        const surfaces = await Promise.all([first, second].map((hub) => background(hub.locator('.hub'))));
        expect(surfaces[0]).not.toBe(surfaces[1]);

        await button(second).click();
        await second.getByRole('heading', { name: 'Pipedrive is connected' }).waitFor();
        expect(await toldBy(page, 'first', 'onSuccess')).toEqual([]);
        expect(await first.getByLabel('Subdomain', { exact: true }).inputValue()).toBe('acme');
        await button(first).click();
        await first.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();

        for (const name of ['first', 'second'] as const) {
          const [, copy] = pair[name];
          const { token, provider } = hubs[name];
          expect(await toldBy(page, name, 'onSuccess')).toMatchObject([{ provider, mode: 'created' }]);
          expect(await toldBy(page, name, 'onError')).toEqual([]);
          const { asked } = apis[name];
          expect(new Set(asked.map((one) => one.token))).toEqual(new Set([token]));
          expect(new Set(asked.map((one) => one.version))).toEqual(new Set([COPIES[used ?? copy]]));
        }

        await page.evaluate(() => takeAway('second'));
        await expect.poll(() => toldBy(page, 'second', 'onClose')).toMatchObject([{ reason: 'unmounted' }]);
        expect(await toldBy(page, 'first', 'onClose')).toEqual([]);
        await first.getByRole('button', { name: 'Done' }).click();
        await expect.poll(() => toldBy(page, 'first', 'onClose')).toMatchObject([{ reason: 'done' }]);
        expect(said).toEqual(
          used
            ? [
                `[connect-hub] Version ${COPIES.two} of <connect-hub> is not used: ${COPIES.one} defined it first.`,
              ]
            : [],
        );
      } finally {
        await apis.first.close();
        await apis.second.close();
      }
    }));
});

test('the element leaves nothing on the page for others to find, and asks the page for nothing of theirs', () =>
  open(async ({ page, said }) => {
    const api = await openApi();
    try {
      await page.evaluate(() => setForAll());
      const globals = () => page.evaluate(() => Reflect.ownKeys(window).map(String).toSorted());
      const before = await globals();
      await page.evaluate(
        (baseUrl) => show('first', { door: 'element', copy: 'one', token: 'sandbox:single', baseUrl }),
        api.url,
      );
      const first = page.locator('#first');
      await first.getByLabel('Subdomain', { exact: true }).fill('acme');
      await first.getByRole('button', { name: 'Connect', exact: true }).click();
      await first.getByText('Please fill this in.').waitFor();
      await first.getByLabel('API key', { exact: true }).fill('secret');
      await first.getByRole('button', { name: 'Connect', exact: true }).click();
      await first.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
      expect(await globals()).toEqual(before);
      expect(said).toEqual([]);
    } finally {
      await api.close();
    }
  }));
