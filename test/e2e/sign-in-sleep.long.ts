import type { CDPSession, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { notRun } from './browser.js';
import { closeStage, openStage, type Stage, type StageOptions } from './harness.js';
import { accounts, allow, continueButton, isConnected, isWaiting, leave, toldBy, WORKDAY } from './steps.js';

/** Computers that sleep, tabs that nobody looks at, pages that are left and come back, networks that break. */

const HOUR = 3_600_000;

/** What the hub asks about an attempt. */
const ATTEMPT = /\/hub\/connection_attempts\/[^/]+$/;

let stage: Stage;
afterEach(() => closeStage(stage));

/** How much later it is at the server than here. */
let later: number;
/** What was asked about attempts so far. */
let polls: number;

/** A user who is at the provider, in a window of its own. */
async function openAtProvider(options: StageOptions = {}): Promise<Page> {
  later = 0;
  polls = 0;
  stage = await openStage({
    crossSite: true,
    realBrowser: 'tabs',
    sandbox: { now: () => Date.now() + later },
    ...options,
  });
  stage.hear(({ method, url }) => {
    if (method === 'GET' && ATTEMPT.test(url)) polls += 1;
  });
  const { page } = stage;
  await page.clock.install();
  await page.goto(stage.host({ provider: WORKDAY.provider }));
  const popup = await leave(stage);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  return popup;
}

const lifecycle = async (devtools: CDPSession, state: 'frozen' | 'active'): Promise<void> => {
  await devtools.send('Page.setWebLifecycleState', { state });
};

/** The computer sleeps; what is given happens elsewhere meanwhile. */
async function sleep(milliseconds: number, meanwhile: () => Promise<void>): Promise<void> {
  const { page, context } = stage;
  const devtools = await context.newCDPSession(page);
  await lifecycle(devtools, 'frozen');
  await meanwhile();
  later += milliseconds;
  await lifecycle(devtools, 'active');
  await page.clock.fastForward(milliseconds);
}

describe.skipIf(notRun)(`a computer that slept for two hours${notRun}`, () => {
  test('finds the account that was made meanwhile', async () => {
    const popup = await openAtProvider();
    await sleep(2 * HOUR, async () => {
      const closed = popup.waitForEvent('close');
      await allow(popup);
      await closed;
      expect(await accounts(stage)).toHaveLength(1);
    });
    await isConnected(stage.page);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(toldBy(stage, 'onError')).toEqual([]);
  });

  test('says that the sign-in has ended meanwhile', async () => {
    await openAtProvider();
    await sleep(2 * HOUR, async () => undefined);
    await stage.page.getByText('The sign-in took too long and has ended. Please start again.').waitFor();
    await continueButton(stage.page).waitFor();
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'attempt_expired', recoverable: true }]);
    expect(await accounts(stage)).toEqual([]);
  });
});

describe.skipIf(notRun)(`a tab that nobody looks at${notRun}`, () => {
  test('asks at most once in ten seconds, and at once when it is looked at again', async () => {
    await openAtProvider();
    const { page, context } = stage;
    const underWay = new Set<unknown>();
    page.on('request', (request) => void underWay.add(request));
    for (const end of ['requestfinished', 'requestfailed'] as const) {
      page.on(end as 'requestfinished', (request) => void underWay.delete(request));
    }
    await (await context.newPage()).bringToFront();
    expect(await page.evaluate(() => document.visibilityState)).toBe('hidden');
    await page.clock.pauseAt(Date.now() + 1_000);
    polls = 0;
    for (let second = 0; second < 60; second += 1) {
      await page.clock.runFor(1_000);
      await expect.poll(() => underWay.size).toBe(0);
    }
    expect(polls).toBeGreaterThanOrEqual(4);
    expect(polls).toBeLessThanOrEqual(6);
    // From here on no time passes.
    polls = 0;
    await page.bringToFront();
    await expect.poll(() => polls).toBe(1);
  });
});

/** A page that still has a hold on another window would not be kept. */
const SEVERING = { provider: { coop: 'same-origin' } } as const;

/** Back to the page before, which comes as it was left. */
async function goBack(): Promise<void> {
  const { page } = stage;
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate('window.isKept')).toBe(true);
}

const keepWatch = (): Promise<void> =>
  stage.page.evaluate(() => {
    window.addEventListener('pageshow', ({ persisted }) => Object.assign(window, { isKept: persisted }));
  });

describe.skipIf(notRun)(`a page that was left, and comes back as it was${notRun}`, () => {
  test('goes on with the sign-in, and tells the account once', async () => {
    const popup = await openAtProvider(SEVERING);
    const { page, urls } = stage;
    await keepWatch();
    await page.goto(`${urls.playground}/connect-return.html`);
    const closed = popup.waitForEvent('close');
    await allow(popup);
    await closed;
    await goBack();
    await isConnected(page);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('tells nothing that a newer page of the tab has told meanwhile', async () => {
    const popup = await openAtProvider(SEVERING);
    const { page } = stage;
    await keepWatch();
    await page.goto(stage.host({ provider: WORKDAY.provider }));
    await isWaiting(page);
    await allow(popup);
    await isConnected(page);
    await goBack();
    await continueButton(page).waitFor();
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(toldBy(stage, 'onError')).toEqual([]);
  });
});

describe.skipIf(notRun)(`a network that breaks${notRun}`, () => {
  test('is not asked while it is gone, and asked at once when it is back', async () => {
    const popup = await openAtProvider();
    const { page, context } = stage;
    await context.setOffline(true);
    await page.getByRole('heading', { name: 'You are offline' }).waitFor();
    const tried: string[] = [];
    page.on('request', (request) => void tried.push(request.url()));
    await page.clock.fastForward(60_000);
    await page.clock.fastForward(60_000);
    expect(tried).toEqual([]);
    polls = 0;
    await page.clock.pauseAt(Date.now() + 150_000);
    await context.setOffline(false);
    await expect.poll(() => polls).toBe(1);
    await page.clock.resume();
    await allow(popup);
    await isConnected(page);
    expect(toldBy(stage, 'onError')).toEqual([]);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
  });

  test('without the browser’s noticing is said, told after a minute, and gone on from', async () => {
    const popup = await openAtProvider();
    const { page, context } = stage;
    await context.route(ATTEMPT, (route) => route.abort());
    const unheard = page.getByText('We cannot reach the service at the moment. We keep trying.');
    const asked = async () => {
      const failed = page.waitForEvent('requestfailed', (request) => ATTEMPT.test(request.url()));
      await page.clock.fastForward(40_000);
      await failed;
    };
    await asked();
    expect(await unheard.count()).toBe(0);
    expect(toldBy(stage, 'onError')).toEqual([]);
    await asked();
    await unheard.waitFor();
    await asked();
    await expect
      .poll(() => toldBy(stage, 'onError'))
      .toEqual([{ code: 'network_unreachable', recoverable: true }]);
    await context.unroute(ATTEMPT);
    await page.clock.fastForward(40_000);
    await unheard.waitFor({ state: 'detached' });
    await allow(popup);
    await isConnected(page);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(toldBy(stage, 'onError')).toHaveLength(1);
  });
});
