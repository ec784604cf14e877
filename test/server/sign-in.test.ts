import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AttemptCreated, ConnectorList } from '../../src/api/schemas.js';
import { hubHeaders } from './acme.js';
import { type BrowserPage, openBrowser } from './browser.js';
import type { Listening } from './listen.js';
import { API_KEY, OAUTH_CLIENT, oauthClient, startProvider, startSandboxServer } from './main.js';

const HOST = 'http://app.localhost:5173';
const VERIFIER = 'v'.repeat(43);
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const JSON_HEADERS = { 'content-type': 'application/json' };

let folder: string;
let idp: Listening;
let api: Listening;
/** Milliseconds that the sandbox is ahead. */
let ahead: number;

beforeEach(async () => {
  ahead = 0;
  folder = await mkdtemp(join(tmpdir(), 'connect-hub-sign-in-'));
  idp = await startProvider();
  api = await startSandboxServer({
    databasePath: join(folder, 'sandbox.db'),
    oauth: oauthClient({ issuer: idp.url, client: OAUTH_CLIENT }),
    now: () => Date.now() + ahead,
  });
});
afterEach(async () => {
  await api.close();
  await idp.close();
  await rm(folder, { recursive: true });
});

/** A hub of a ready-made session, and an attempt of its one connector. */
async function attemptOf(token = 'sandbox:oauth') {
  const headers = { ...hubHeaders(token), origin: HOST };
  const get = async (path: string) => (await fetch(api.url + path, { headers })).json() as Promise<unknown>;
  const post = (path: string, body: object) =>
    fetch(api.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const { integrations } = ConnectorList.parse(await get('/hub/connectors'));
  const integrationId = integrations[0]?.integration_id ?? '';
  const made = await post('/hub/connection_attempts', {
    token,
    integration_id: integrationId,
    credentials: {},
    challenge: CHALLENGE,
    nonce: randomUUID(),
  });
  const { id } = AttemptCreated.parse(await made.json());
  const path = `/hub/connection_attempts/${id}`;
  return {
    id,
    token,
    integrationId,
    outcome: () => get(path) as Promise<{ status: string; account: { id: string } | null; error: unknown }>,
    confirm: (body: object) => post(`${path}/confirm`, body),
  };
}

/** What the start page's script does, up to the provider's address. */
async function toProvider({ send }: ReturnType<typeof openBrowser>, path: string, body: object) {
  const answer = await send(api.url + path, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify(body),
  });
  return ((await answer.json()) as { url: string }).url;
}

/** A browser at the provider's first page, with the cookie of the start page. */
async function atProvider(token?: string) {
  const attempt = await attemptOf(token);
  const browser = openBrowser();
  const address = await toProvider(browser, `/start/${attempt.id}/redeem`, { verifier: VERIFIER });
  return { ...attempt, browser, address, page: await browser.go(address) };
}

const titleOf = ({ html }: BrowserPage): string => /<h1>(.*)<\/h1>/.exec(html)?.[1] ?? '';

const basic = { authorization: `Basic ${btoa(`${API_KEY}:`)}` };
const account = async (id: string) => (await fetch(`${api.url}/accounts/${id}`, { headers: basic })).json();
const accountsOf = async (owner: string) =>
  (await (
    await fetch(`${api.url}/accounts?origin_owner_id=${owner}`, { headers: basic })
  ).json()) as object[];
const nameOf = async (token: string, id: string) =>
  (
    (await (await fetch(`${api.url}/hub/accounts/${id}`, { headers: hubHeaders(token) })).json()) as {
      display_name: string;
    }
  ).display_name;

describe('at a real provider', () => {
  test('the user signs in, allows it, and the account is there', async () => {
    const { browser, page, outcome, token } = await atProvider();
    expect(titleOf(page)).toBe('Sign in to HubSpot');
    const asked = await browser.press(page, 'sign-in');
    expect(titleOf(asked)).toBe('Allow access to HubSpot?');
    expect(asked.html).toContain('avery@acme.example');
    const done = await browser.press(asked, 'allow');
    expect(done.url).toBe(`${api.url}/done`);
    const { status, account: made } = await outcome();
    expect(status).toBe('authenticated');
    expect(await nameOf(token, made?.id ?? '')).toBe('avery@acme.example');
  });

  test('the user comes as somebody else', async () => {
    const { browser, page, outcome, token } = await atProvider();
    const asked = await browser.press(page, 'sign-in');
    const again = await browser.press(asked, 'switch');
    expect(titleOf(again)).toBe('Sign in to HubSpot');
    const askedAgain = await browser.press(again, 'sign-in', { email: 'kim@acme.example' });
    expect(askedAgain.html).toContain('kim@acme.example');
    await browser.press(askedAgain, 'allow');
    expect(await nameOf(token, (await outcome()).account?.id ?? '')).toBe('kim@acme.example');
  });

  test('who is signed in there is asked for consent only, every time', async () => {
    const { browser, page } = await atProvider();
    await browser.press(await browser.press(page, 'sign-in'), 'allow');
    const next = await attemptOf();
    const address = await toProvider(browser, `/start/${next.id}/redeem`, { verifier: VERIFIER });
    expect(titleOf(await browser.go(address))).toBe('Allow access to HubSpot?');
  });

  test.each([
    ['at the form', (browser: Browser, page: BrowserPage) => browser.press(page, 'deny')],
    [
      'when asked',
      async (browser: Browser, page: BrowserPage) =>
        browser.press(await browser.press(page, 'sign-in'), 'deny'),
    ],
  ])('the user says no %s', async (_, act) => {
    const { browser, page, outcome } = await atProvider();
    expect((await act(browser, page)).url).toBe(`${api.url}/done`);
    expect(await outcome()).toMatchObject({ status: 'error', error: { code: 'access_denied' } });
    expect(await accountsOf('sandbox-oauth')).toEqual([]);
  });

  test('what goes wrong there arrives in its own words, as they are', async () => {
    const { browser, page, outcome } = await atProvider();
    await browser.press(await browser.press(page, 'sign-in'), 'fail');
    expect(await outcome()).toMatchObject({
      status: 'error',
      error: { code: 'provider_error', description: expect.stringMatching(/<img src=x .*Bearer eyJ/) },
    });
  });

  test('without PKCE it lets nobody in', async () => {
    const { browser, address } = await atProvider();
    const without = new URL(address);
    for (const name of ['code_challenge', 'code_challenge_method']) without.searchParams.delete(name);
    const { url } = await browser.go(without.href, {}, (next) => next.startsWith(api.url));
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request');
  });

  test('it sends nobody to another machine', async () => {
    const { browser, address } = await atProvider();
    const elsewhere = new URL(address);
    elsewhere.searchParams.set('redirect_uri', 'https://evil.example/callback');
    const page = await browser.go(elsewhere.href);
    expect(page.status).toBe(400);
    expect(titleOf(page)).toBe('This sign-in cannot go on');
  });
});

type Browser = ReturnType<typeof openBrowser>;

describe('the same browser', () => {
  test("a provider's address that was handed on connects nothing", async () => {
    const { address, outcome } = await atProvider();
    const victim = openBrowser();
    const asked = await victim.press(await victim.go(address), 'sign-in', { email: 'victim@acme.example' });
    const refused = await victim.press(asked, 'allow');
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('This sign-in was not started in this browser.');
    expect(await outcome()).toMatchObject({ status: 'error', error: { code: 'not_same_browser' } });
    expect(await accountsOf('sandbox-oauth')).toEqual([]);
  });

  test('a start address that was handed on ends at the return page, and connects nothing', async () => {
    const attempt = await attemptOf();
    const victim = openBrowser();
    const address = await toProvider(victim, `/start/${attempt.id}`, { opener: false });
    const asked = await victim.press(await victim.go(address), 'sign-in');
    const back = await victim.press(asked, 'allow', {}, (url) => url.startsWith(HOST));
    expect(back.url).toMatch(/^http:\/\/app\.localhost:5173\/connect-return\.html#attempt=/);
    expect(await attempt.outcome()).toMatchObject({ status: 'pending', phase: 'awaiting_confirmation' });
    expect(await accountsOf('sandbox-oauth')).toEqual([]);

    const confirm = new URLSearchParams(new URL(back.url).hash.slice(1)).get('confirm');
    const confirmed = await attempt.confirm({ confirm, verifier: VERIFIER });
    expect(await confirmed.json()).toMatchObject({ status: 'authenticated' });
  });

  test('the plain contract goes the same way, without a proof', async () => {
    const { token, integrationId } = await attemptOf();
    const made = await fetch(`${api.url}/plain/hub/connection_attempts`, {
      method: 'POST',
      headers: hubHeaders(token),
      body: JSON.stringify({ token }),
    });
    const { id } = AttemptCreated.parse(await made.json());
    const end = `${api.url}/embedded/accounts/callback`;
    const query = `redirect_uri=${encodeURIComponent(end)}&token=${token}&connection_attempt_id=${id}`;
    const browser = openBrowser();
    const page = await browser.go(`${api.url}/plain/connect/oauth2/${integrationId}?${query}`);
    const done = await browser.press(await browser.press(page, 'sign-in'), 'allow');
    expect(done.url).toBe(end);
    expect(await accountsOf('sandbox-oauth')).toHaveLength(1);
  });
});

/** An account that was connected by signing in: its id. */
async function connected(): Promise<string> {
  const { browser, page, outcome } = await atProvider();
  await browser.press(await browser.press(page, 'sign-in'), 'allow');
  return (await outcome()).account?.id ?? '';
}

describe('the tokens', () => {
  const HOUR = 3_600_000;

  test('are refreshed time and again, each refresh token once', async () => {
    const id = await connected();
    for (const hours of [1, 2, 3]) {
      ahead = hours * HOUR;
      const answers = await Promise.all([account(id), account(id)]);
      expect(answers).toEqual([
        expect.objectContaining({ status: 'active' }),
        expect.objectContaining({ status: 'active' }),
      ]);
    }
  });

  test('that the provider has forgotten end the sign-in', async () => {
    const id = await connected();
    const { port } = new URL(idp.url);
    await idp.close();
    ahead = HOUR;
    expect(await account(id)).toMatchObject({ status: 'active' });
    idp = await startProvider({ port: Number(port) });
    expect(await account(id)).toMatchObject({ status: 'error', status_reasons: [{}] });
  });
});
