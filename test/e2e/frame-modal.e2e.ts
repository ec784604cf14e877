import type { FrameLocator } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeFrameStage,
  type FrameStage,
  type FrameStageOptions,
  inFrame,
  looseEnds,
  openFrameStage,
  openModal,
  untilGone,
  visit,
} from './frame-stage.js';
import { screenshot } from './harness.js';
import { toldBy } from './steps.js';

/** The hub in a dialog over a page that forbids everything that it can. */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

const BAMBOO = { provider: 'bamboohr', categories: ['hris'] };

async function open(options: FrameStageOptions = {}, given: object = {}): Promise<FrameLocator> {
  stage = await openFrameStage({ session: BAMBOO, ...options });
  await visit(stage);
  await stage.page.locator('#before').focus();
  return openModal(stage, given);
}

const subdomain = (hub: FrameLocator) => hub.getByLabel('BambooHR subdomain');

async function connect(hub: FrameLocator): Promise<void> {
  await subdomain(hub).fill('acme');
  await hub.getByLabel('API key', { exact: true }).fill(stage.secret);
  await hub.getByRole('button', { name: 'Connect', exact: true }).click();
  await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
}

const results = () => stage.page.evaluate(() => shop.results);
const ended = () => expect.poll(results, { timeout: 20_000 });
const focused = () => stage.page.evaluate(() => document.activeElement?.id ?? '');
const isLocked = () =>
  stage.page.evaluate(() => getComputedStyle(document.documentElement).overflowY === 'hidden');

describe('an account that is connected in the dialog', () => {
  test('is told with the details of the component, and the page is as it was', async () => {
    const hub = await open();
    const before = await looseEnds(stage.page);
    await connect(hub);
    await screenshot(stage.page, 'modal-success');
    await untilGone(stage.page, () => hub.getByRole('button', { name: 'Done' }).click());

    const [account] = toldBy(stage, 'onSuccess') as { id: string; integrationId: string }[];
    expect(account).toEqual({
      id: expect.any(String),
      provider: 'bamboohr',
      integrationId: expect.any(String),
      mode: 'created',
    });
    const closing = { reason: 'done', accounts: [account] };
    await ended().toEqual([closing]);
    expect(toldBy(stage, 'onClose')).toEqual([closing]);
    expect(toldBy(stage, 'onError')).toEqual([]);
    expect(toldBy(stage, 'onEvent')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'ready',
          session: expect.objectContaining({ provider: 'bamboohr' }),
        }),
        { type: 'screen', screen: 'form', integrationId: account?.integrationId },
        { type: 'submit', integrationId: account?.integrationId, mode: 'create' },
        { type: 'screen', screen: 'success', integrationId: account?.integrationId },
      ]),
    );
    expect(await stage.page.evaluate(() => shop.violations)).toEqual([]);
    expect(stage.problems).toEqual([]);
    expect(await looseEnds(stage.page)).not.toEqual(before);
    expect(await looseEnds(stage.page)).toEqual(await afterNothing());
    expect(await focused()).toBe('before');
  });

  test('is told also where the dialog is destroyed before anybody says that it is done', async () => {
    const hub = await open();
    await connect(hub);
    await stage.page.evaluate(() => shop.hub.destroy());
    await ended().toMatchObject([{ reason: 'unmounted', accounts: [{ provider: 'bamboohr' }] }]);
  });
});

/** The loose ends of a page that never had a hub on it. */
async function afterNothing() {
  const page = await stage.context.newPage();
  await page.goto(`${stage.shop}/`);
  await page.locator('html[data-ready]').waitFor();
  const ends = await looseEnds(page);
  await page.close();
  return ends;
}

describe('the dialog', () => {
  test('has the page behind it inert and locked, and takes the focus', async () => {
    const hub = await open();
    await subdomain(hub).waitFor();
    expect(await isLocked()).toBe(true);
    const dialog = stage.page.getByRole('dialog', { name: 'Connect an account' });
    expect(await dialog.count()).toBe(1);
    await stage.page
      .locator('#after')
      .focus({ timeout: 1_000 })
      .catch(() => undefined);
    expect(await focused()).not.toBe('after');
    await stage.page.keyboard.press('Tab');
    expect(await inFrame(stage.page).locator(':focus').count()).toBe(1);
  });

  test('leaves a page free to scroll that has thrown its body away, and ends there as anywhere', async () => {
    const hub = await open();
    await subdomain(hub).waitFor();
    await stage.page.evaluate(() => {
      document.body = document.createElement('body');
    });
    expect(await isLocked()).toBe(false);
    await stage.page.evaluate(() => shop.hub.destroy());
    await ended().toEqual([{ reason: 'unmounted', accounts: [] }]);
    expect(await stage.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  });

  test.each([
    ['Escape', () => stage.page.keyboard.press('Escape')],
    ['a click beside it', () => stage.page.mouse.click(5, 5)],
    ['its own button', (hub: FrameLocator) => hub.getByRole('button', { name: 'Close' }).click()],
    ['close()', () => stage.page.evaluate(() => shop.hub.close())],
  ])('closes by %s, and everything is as it was', async (_, close) => {
    const hub = await open();
    await subdomain(hub).waitFor();
    await untilGone(stage.page, () => close(hub));
    await ended().toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(await isLocked()).toBe(false);
    expect(await focused()).toBe('before');
    expect(await looseEnds(stage.page)).toEqual(await afterNothing());
  });

  test.each([
    ['Escape', () => stage.page.keyboard.press('Escape')],
    ['a click beside it', () => stage.page.mouse.click(5, 5)],
    ['close()', () => stage.page.evaluate(() => shop.hub.close())],
  ])('asks before %s loses something typed', async (_, close) => {
    const hub = await open();
    await subdomain(hub).fill('acme');
    await close();
    const question = hub.getByRole('alertdialog', { name: 'Discard what you typed?' });
    await question.waitFor();
    await question.press('Escape');
    await question.waitFor({ state: 'detached' });
    expect(await subdomain(hub).inputValue()).toBe('acme');
    await close();
    const discard = question.getByRole('button', { name: 'Discard and close' });
    await untilGone(stage.page, () => discard.click());
    await ended().toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('waits for what is being sent, however often it is asked to close', async () => {
    const hub = await open();
    await subdomain(hub).fill('slow');
    await hub.getByLabel('API key', { exact: true }).fill(stage.secret);
    await hub.getByRole('button', { name: 'Connect', exact: true }).click();
    await hub.getByRole('button', { name: 'Connecting…' }).waitFor();
    for (const _ of '123') await stage.page.evaluate(() => shop.hub.close());
    await stage.page.mouse.click(5, 5);
    await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
    expect(await results()).toEqual([undefined]);
  });

  test('closes all the same where its page does not answer any more', async () => {
    const hub = await open();
    await subdomain(hub).waitFor();
    await stage.page
      .frames()
      .at(-1)
      ?.evaluate(() =>
        setTimeout(() => {
          const end = Date.now() + 8_000;
          while (Date.now() < end);
        }),
      );
    await stage.page.evaluate(() => shop.hub.close());
    await ended().toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(await looseEnds(stage.page)).toEqual(await afterNothing());
  });

  test('is left by the keyboard while it is still loading', async () => {
    stage = await openFrameStage();
    await stage.context.route(`${stage.hosted}/**`, () => undefined);
    await visit(stage);
    await stage.page.locator('#before').focus();
    await openModal(stage);
    await stage.page.getByRole('dialog', { name: 'Connect an account' }).waitFor();
    await stage.page.keyboard.press('Escape');
    await ended().toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(await focused()).toBe('before');
  });

  test('is left by its own button while it is still loading', async () => {
    stage = await openFrameStage();
    await stage.context.route(`${stage.hosted}/**`, () => undefined);
    await visit(stage);
    await openModal(stage);
    await stage.page.getByRole('button', { name: 'Close' }).click();
    await ended().toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('fills a phone’s screen', async () => {
    const hub = await open({ viewport: { width: 360, height: 740 } });
    await subdomain(hub).waitFor();
    const dialog = stage.page.getByRole('dialog');
    expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 740 });
    expect(await dialog.evaluate((element) => getComputedStyle(element).borderRadius)).toBe('0px');
  });
});
