import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { closeStage, openSignInStage, screenshot, type Stage, type StageOptions } from './harness.js';
import { toldBy } from './steps.js';

/** The hub in the playground, the sandbox, and a real authorization server: each on a site of its own. */

let stage: Stage;
afterEach(() => closeStage(stage));

const CONNECTOR = 'Deel (OAuth)';

async function openForm(options: StageOptions = {}): Promise<Page> {
  stage = await openSignInStage({ viewport: { width: 1360, height: 850 }, ...options });
  const { page, urls } = stage;
  await page.goto(urls.playground);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('combobox', { name: 'Search by name or category' }).fill('deel oauth');
  await page.getByRole('option', { name: CONNECTOR }).click();
  await page.getByRole('heading', { name: `Sign in to ${CONNECTOR}` }).waitFor();
  return page;
}

/** Opens the provider's window, as the user does. */
async function leave(page: Page, name: string | RegExp = /^Continue to/): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name }).click();
  return opened;
}

async function allow(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: 'Sign in' }).click();
  await popup.getByRole('button', { name: 'Allow', exact: true }).click();
}

const connected = (page: Page) => page.getByRole('heading', { name: `${CONNECTOR} is connected` }).waitFor();

const accounts = async (): Promise<unknown[]> => {
  const { port } = new URL(stage.urls.playground);
  return (await fetch(`http://127.0.0.1:${port}/api/accounts?origin_owner_id=acme-corp`)).json();
};

describe('a sign-in that is allowed', () => {
  test('connects the account, and its window closes itself', async () => {
    const page = await openForm();
    const popup = await leave(page);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await popup.evaluate(() => window.opener)).toBeNull();
    await page.getByRole('button', { name: 'Open again' }).waitFor();
    // Nobody brings a window to the front that has let go of its opener.
    await page.getByRole('button', { name: 'Show window' }).waitFor({ state: 'detached' });
    await screenshot(page, 'sign-in-waiting');
    await allow(popup);
    await connected(page);
    await closed;
    expect(await accounts()).toHaveLength(1);
    expect(stage.problems).toEqual([]);
  });

  test.each<[string, StageOptions]>([
    ['a provider that cuts its windows off', { provider: { coop: 'same-origin' } }],
    [
      'a host whose windows keep to themselves',
      { pageHeaders: () => ({ 'cross-origin-opener-policy': 'same-origin' }) },
    ],
    [
      'a host that is isolated from everybody',
      {
        pageHeaders: () => ({
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        }),
      },
    ],
    [
      'a host that is isolated from everybody but what comes without credentials',
      {
        pageHeaders: () => ({
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'credentialless',
        }),
      },
    ],
    [
      'a host that lets its windows go',
      { pageHeaders: () => ({ 'cross-origin-opener-policy': 'same-origin-allow-popups' }) },
    ],
  ])('connects the account with %s', async (_, options) => {
    const page = await openForm(options);
    await allow(await leave(page));
    await connected(page);
    expect(await accounts()).toHaveLength(1);
  });
});

test('a window that its provider cut off looks closed, and nobody takes that for an end', async () => {
  stage = await openSignInStage({ provider: { coop: 'same-origin' } });
  const { page } = stage;
  await page.clock.install();
  await page.goto(stage.host('sandbox:oauth'));
  const popup = await leave(page);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  await page.getByRole('button', { name: 'Show window' }).waitFor({ state: 'detached' });
  for (let time = 0; time < 6; time += 1) await page.clock.fastForward(10_000);
  await page.getByRole('heading', { name: 'Finish in the HubSpot window' }).waitFor();
  await allow(popup);
  await page.getByRole('heading', { name: 'HubSpot is connected' }).waitFor();
  expect(toldBy(stage, 'onError')).toEqual([]);
  expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
});

describe('a sign-in that comes to nothing', () => {
  test('says that access was not given, and can be tried again', async () => {
    const page = await openForm();
    const popup = await leave(page);
    await popup.getByRole('button', { name: 'Sign in' }).click();
    await popup.getByRole('button', { name: 'Deny' }).click();
    await page.getByText(`Access was not given at ${CONNECTOR}.`).waitFor();
    await screenshot(page, 'sign-in-denied');
    // The provider still knows who it is.
    const again = await leave(page, /^(Continue to|Try again)/);
    await again.getByRole('button', { name: 'Allow', exact: true }).click();
    await connected(page);
    expect(await accounts()).toHaveLength(1);
  });

  test('is cancelled at once, and no account is left', async () => {
    const page = await openForm();
    const popup = await leave(page);
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: `Sign in to ${CONNECTOR}` }).waitFor();
    expect(await accounts()).toEqual([]);
  });
});
