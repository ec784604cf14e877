import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeStage, openSignInStage, type Stage } from './harness.js';
import type { HostWindow } from './host/main.js';
import {
  accounts,
  allow,
  continueButton,
  fillForm,
  holdBack,
  isConnected,
  isWaiting,
  leave,
  SEVERED,
  toldBy,
  windowOf,
  WORKDAY,
} from './steps.js';

/** What a host, and the user on its page, may do while a sign-in is under way: it ends once all the same. */

let stage: Stage;
/** Of the attempts that were made, one each. */
let attempts: number;

beforeEach(async () => {
  stage = await openSignInStage();
  attempts = 0;
  stage.hear(({ method, url }) => {
    if (method === 'POST' && url.endsWith('/hub/connection_attempts')) attempts += 1;
  });
});
afterEach(() => closeStage(stage));

/** What the start page asks first. */
const START = /\/start\/[^/]+$/;

/** A user who is at the provider, in a window of its own. */
async function openAtProvider(session: object = {}): Promise<Page> {
  await stage.page.goto(stage.host({ provider: WORKDAY.provider, ...session }));
  const popup = await leave(stage);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  return popup;
}

const act = (what: keyof HostWindow['host']): Promise<void> =>
  stage.page.evaluate((name) => (window as unknown as HostWindow).host[name](), what);

describe('in the middle of a sign-in', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['a page that is reloaded', () => stage.page.reload()],
    [
      'a hub that is taken away and put back',
      async () => {
        await act('takeAway');
        expect(toldBy(stage, 'onClose')).toEqual([{ reason: 'unmounted', accounts: [] }]);
        await act('show');
      },
    ],
    [
      'a host that renders again and again',
      async () => {
        for (let time = 0; time < 20; time += 1) await act('renderAgain');
      },
    ],
  ])('%s goes on with it, and hears of the account once', async (_, happen) => {
    const popup = await openAtProvider();
    await happen();
    await isWaiting(stage.page);
    await allow(popup);
    await isConnected(stage.page);
    expect(attempts).toBe(1);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(toldBy(stage, 'onError')).toEqual([]);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('a page that is reloaded before its window had its word says that the sign-in was cut off', async () => {
    const { page, context } = stage;
    await page.clock.install();
    await page.goto(stage.host({ provider: WORKDAY.provider }));
    // The window gets no further than its start page until the page is another.
    const letStart = await holdBack(context, 'POST', START);
    const popup = await leave(stage);
    await popup.waitForRequest(START);
    await page.reload();
    await isWaiting(page);
    letStart();
    await popup.waitForResponse(START);
    await popup.clock.fastForward(5_000);
    await allow(popup);
    await page.getByText('Finishing…').waitFor();
    await page.clock.fastForward(20_000);
    await page.getByText(SEVERED).waitFor();
    expect(await accounts(stage)).toEqual([]);
  });

  test('a window that the user closed is opened again, for another attempt', async () => {
    const popup = await openAtProvider();
    await popup.close();
    await isWaiting(stage.page);
    await allow(await windowOf(stage, stage.page.getByRole('button', { name: 'Open again' })));
    await isConnected(stage.page);
    expect(attempts).toBe(2);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await accounts(stage)).toHaveLength(1);
  });
});

test.each<[string, (button: Locator) => Promise<unknown>]>([
  ['a double click', (button) => button.dblclick()],
  [
    'Enter and a click together',
    (button) => Promise.all([stage.page.keyboard.press('Enter'), button.click()]),
  ],
])('%s opens one window, for one attempt', async (_, press) => {
  const { page, context } = stage;
  await page.goto(stage.host({ provider: WORKDAY.provider }));
  await fillForm(page, stage);
  const windows: Page[] = [];
  context.on('page', (opened) => void windows.push(opened));
  const opened = context.waitForEvent('page');
  // The button is gone with the first of them.
  await press(continueButton(page)).catch(() => undefined);
  await allow(await opened);
  await isConnected(page);
  expect(windows).toHaveLength(1);
  expect(attempts).toBe(1);
  expect(await accounts(stage)).toHaveLength(1);
});

test('two tabs of one owner sign in side by side, and each hears of its own account', async () => {
  const { page, context } = stage;
  const other = await context.newPage();
  const address = stage.host({ provider: WORKDAY.provider, multiple: true });
  const popups: Page[] = [];
  for (const tab of [page, other]) {
    await tab.goto(address);
    popups.push(await leave(stage, tab));
  }
  const [first, second] = popups as [Page, Page];
  await Promise.all(popups.map((popup) => popup.getByRole('button', { name: 'Sign in' }).waitFor()));
  await allow(first, 'jo@acme.example');
  await isConnected(page);
  await isWaiting(other);
  await allow(second, 'kim@acme.example');
  await isConnected(other);
  const made = await accounts(stage);
  expect(made).toHaveLength(2);
  const told = toldBy(stage, 'onSuccess') as { readonly id: string }[];
  expect(told.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
});

test('two tabs that sign in as the same person make one account: the second says that it is there', async () => {
  const { page, context } = stage;
  const other = await context.newPage();
  const address = stage.host({ provider: WORKDAY.provider, multiple: true });
  const popups: Page[] = [];
  for (const tab of [page, other]) {
    await tab.goto(address);
    popups.push(await leave(stage, tab));
  }
  const [first, second] = popups as [Page, Page];
  await Promise.all(popups.map((popup) => popup.getByRole('button', { name: 'Sign in' }).waitFor()));
  await allow(first, 'jo@acme.example');
  await isConnected(page);
  await allow(second, 'jo@acme.example');
  await other.getByText(`This ${WORKDAY.name} account is already connected.`).waitFor();
  expect(toldBy(stage, 'onError')).toEqual([{ code: 'already_connected', recoverable: true }]);
  expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
  expect(await accounts(stage)).toHaveLength(1);
});

test.each([-1, 1])('a clock that is wrong by %s h changes nothing', async (hours) => {
  await stage.page.clock.install({ time: Date.now() + hours * 3_600_000 });
  await allow(await openAtProvider());
  await isConnected(stage.page);
  expect(toldBy(stage, 'onError')).toEqual([]);
});
