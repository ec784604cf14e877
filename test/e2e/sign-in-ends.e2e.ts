import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeStage, openSignInStage, type Stage } from './harness.js';
import {
  accounts,
  allow,
  continueButton,
  decide,
  ENDPOINT,
  holdBack,
  leave,
  signIn,
  toldBy,
  typed,
  windowOf,
  WORKDAY,
} from './steps.js';

/** How a sign-in can end, at a real authorization server and in the words that the user reads. */

/** What the hub asks about an attempt. */
const ATTEMPT = /\/hub\/connection_attempts\/[^/]+$/;

let stage: Stage;
/** How much later it is at the server than here. */
let later: number;

beforeEach(async () => {
  later = 0;
  stage = await openSignInStage({ sandbox: { now: () => Date.now() + later } });
});
afterEach(() => closeStage(stage));

/** A user who is at the provider, in a window of its own. */
async function openAtProvider(): Promise<Page> {
  await stage.page.goto(stage.host({ provider: WORKDAY.provider }));
  const popup = await leave(stage);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  return popup;
}

/** A ready-made session, as new. */
const fresh = (scenario: string): string => `${scenario}:${randomUUID()}`;

/** In a ready-made session, whose one connector is HubSpot. */
async function openReadyMade(scenario: string): Promise<Page> {
  const { page } = stage;
  await page.goto(stage.host(fresh(scenario)));
  return windowOf(stage, continueButton(page));
}

describe('a sign-in that gives no account says why', () => {
  test('the user did not agree', async () => {
    const popup = await openAtProvider();
    await signIn(popup);
    await decide(popup, 'Deny');
    await stage.page.getByText(`Access was not given at ${WORKDAY.name}.`).waitFor();
    expect(await typed(stage.page)).toEqual([ENDPOINT, 'hub', stage.secret]);
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'access_denied', recoverable: true }]);
  });

  test('the provider failed, and its own words are shown as nothing but words', async () => {
    const popup = await openAtProvider();
    await signIn(popup);
    await decide(popup, 'Something goes wrong');
    const { page } = stage;
    await page.getByText('Details').click();
    const details = page.locator('pre');
    expect(await details.innerText()).toContain('<img src=x onerror=alert(1)>');
    expect(await details.locator('*').count()).toBe(0);
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'provider_error', recoverable: true }]);
    expect(stage.problems).toEqual([]);
  });

  test('it took too long, and what the user does afterwards changes nothing', async () => {
    const popup = await openAtProvider();
    later = 301_000;
    await stage.page.getByText('The sign-in took too long and has ended. Please start again.').waitFor();
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'attempt_expired', recoverable: true }]);
    await allow(popup);
    await popup.getByText('This sign-in is over.').waitFor();
    expect(await accounts(stage)).toEqual([]);
  });

  test('it went on in another browser', async () => {
    await stage.page.goto(stage.host({ provider: WORKDAY.provider }));
    const atProvider = stage.context.waitForEvent('request', (request) => /\/auth\?/.test(request.url()));
    await leave(stage);
    const stranger = await (await stage.browser.newContext()).newPage();
    await stranger.goto((await atProvider).url());
    await allow(stranger);
    await stage.page.getByText('That sign-in was not started in this browser.').waitFor();
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'not_same_browser', recoverable: true }]);
    expect(await accounts(stage)).toEqual([]);
  });

  test('the account is connected already', async () => {
    await allow(await openReadyMade('sandbox:oauth-multiple'), 'avery@acme.example');
    await stage.page.getByText('This HubSpot account is already connected.').waitFor();
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'already_connected', recoverable: true }]);
  });
});

test('a session that ends meanwhile is followed by the next, and the same attempt goes on', async () => {
  const tokens = new Set<string | null>();
  const made: string[] = [];
  await stage.page.goto(stage.host({ provider: WORKDAY.provider, expires_in: 60 }));
  stage.hear(({ method, url, headers }) => {
    if (ATTEMPT.test(url)) tokens.add(headers.get('x-hub-session-token'));
    if (method === 'POST' && url.endsWith('/hub/connection_attempts')) made.push(url);
  });
  const popup = await leave(stage);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  later = 61_000;
  await expect.poll(() => [...tokens].filter(Boolean), { timeout: 20_000 }).toHaveLength(2);
  await allow(popup);
  await stage.page.getByRole('heading', { name: `${WORKDAY.name} is connected` }).waitFor();
  expect(made).toHaveLength(1);
  expect(toldBy(stage, 'onError')).toEqual([]);
  expect(await accounts(stage)).toHaveLength(1);
});

describe('somebody else than last time', () => {
  test.each([
    ['takes the place of the account, if that is wanted', 'Replace it', ['updated']],
    ['leaves the account as it is, if that is wanted', 'Keep avery@acme.example', []],
  ])('%s', async (_, answer, told) => {
    const popup = await openReadyMade('sandbox:oauth-edit');
    const closed = popup.waitForEvent('close');
    await allow(popup, 'kim@acme.example');
    const { page } = stage;
    await page.getByRole('heading', { name: 'You signed in as kim@acme.example' }).waitFor();
    await closed;
    await page.getByRole('button', { name: answer }).click();
    const after = told.length > 0 ? 'Your changes to HubSpot are saved' : 'Sign in to HubSpot';
    await page.getByRole('heading', { name: after }).waitFor();
    expect((toldBy(stage, 'onSuccess') as { mode: string }[]).map(({ mode }) => mode)).toEqual(told);
    expect(toldBy(stage, 'onError')).toEqual([]);
  });
});

const cancel = () => stage.page.getByRole('button', { name: 'Cancel' }).click();

describe('a sign-in that the user cancels in the second in which it is done', () => {
  test('first done, then cancelled: the account is there, and told once', async () => {
    const popup = await openAtProvider();
    const letAsk = await holdBack(stage.page, 'GET', ATTEMPT);
    const closed = popup.waitForEvent('close');
    await allow(popup);
    await closed;
    await cancel();
    letAsk();
    await stage.page.getByRole('heading', { name: `${WORKDAY.name} is connected` }).waitFor();
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('cancelled, and done before the server heard of it: the same', async () => {
    const popup = await openAtProvider();
    const letCancel = await holdBack(stage.page, 'DELETE', ATTEMPT);
    await signIn(popup);
    await popup.getByRole('button', { name: 'Allow', exact: true }).waitFor();
    await cancel();
    const closed = popup.waitForEvent('close');
    await decide(popup, 'Allow');
    await closed;
    letCancel();
    await stage.page.getByRole('heading', { name: `${WORKDAY.name} is connected` }).waitFor();
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('first cancelled, then done: no account, and the window says that it is over', async () => {
    const popup = await openAtProvider();
    await signIn(popup);
    await popup.getByRole('button', { name: 'Allow', exact: true }).waitFor();
    await cancel();
    await continueButton(stage.page).waitFor();
    await decide(popup, 'Allow');
    await popup.getByText('This sign-in is over.').waitFor();
    expect(toldBy(stage, 'onSuccess')).toEqual([]);
    expect(toldBy(stage, 'onError')).toEqual([]);
    expect(await accounts(stage)).toEqual([]);
    expect(await typed(stage.page)).toEqual([ENDPOINT, 'hub', stage.secret]);
    // A window that let go of this page is none of its to close, and the browser would say so.
    expect(stage.problems).toEqual([]);
  });
});
