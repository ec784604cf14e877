import type { Frame, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeFrameStage,
  type FrameStage,
  type FrameStageOptions,
  openFrameStage,
  openInline,
  openModal,
  visit,
} from './frame-stage.js';
import { toldBy } from './steps.js';

/** Pages and frames that have no business with the hub. */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

const BAMBOO = { provider: 'bamboohr', categories: ['hris'] };

const html =
  (body: string, headers: Record<string, string> = {}) =>
  async () =>
    new Response(`<!doctype html><title>Page</title>${body}`, {
      headers: { 'content-type': 'text/html', ...headers },
    });

const hostedFrame = (page: Page): Frame | undefined =>
  page.frames().find((frame) => frame.url().startsWith(stage.hosted));

/** What a page does that plays the loader: it answers the hosted page, and hands it a token of its own. */
const PLAY_LOADER = `
  window.ports = [];
  window.heard = [];
  window.answer = (origin, v = 1) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => heard.push(data);
    port1.postMessage({ t: 'options', p: { layout: 'fixed', values: { token: 'sandbox:single' }, functions: [] } });
    ports.push(port1);
    return [{ ns: 'hub', t: 'init', v }, origin, [port2]];
  };
  addEventListener('message', ({ source, origin, data }) => {
    if (data && data.t === 'ready') source.postMessage(...answer(origin));
  });`;

/** A page of another site that puts the hosted page into a frame, and plays the loader. */
async function openAttacker(options: FrameStageOptions = {}, frame = ''): Promise<Page> {
  stage = await openFrameStage(options);
  const url = await stage.site('evil', html(`<script>${PLAY_LOADER}</script>${frame || framing()}`));
  await stage.page.goto(url);
  return stage.page;
}

const framing = (attributes = ''): string => `<iframe ${attributes} src="${stage.hosted}/"></iframe>`;

/** Whether a hub came to anything with a page: it asks the API at once. */
async function watchRequests(): Promise<string[]> {
  const paths: string[] = [];
  stage.hear(({ url }) => void paths.push(new URL(url).pathname));
  return paths;
}

/** The hosted page's headers without the one that keeps foreign pages out. */
const WITHOUT_ANCESTORS = { 'x-content-type-options': 'nosniff' };

describe('a page that the configuration does not name', () => {
  test('is kept from framing the hosted page by its header', async () => {
    const page = await openAttacker();
    await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
  });

  test('is refused by the hosted page itself where the header is gone', async () => {
    stage = await openFrameStage({ hostedHeaders: WITHOUT_ANCESTORS });
    const paths = await watchRequests();
    const url = await stage.site('evil', html(`<script>${PLAY_LOADER}</script>${framing()}`));
    await stage.page.goto(url);
    const frame = stage.page.frameLocator('iframe');
    await frame.getByText(`hub.json: "${url}" is not among "allowedOrigins".`).waitFor();
    expect(await stage.page.evaluate('heard')).toEqual([]);
    expect(paths).toEqual([]);
  });

  test.each([
    [
      'begins like one that it names',
      (shop: string) => shop.replace('shop.localhost', 'shop.localhost.evil.localhost'),
    ],
    ['is its subdomain', (shop: string) => shop.replace('shop.', 'www.shop.')],
    ['is its parent', (shop: string) => shop.replace('shop.localhost', 'localhost')],
    ['has another port', (shop: string) => shop],
  ])('is refused where its name %s', async (_, rename) => {
    stage = await openFrameStage({ hostedHeaders: WITHOUT_ANCESTORS });
    const paths = await watchRequests();
    const evil = await stage.site('shop', html(`<script>${PLAY_LOADER}</script>${framing()}`));
    const url = rename(evil);
    await stage.page.goto(url);
    await stage.page.frameLocator('iframe').getByText('is not among "allowedOrigins"').waitFor();
    expect(paths).toEqual([]);
  });

  test('is refused where it has no origin at all', async () => {
    stage = await openFrameStage({ hostedHeaders: WITHOUT_ANCESTORS });
    const paths = await watchRequests();
    // A sandbox is handed down: the hosted page has no origin either, and cannot load its own scripts.
    const sandboxed = html(`<script>${PLAY_LOADER}</script>${framing()}`, {
      'content-security-policy': 'sandbox allow-scripts',
    });
    await stage.page.goto(await stage.site('evil', sandboxed));
    await stage.page.waitForLoadState('networkidle');
    expect(await stage.page.evaluate('origin')).toBe('null');
    expect(await stage.page.evaluate('heard')).toEqual([]);
    expect(paths).toEqual([]);
  });
});

/** The shop's page with the hub on it, at its form; without the stage's ears, which thousands of messages would keep busy. */
async function openShop(): Promise<Page> {
  stage = await openFrameStage({ session: BAMBOO });
  const page = await (await stage.browser.newContext()).newPage();
  const quiet = { ...stage, page };
  await visit(quiet);
  await (await openInline(quiet)).getByLabel('BambooHR subdomain').fill('acme');
  return page;
}

const isUnmoved = async (page: Page): Promise<void> => {
  const field = page.frameLocator('iframe').first().getByLabel('BambooHR subdomain');
  expect(await field.inputValue()).toBe('acme');
  expect(new Set(await page.evaluate(() => shop.told))).toEqual(new Set(['onEvent']));
  expect(await page.evaluate(() => shop.results)).toEqual([undefined]);
};

/** Everything that can be cloned and means nothing here, or nothing any more. Made in the page that sends it. */
function junk(): unknown[] {
  const circle: unknown[] = [];
  circle.push(circle);
  const plain = [
    null,
    undefined,
    true,
    0,
    -1,
    Number.NaN,
    7n,
    'ready',
    '',
    'x'.repeat(1e6),
    [],
    [1],
    {},
    circle,
  ];
  const objects = [new Map([['ns', 'hub']]), new Set(), new Date(), /x/, new Blob(['x']), new Error('x')];
  return [
    ...plain,
    ...objects,
    new ArrayBuffer(8),
    { ns: 'hub' },
    { ns: 'hub', t: 'init' },
    { ns: 'hub', t: 'init', v: '1' },
    { ns: 'hub', t: 'init', v: 1 },
    { ns: 'hub', t: 'init', v: 99 },
    { ns: 'hub', t: 'ready' },
    { ns: 'hub', t: 'ready', v: 1 },
    { ns: 'other', t: 'ready', v: [1] },
    { ns: 'hub', t: '__proto__', v: [1] },
    { ns: 'hub', t: ['ready'], v: [1] },
    JSON.parse('{"__proto__":{"ns":"hub","t":"ready","v":[1]}}'),
    { t: 'close', p: { reason: 'done', accounts: [] } },
    { t: 'success', p: { id: 'x', provider: 'x', integrationId: 'x', mode: 'created' } },
    { t: 'constructor', p: {} },
    { t: 'options', p: { layout: 'modal', values: { token: 'sandbox:single' }, functions: [] } },
  ];
}

describe('the hosted page', () => {
  test('takes no second answer from the page around it, and is moved by no junk of its', async () => {
    const page = await openShop();
    await page.evaluate(
      ([messages, origin]) => {
        const frame = document
          .querySelector('#place > div')
          ?.shadowRoot?.querySelector('iframe')?.contentWindow;
        // What the host's own script can do that has found the frame.
        for (const one of messages) frame?.postMessage(one, origin);
        const { port1, port2 } = new MessageChannel();
        port1.postMessage({
          t: 'options',
          p: { layout: 'modal', values: { token: 'other' }, functions: [] },
        });
        frame?.postMessage({ ns: 'hub', t: 'init', v: 1 }, origin, [port2]);
        for (let index = 0; index < 10_000; index += 1)
          frame?.postMessage({ ns: 'hub', t: 'init', v: index }, origin);
      },
      [await page.evaluateHandle(junk), stage.hosted] as const,
    );
    await isUnmoved(page);
    expect(stage.problems).toEqual([]);
  });

  test('takes no answer from a frame beside it', async () => {
    stage = await openFrameStage({ session: BAMBOO, hostedHeaders: WITHOUT_ANCESTORS });
    const paths = await watchRequests();
    const evil = await stage.site('evil', html(`<script>${PLAY_LOADER}</script>`));
    const both = html(
      `<iframe id="evil" src="${evil}"></iframe><iframe id="hub" src="${stage.hosted}/"></iframe>`,
    );
    const host = await stage.site('host', both);
    stage.config.allowedOrigins = [host, evil];
    await stage.page.goto(host);
    await expect.poll(() => hostedFrame(stage.page)?.evaluate('document.readyState')).toBe('complete');
    const sibling = stage.page.frames().find((frame) => frame.url().startsWith(evil));
    await sibling?.evaluate((origin) => {
      const hub = window.parent.frames[1];
      const { answer } = window as unknown as {
        answer: (origin: string) => [unknown, string, Transferable[]];
      };
      hub?.postMessage(...answer(origin));
    }, stage.hosted);
    await stage.page.waitForLoadState('networkidle');
    expect(paths).toEqual([]);
    expect(await hostedFrame(stage.page)?.evaluate(() => document.querySelector('.hub'))).toBeNull();
  });
});

describe('the loader', () => {
  test('hears no other window, whatever it says, and however often', async () => {
    const page = await openShop();
    const evil = await stage.site('evil', html(''));
    // The shop's policy frames the hosted page alone: these are a window that it opened, and itself.
    const opened = page.waitForEvent('popup');
    await page.evaluate((url) => void window.open(url), evil);
    const other = await opened;
    await other.waitForURL(`${evil}/**`);
    await other.evaluate(
      ([messages, origin]) => {
        for (const one of messages) window.opener.postMessage(one, origin);
        for (let index = 0; index < 10_000; index += 1) {
          window.opener.postMessage({ ns: 'hub', t: 'ready', v: [1] }, origin);
        }
      },
      [await other.evaluateHandle(junk), stage.shop] as const,
    );
    await page.evaluate(() => {
      for (let index = 0; index < 10_000; index += 1) {
        window.postMessage({ ns: 'hub', t: 'ready', v: [1] }, location.origin);
      }
    });
    await isUnmoved(page);
    expect(stage.problems).toEqual([]);
  });

  test('begins anew with a page that was loaded again: the token is asked for, the rest is gone', async () => {
    const page = await openShop();
    await hostedFrame(page)?.evaluate(() => location.reload());
    const field = page.frameLocator('iframe').getByLabel('BambooHR subdomain');
    await expect.poll(() => field.inputValue().catch(() => 'acme')).toBe('');
    await field.fill('acme');
    await isUnmoved(page);
  });

  test('gives a page that the frame went to nothing, and says that there is nothing', async () => {
    stage = await openFrameStage({ session: BAMBOO, shopHeaders: { 'content-security-policy': '' } });
    const evil = await stage.site(
      'evil',
      html(`<script>
        window.heard = [];
        addEventListener('message', ({ data }) => heard.push(data));
        parent.postMessage({ ns: 'hub', t: 'ready', v: [1] }, '*');
      </script>`),
    );
    await stage.page.clock.install();
    await visit(stage);
    await (await openInline(stage)).getByLabel('BambooHR subdomain').fill('acme');
    await hostedFrame(stage.page)?.evaluate((url) => location.assign(url), evil);
    const there = () => stage.page.frames().find((frame) => frame.url().startsWith(evil));
    await expect.poll(() => there()?.evaluate('document.readyState')).toBe('complete');
    await stage.page.clock.fastForward(11_000);
    await stage.page.getByText('We could not load this form.').waitFor();
    expect(await there()?.evaluate('heard')).toEqual([]);
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'network_unreachable', recoverable: true }]);
    await stage.page.getByRole('button', { name: 'Try again' }).click();
    await stage.page.frameLocator('iframe').getByLabel('BambooHR subdomain').waitFor();
  });

  test('draws the hub no lower and no higher than a frame may be, whatever the page in it wants', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    const page = await visit(stage);
    const plays = html(`<script>
      addEventListener('message', ({ ports: [port] }) => {
        window.port = port;
        port.postMessage({ t: 'shown', p: 'Hub' });
      });
      parent.postMessage({ ns: 'hub', t: 'ready', v: [1] }, '*');
    </script>`);
    await stage.context.route(`${stage.hosted}/`, async (route) => {
      await route.fulfill({ contentType: 'text/html', body: await (await plays()).text() });
    });
    await openInline(stage);
    await expect.poll(() => hostedFrame(page)?.evaluate('Boolean(window.port)')).toBe(true);
    const height = () => page.locator('iframe').evaluate((frame) => frame.style.height);
    for (const [wanted, given] of [
      [500, '500px'],
      [1e9, '2000px'],
      [600, '600px'],
      [0, '120px'],
    ] as const) {
      await hostedFrame(page)?.evaluate(`port.postMessage({ t: 'resize', p: ${wanted} })`);
      await expect.poll(height).toBe(given);
    }
  });
});

/** What markup can put in the place of globals and of what a document has; a page may show what others wrote. */
function clobber(): void {
  const globals = [
    'ConnectHub',
    'hub',
    'options',
    'token',
    'hostedUrl',
    'baseUrl',
    'process',
    'module',
    'define',
  ];
  const ofDocument = ['activeElement', 'visibilityState', 'currentScript', 'forms', 'title', 'cookie'];
  for (const name of [...globals, ...ofDocument]) {
    for (const kind of ['a', 'form', 'img']) {
      const one = document.createElement(kind);
      one.id = name;
      one.setAttribute('name', name);
      document.body.prepend(one);
    }
  }
}

describe('elements of the host’s page that are named like what scripts look for', () => {
  test.each([
    ['in the page', openInline],
    ['in a dialog', openModal],
  ])('are taken for nothing by a hub %s', async (_, openHub) => {
    stage = await openFrameStage({ session: BAMBOO });
    const page = await visit(stage);
    await page.evaluate(clobber);
    expect(await page.evaluate(() => typeof document.visibilityState)).not.toBe('string');
    const hub = await openHub(stage);
    await hub.getByLabel('BambooHR subdomain').fill('acme');
    await hub.getByLabel('API key', { exact: true }).fill(stage.secret);
    await hub.getByRole('button', { name: 'Connect', exact: true }).click();
    await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
    await expect.poll(() => toldBy(stage, 'onSuccess').length).toBe(1);
  });
});
