import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../server/listen.js';
import { closeStage, forNode, openSignInStage, type Stage, type StageOptions } from './harness.js';
import { accounts, leave, SEVERED, WORKDAY } from './steps.js';

/** The server's own pages and the host's return page, driven by a page that does what a hub does and nothing else. */

let stage: Stage;
let foreign: Listening | undefined;
afterEach(async () => {
  await foreign?.close();
  foreign = undefined;
  await closeStage(stage);
});

const TOKEN = 'sandbox:oauth';

/** What the host's page holds of its attempt. */
interface Held {
  id: string;
  verifier: string;
  startUrl: string;
  headers: Record<string, string>;
}

/** A page of the host, which is the playground's: what a test does in it is what its hub would. */
async function openHost(options: StageOptions = {}) {
  stage = await openSignInStage(options);
  const { page, urls } = stage;
  await page.goto(urls.playground);
  return { context: page.context(), page };
}

/** A page of a foreign site. */
async function openEvil(context: BrowserContext): Promise<Page> {
  foreign = await listen(
    async () => new Response('<title>Evil</title>', { headers: { 'content-type': 'text/html' } }),
  );
  const page = await context.newPage();
  await page.goto(foreign.url.replace('127.0.0.1', 'evil.localhost'));
  return page;
}

/** Opens the window, makes the attempt, and answers the start page and the return page as a hub does. */
async function connect(page: Page, token = TOKEN): Promise<Held> {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const begun = { api: stage.urls.sandbox, token, nonce: randomUUID(), verifier, challenge };
  return page.evaluate(async (given) => {
    const { api, verifier: own, ...asked } = given;
    window.open(`${api}/opening#n=${given.nonce}`, '_blank', 'popup');
    const headers = { 'content-type': 'application/json', 'x-hub-session-token': given.token };
    const { integrations } = await (await fetch(`${api}/hub/connectors`, { headers })).json();
    const post = async (path: string, body: object) =>
      fetch(`${api}/hub/connection_attempts${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const [{ integration_id }] = integrations;
    const made = await post('', { ...asked, integration_id, credentials: {} });
    const { id, start_url: startUrl } = await made.json();
    window.addEventListener('message', ({ origin, source, data }) => {
      if (origin !== api || data.t !== 'start-ready' || data.id !== id) return;
      (source as Window).postMessage({ ns: 'hub', t: 'verifier', id, verifier: own }, origin);
    });
    const channel = new BroadcastChannel(`hub:${id}`);
    channel.addEventListener('message', ({ data }) => {
      if (data.t !== 'returned') return;
      channel.postMessage({ ns: 'hub', t: 'received', id });
      void post(`/${id}/confirm`, { confirm: data.confirm, verifier: own });
    });
    return { id, verifier: own, startUrl, headers };
  }, begun);
}

interface Answer {
  readonly status: string;
  readonly phase: string;
  readonly error: { readonly code: string } | null;
}

const attempt = async ({ id, headers }: Held): Promise<Answer> =>
  (
    await fetch(`${forNode(stage.urls.sandbox)}/hub/connection_attempts/${id}`, { headers })
  ).json() as Promise<Answer>;

const until = (held: Held, isReached: (answer: Answer) => boolean) =>
  expect.poll(async () => isReached(await attempt(held)), { timeout: 20_000 }).toBe(true);

/** From the provider's first page to its last. */
async function agree(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await popup.getByRole('button', { name: 'Allow' }).click();
}

describe('with an opener', () => {
  test.each([TOKEN, 'sandbox:oauth-coop'])(
    'the sign-in is bound to this browser, and the window closes itself (%s)',
    async (token) => {
      const { context, page } = await openHost();
      const opened = context.waitForEvent('page');
      const held = await connect(page, token);
      const popup = await opened;
      await popup.getByRole('heading', { name: 'Sign in to HubSpot' }).waitFor();
      expect(await popup.evaluate(() => window.opener === null)).toBe(true);
      expect(await attempt(held)).toMatchObject({ phase: 'at_provider' });
      const cookies = await context.cookies(stage.urls.sandbox);
      expect(cookies).toContainEqual(
        expect.objectContaining({ name: `hub_${held.id}`, httpOnly: true, sameSite: 'Lax' }),
      );
      const closed = popup.waitForEvent('close');
      await agree(popup);
      await closed;
      expect(await attempt(held)).toMatchObject({ status: 'authenticated' });
    },
  );

  test('the window waits for its attempt as long as that takes', async () => {
    const { context, page } = await openHost();
    const told = new EventEmitter();
    const goesOn = once(told, 'go on');
    await page.route('**/hub/connection_attempts', async (route) => {
      await goesOn;
      await route.continue();
    });
    const opened = context.waitForEvent('page');
    const connecting = connect(page);
    const popup = await opened;
    await popup.waitForResponse(/\/opening\//);
    expect(await popup.evaluate(() => location.hash)).toBe('');
    told.emit('go on');
    await connecting;
    await popup.getByRole('heading', { name: 'Sign in to HubSpot' }).waitFor();
  });
});

describe('cut off from its opener', () => {
  test('the window comes back by the return page, and closes itself', async () => {
    const { context, page } = await openHost({
      pageHeaders: () => ({ 'cross-origin-opener-policy': 'same-origin' }),
    });
    const opened = context.waitForEvent('page');
    const held = await connect(page);
    const popup = await opened;
    const closed = popup.waitForEvent('close');
    await agree(popup);
    await closed;
    await until(held, ({ status }) => status === 'authenticated');
  });

  test('a tab that left for the provider is brought back to the page that it left', async () => {
    const { page } = await openHost();
    const held = await connect(page);
    await page.evaluate(({ id }) => {
      const leaving = { verifier: 'v', page: `${location.origin}/?tab=1`, values: {} };
      sessionStorage.setItem(`connect-hub.attempt.${id}`, JSON.stringify({ leaving }));
    }, held);
    await page.goto(`${stage.urls.playground}/connect-return.html#attempt=${held.id}&confirm=word`);
    await page.waitForURL(`${stage.urls.playground}/?tab=1#attempt=${held.id}&confirm=word`);
  });

  test('the return page stays and says what to do where nobody answers', async () => {
    const { page } = await openHost();
    await page.goto(`${stage.urls.playground}/connect-return.html#attempt=nobody&confirm=word`);
    await page.getByText('Go back to the page where you started.').waitFor();
    expect(await page.evaluate(() => location.href)).toBe(`${stage.urls.playground}/connect-return.html`);
  });
});

/** An attempt that its own window did not start, as that never got to the opening page. */
async function unstarted() {
  const { context, page } = await openHost();
  await context.route(/\/opening$/, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  return { context, held: await connect(page) };
}

describe('an attack', () => {
  test('by a start address that was mailed: somebody else signs in, and nothing is connected', async () => {
    const { held } = await unstarted();
    const victim = await (await stage.browser.newContext()).newPage();
    await victim.goto(held.startUrl);
    await agree(victim);
    await victim.getByText('Go back to the page where you started.').waitFor();
    expect(await attempt(held)).toMatchObject({ status: 'pending', phase: 'awaiting_confirmation' });
  });

  test("by the provider's address that was handed on: the callback refuses it", async () => {
    const { context, page } = await openHost();
    const opened = context.waitForEvent('page');
    const held = await connect(page);
    const popup = await opened;
    const request = await popup.waitForRequest(/\/auth\?/);
    const victim = await (await stage.browser.newContext()).newPage();
    await victim.goto(request.url());
    await agree(victim);
    await victim.getByText('This sign-in was not started in this browser.').waitFor();
    expect(await attempt(held)).toMatchObject({ status: 'error', error: { code: 'not_same_browser' } });
  });

  test('by a foreign page that opens the start page and knows the verifier', async () => {
    const { context, held } = await unstarted();
    const evil = await openEvil(context);
    const opened = context.waitForEvent('page');
    await evil.evaluate(({ id, startUrl, verifier }) => {
      const victim = window.open(startUrl, '_blank', 'popup');
      setInterval(() => victim?.postMessage({ ns: 'hub', t: 'verifier', id, verifier }, '*'), 50);
    }, held);
    const victim = await opened;
    await victim.getByRole('heading', { name: 'Sign in to HubSpot' }).waitFor({ timeout: 20_000 });
    expect((await context.cookies(stage.urls.sandbox)).map(({ name }) => name)).toEqual([]);
    await agree(victim);
    await until(held, ({ phase }) => phase === 'awaiting_confirmation');
    expect(await attempt(held)).toMatchObject({ status: 'pending' });
  });

  test('by a hub in a frame of a page that the session does not name: it gets no word', async () => {
    stage = await openSignInStage();
    const { page, context } = stage;
    // The product's own page is open beside it, as it may be.
    await (await context.newPage()).goto(stage.host({ provider: WORKDAY.provider }));
    const { pathname, search } = new URL(stage.host({ provider: WORKDAY.provider }));
    const frame = `<iframe src="${pathname}${search}" width="800" height="700"></iframe>`;
    const evil = await stage.site('evil', async (request) =>
      new URL(request.url).pathname === '/'
        ? new Response(frame, { headers: { 'content-type': 'text/html' } })
        : stage.product(request),
    );
    await page.clock.install();
    await page.goto(evil);
    const hub = page.frameLocator('iframe');
    const victim = await leave(stage, hub);
    await victim.waitForResponse(/\/start\/[^/]+$/);
    await victim.clock.fastForward(5_000);
    await agree(victim);
    await victim.getByText('Go back to the page where you started.').waitFor();
    await hub.getByText('Finishing…').waitFor();
    await page.clock.fastForward(20_000);
    await hub.getByText(SEVERED).waitFor();
    expect(await accounts(stage)).toEqual([]);
    expect((await context.cookies(stage.urls.sandbox)).map(({ name }) => name)).toEqual([]);
  });

  test('by a frame around the pages: they are not shown', async () => {
    const { context, held } = await unstarted();
    await context.unrouteAll();
    const evil = await openEvil(context);
    for (const url of [held.startUrl, `${stage.urls.sandbox}/opening`, `${stage.urls.sandbox}/done`]) {
      await evil.evaluate(async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
      }, url);
      await expect.poll(() => evil.frames().at(-1)?.url()).toBe('chrome-error://chromewebdata/');
    }
    expect(await attempt(held)).toMatchObject({ phase: 'created' });
  });
});

test('the static consent page asks what the sandbox in another page tells it, and answers', async () => {
  const { context, page } = await openHost();
  await page.evaluate(() => {
    const channel = new BroadcastChannel('connect-hub-sandbox');
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    channel.addEventListener('message', ({ data }) => {
      heard.push(data);
      const about = { ns: 'sandbox', attempt: 'a1', ...(data.nonce && { nonce: data.nonce }) };
      if (data.t === 'decided') channel.postMessage({ ...about, t: 'over' });
      else
        channel.postMessage({
          ...about,
          t: 'asked',
          service: 'Slack',
          owner: 'Acme',
          as: 'avery@acme.example',
        });
    });
  });
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void window.open('/sandbox-consent.html#n=n1', '_blank', 'popup'));
  const popup = await opened;
  await popup.getByRole('heading', { name: 'Sign in to Slack' }).waitFor();
  await popup.getByLabel('Sign in as').fill('kim@acme.example');
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Allow' }).click();
  await closed;
  const heard = await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  expect(heard[0]).toEqual({ ns: 'sandbox', t: 'opened', nonce: 'n1' });
  expect(heard.at(-1)).toEqual({
    ns: 'sandbox',
    t: 'decided',
    attempt: 'a1',
    decision: 'allow',
    as: 'kim@acme.example',
  });
});
