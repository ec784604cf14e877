import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { notRun } from './browser.js';
import { closeStage, openSignInStage, screenshot, type Stage, type StageOptions } from './harness.js';
import {
  accounts,
  allow,
  continueButton,
  decide,
  ENDPOINT,
  fillForm,
  isConnected,
  signIn,
  toldBy,
  typed,
  windowOf,
  WORKDAY,
} from './steps.js';

/** A window that the browser's own blocker keeps shut. */

let stage: Stage;
/** Of the attempts that were made, one each. */
let attempts: string[];

async function open(options: StageOptions = {}): Promise<void> {
  stage = await openSignInStage(options);
  attempts = [];
  stage.hear(({ method, url }) => {
    const { pathname } = new URL(url);
    if (method === 'POST' && pathname.endsWith('/connection_attempts')) attempts.push(pathname);
  });
}

const IN_APP =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
  'Mobile/15E148 [FBAN/FBIOS;FBAV/500.0.0.0;FBBV/1;FBDV/iPhone15,2;FBMD/iPhone]';

afterEach(() => closeStage(stage, /\/connect\/oauth2\//));

/** A click of a script's: the browser does not take it for the user's. */
async function continueUnasked(): Promise<void> {
  const { page, context } = stage;
  await fillForm(page, stage);
  const devtools = await context.newCDPSession(page);
  // Playwright acts in the user's name, and what that allows is used up by one window.
  await page.evaluate(() => window.open('about:blank')?.close());
  await devtools.send('Runtime.evaluate', {
    expression: 'document.querySelector("form [type=submit]").click()',
    userGesture: false,
  });
  await page.getByRole('heading', { name: 'Your browser blocked the window' }).waitFor();
}

describe.skipIf(notRun)(`a window that the browser blocks${notRun}`, () => {
  beforeEach(() => open());

  test.each([
    ['the server’s own pages', ''],
    ['the plain contract', '/plain'],
  ])('is opened by a link, for the same attempt, by %s', async (_, base) => {
    const { page, urls } = stage;
    const options = { baseUrl: urls.sandbox + base, appUrl: urls.sandbox };
    await page.goto(stage.host({ provider: WORKDAY.provider }, options));
    await continueUnasked();
    await screenshot(page, 'sign-in-blocked');
    const link = page.getByRole('link', { name: `Open ${WORKDAY.name}` });
    expect(await link.getAttribute('rel')).toBe('opener');
    await allow(await windowOf(stage, link));
    await isConnected(page);
    expect(attempts).toHaveLength(1);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('is not needed: the sign-in goes on in the same tab, and comes back to where it began', async () => {
    const { page } = stage;
    const address = stage.host({ provider: WORKDAY.provider });
    await page.goto(address);
    await continueUnasked();
    await page.getByRole('button', { name: 'Continue in this tab' }).click();
    await allow(page);
    await isConnected(page);
    expect(page.url()).toBe(address);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await accounts(stage)).toHaveLength(1);
    expect(await page.evaluate(() => Object.entries(sessionStorage))).toEqual([]);
  });
});

test('in the same tab, where the user does not agree: what they typed is there again, and the secret is asked for', async () => {
  await open({ userAgent: IN_APP });
  const { page } = stage;
  await page.goto(stage.host({ provider: WORKDAY.provider }));
  await fillForm(page, stage);
  await continueButton(page).click();
  await page.getByRole('button', { name: 'Continue in this tab' }).click();
  await signIn(page);
  await decide(page, 'Deny');
  await page.getByText(`Access was not given at ${WORKDAY.name}.`).waitFor();
  expect(await typed(page)).toEqual([ENDPOINT, 'hub', '']);
  await page.getByText('For your security this was not kept when you left the page.').waitFor();
  expect(await page.evaluate(() => Object.entries(sessionStorage))).toEqual([]);
  expect(toldBy(stage, 'onError').at(-1)).toEqual({ code: 'access_denied', recoverable: true });
});

test('in an app’s own browser none is opened: the sign-in is in the same tab', async () => {
  await open({ userAgent: IN_APP });
  const { page, context } = stage;
  await page.goto(stage.host({ provider: WORKDAY.provider }));
  await fillForm(page, stage);
  await continueButton(page).click();
  await page.getByRole('heading', { name: `Sign in to ${WORKDAY.name} in this tab` }).waitFor();
  await page.getByRole('button', { name: 'Continue in this tab' }).click();
  await allow(page);
  await isConnected(page);
  expect(context.pages()).toHaveLength(1);
  expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
  expect(await accounts(stage)).toHaveLength(1);
});
