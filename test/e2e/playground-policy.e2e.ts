import { afterEach, describe, expect, test } from 'vitest';
import { type Complaints, hearComplaints } from '../surfaces/complaints.js';
import { strictPolicy } from '../surfaces/policy.js';
import { closeStage, openSignInStage, type Stage } from './harness.js';
import { allow, windowOf } from './steps.js';
import type { Place } from './tab.js';

/**
 * The playground as it is built, through every door of it, under the policy of the strictest of hosts. What hubs do behind
 * each door in full is for test/surfaces: here it is for the page around them.
 */

let stage: Stage;
let complaints: Complaints;

async function openPlayground(door: string): Promise<void> {
  stage = await openSignInStage({
    viewport: { width: 1440, height: 960 },
    pageHeaders: (urls) => ({ 'content-security-policy': strictPolicy(urls) }),
  });
  const { page, context, urls } = stage;
  complaints = await hearComplaints(context);
  await page.goto(urls.playground);
  await page.getByRole('tab', { name: 'Embed' }).click();
  await page.getByRole('radio', { name: door }).check();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

const searchBox = (hub: Place) => hub.getByRole('combobox', { name: 'Search by name or category' });

/** The first that is found. */
async function pick(hub: Place, search: string): Promise<void> {
  await searchBox(hub).fill(search);
  await hub.getByRole('option').nth(0).waitFor();
  await searchBox(hub).press('Enter');
}

describe.each([
  ['React component', '.hub'],
  ['Custom element', 'connect-hub'],
])('%s', (door, selector) => {
  afterEach(() => closeStage(stage));

  test('an account is created, edited, and another signed in to', async () => {
    await openPlayground(door);
    const { page, context, secret } = stage;
    const hub = page.locator(selector);
    const button = (name: string | RegExp) => hub.getByRole('button', { name, exact: true });
    await pick(hub, 'bamboohr');
    await hub.getByLabel('BambooHR subdomain').fill('acme');
    await hub.getByLabel('API key', { exact: true }).fill(secret);
    await button('Connect').click();
    await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
    await button('Done').click();

    const account = page.getByRole('listitem').filter({ hasText: 'BambooHR' });
    await account.getByRole('button', { name: 'Edit' }).click();
    await hub.getByLabel('BambooHR subdomain').fill('acme-north');
    await button('Save changes').click();
    await hub.getByRole('heading', { name: 'Your changes to BambooHR are saved' }).waitFor();
    await button('Done').click();

    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await pick(hub, 'deel oauth');
    const opened = context.waitForEvent('page');
    await button(/^Continue to/).click();
    await allow(await opened);
    await hub.getByRole('heading', { name: 'Deel (OAuth) is connected' }).waitFor();
    expect(complaints()).toEqual([]);
  });
});

describe('the hosted page', () => {
  // The host's page hands the token over by a port, or in the link.
  afterEach(() => closeStage(stage, /^(a port|an address that a window or a frame had|the history)$/));

  test.each(['Frame in the page', 'Frame in a dialog'])('%s', async (door) => {
    await openPlayground(door);
    await searchBox(stage.page.locator('iframe').contentFrame()).waitFor();
    expect(complaints()).toEqual([]);
  });

  test('Sign-in link', async () => {
    await openPlayground('Sign-in link');
    const tab = await windowOf(stage, stage.page.getByRole('link', { name: 'Open it' }));
    await tab.getByRole('button', { name: 'Continue', exact: true }).click();
    await searchBox(tab).waitFor();
    expect(complaints()).toEqual([]);
  });

  test('what the playground may not do would be seen', async () => {
    await openPlayground('Sign-in link');
    await stage.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await expect.poll(() => complaints().join()).toMatch(/style-src-attr/);
  });
});
