import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeFrameStage,
  type FrameStage,
  inFrame,
  openFrameStage,
  untilGone,
  visit,
} from './frame-stage.js';
import { closeStage, openSignInStage, type Stage } from './harness.js';
import { isAt, stops, tabTo, treeIn } from './keyboard.js';
import { ENDPOINT, WORKDAY } from './steps.js';

/*
 * Ways that lead out of the hub's own page, by keyboard alone: into a dialog over a host's page and back, behind a link,
 * and to the provider in this very tab. What the hub's own screens do is in test/journeys.
 */

const BAMBOO = { provider: 'bamboohr', categories: ['hris'] };

const type = (page: Page, text: string) => page.keyboard.type(text);
const press = (page: Page, key: string) => page.keyboard.press(key);

async function fillIn({ page, secret }: Pick<Stage, 'page' | 'secret'>): Promise<void> {
  await tabTo(page, 'BambooHR subdomain');
  await type(page, 'acme');
  await tabTo(page, 'API key');
  await type(page, secret);
}

/** The hub's own frame, once it is there. */
const hubFrame = ({ page, hosted }: FrameStage) => {
  const frame = page.frames().find((one) => one.url().startsWith(hosted));
  if (!frame) throw new Error('The hub is in no frame.');
  return frame;
};

describe('the dialog of a host’s page', () => {
  let stage: FrameStage;
  afterEach(() => closeFrameStage(stage));

  /** By the page's own button, which the focus has to come back to. */
  async function open(): Promise<Page> {
    stage = await openFrameStage({ session: BAMBOO });
    const page = await visit(stage);
    await page.evaluate((hostedUrl) => {
      const opener = document.querySelector<HTMLElement>('#before');
      opener?.addEventListener('click', () => shop.openHub({ hostedUrl }));
    }, `${stage.hosted}/`);
    await tabTo(page, 'Connect an account');
    await press(page, 'Enter');
    await inFrame(page).getByLabel('BambooHR subdomain').waitFor();
    return page;
  }

  test('has the focus go round in it, and gives it back to what opened it', async () => {
    const page = await open();
    await expect(await treeIn(page, 'dialog')).toMatchFileSnapshot('./trees/dialog.txt');
    await expect(await treeIn(hubFrame(stage), 'RootWebArea')).toMatchFileSnapshot('./trees/hosted-form.txt');
    expect(await stops(page, 10)).toEqual([
      'API key',
      'BambooHR subdomain',
      'Close',
      'Connect',
      'Help for API key',
      'Read the guide',
      'Show API key',
    ]);
    await untilGone(page, () => press(page, 'Escape'));
    await isAt(page, 'Connect an account');
  });

  test('asks before Escape loses what was typed, and goes on where the user was', async () => {
    const page = await open();
    await tabTo(page, 'BambooHR subdomain');
    await type(page, 'acme');
    await press(page, 'Escape');
    await isAt(page, 'Keep editing');
    expect(await stops(page, 5)).toEqual(['Discard and close', 'Keep editing']);
    await tabTo(page, 'Keep editing');
    await press(page, 'Escape');
    await isAt(page, 'BambooHR subdomain');
    await press(page, 'Escape');
    await isAt(page, 'Keep editing');
    await tabTo(page, 'Discard and close');
    await untilGone(page, () => press(page, 'Enter'));
    await isAt(page, 'Connect an account');
  });

  test('connects an account, and is left by its button', async () => {
    const page = await open();
    await fillIn(stage);
    await press(page, 'Enter');
    await isAt(page, 'BambooHR is connected');
    await tabTo(page, 'Done');
    await untilGone(page, () => press(page, 'Enter'));
    await isAt(page, 'Connect an account');
    await expect.poll(() => page.evaluate(() => shop.results)).toMatchObject([{ reason: 'done' }]);
  });
});

describe('behind a link', () => {
  let stage: FrameStage;
  afterEach(() => closeStage(stage, /^(an address that a window or a frame had|the history)$/));

  test('the question has the focus, then the form, then what came of it, and the way leads back', async () => {
    stage = await openFrameStage();
    const { page, config } = stage;
    config.returnUrl = `${stage.shop}/orders`;
    await page.goto(`${stage.hosted}/#token=${encodeURIComponent(await stage.token(BAMBOO))}`);
    await isAt(page, 'Connect an account for Acme Corp');
    await expect(await treeIn(page, 'main')).toMatchFileSnapshot('./trees/link-question.txt');
    expect(await stops(page, 4)).toEqual(['Continue', 'Not now']);
    await tabTo(page, 'Continue');
    await press(page, 'Enter');
    await isAt(page, 'Connect BambooHR');
    await expect(await treeIn(page, 'main')).toMatchFileSnapshot('./trees/link-form.txt');
    await fillIn(stage);
    await press(page, 'Enter');
    await isAt(page, 'BambooHR is connected');
    await tabTo(page, 'Done');
    await press(page, 'Enter');
    await page.waitForURL(`${stage.shop}/orders?status=success**`);
  });
});

describe('a sign-in in the same tab', () => {
  let stage: Stage;
  afterEach(() => closeStage(stage, /\/connect\/oauth2\//));

  const IN_APP =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ' +
    'Mobile/15E148 [FBAN/FBIOS;FBAV/500.0.0.0;FBBV/1;FBDV/iPhone15,2;FBMD/iPhone]';

  /** From the form to the provider's question. */
  async function leave(): Promise<Page> {
    stage = await openSignInStage({ userAgent: IN_APP });
    const { page } = stage;
    await page.goto(stage.host({ provider: WORKDAY.provider }));
    await page.getByLabel('Workday REST API endpoint').waitFor();
    await tabTo(page, 'Workday REST API endpoint');
    await type(page, ENDPOINT);
    await tabTo(page, 'Client ID of the API client');
    await type(page, 'hub');
    await tabTo(page, 'Client secret of the API client');
    await type(page, stage.secret);
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Continue in this tab' }).waitFor();
    await tabTo(page, 'Continue in this tab');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await tabTo(page, 'Sign in');
    await press(page, 'Enter');
    await page.getByRole('button', { name: 'Allow', exact: true }).waitFor();
    return page;
  }

  test('comes back to what came of it', async () => {
    const page = await leave();
    await tabTo(page, 'Allow');
    await press(page, 'Enter');
    await isAt(page, `${WORKDAY.name} is connected`);
  });

  test('comes back to the form, at what has to be typed again', async () => {
    const page = await leave();
    await tabTo(page, 'Deny');
    await press(page, 'Enter');
    await isAt(page, 'Client secret of the API client');
    await type(page, stage.secret);
    await tabTo(page, /^(Continue to|Try again)/);
  });
});
