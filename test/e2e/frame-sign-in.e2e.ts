import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { notRun } from './browser.js';
import {
  closeFrameStage,
  type FrameStage,
  type FrameStageOptions,
  inFrame,
  openFrameStage,
  openModal,
  visit,
} from './frame-stage.js';
import { screenshot } from './harness.js';
import { accounts, allow, continueButton, isConnected, isWaiting, leave, toldBy, WORKDAY } from './steps.js';

/** Signing in at the provider out of a frame: its windows are the frame's own, its storage is apart. */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

async function open(options: FrameStageOptions = {}): Promise<FrameLocator> {
  stage = await openFrameStage({ realBrowser: true, session: { provider: WORKDAY.provider }, ...options });
  await visit(stage);
  return openModal(stage);
}

const COOP = { 'cross-origin-opener-policy': 'same-origin' };

describe.skipIf(notRun)(`a sign-in out of a frame${notRun}`, () => {
  test('connects the account; its window closes itself, and nobody reads what they should not', async () => {
    const hub = await open();
    const popup = await leave(stage, hub);
    await isWaiting(hub);
    await screenshot(stage.page, 'modal-sign-in');
    const closed = popup.waitForEvent('close');
    await allow(popup);
    await isConnected(hub);
    await closed;
    expect(await accounts(stage)).toHaveLength(1);
    expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
    expect(await stage.page.evaluate(() => shop.violations)).toEqual([]);
  });

  test('connects the account on a page whose windows keep to themselves: the loader hears the return page', async () => {
    const hub = await open({ shopHeaders: COOP });
    const popup = await leave(stage, hub);
    const closed = popup.waitForEvent('close');
    await allow(popup);
    await isConnected(hub);
    await closed;
    expect(await accounts(stage)).toHaveLength(1);
  });

  test('is found again when the page was loaded again meanwhile', async () => {
    const hub = await open();
    const popup = await leave(stage, hub);
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await visit(stage);
    const again = await openModal(stage);
    await isWaiting(again);
    await allow(popup);
    await isConnected(again);
    expect(await accounts(stage)).toHaveLength(1);
  });

  test.each(['require-corp', 'credentialless'])(
    'connects the account on a page that is isolated from others (COEP %s)',
    async (policy) => {
      const hub = await open({ shopHeaders: { ...COOP, 'cross-origin-embedder-policy': policy } });
      expect(await stage.page.evaluate(() => crossOriginIsolated)).toBe(true);
      await allow(await leave(stage, hub));
      await isConnected(hub);
      expect(await accounts(stage)).toHaveLength(1);
    },
  );

  test('says that no window opened where the page may open none, and has a link; there is no way in this tab', async () => {
    stage = await openFrameStage({ realBrowser: true, session: { provider: WORKDAY.provider } });
    const portal = await stage.site('portal', async () => {
      const sandbox = 'allow-scripts allow-same-origin allow-forms';
      const body = `<!doctype html><title>Portal</title><iframe sandbox="${sandbox}" src="${stage.shop}/"
        style="width: 1000px; height: 900px"></iframe>`;
      return new Response(body, { headers: { 'content-type': 'text/html' } });
    });
    stage.config.allowedOrigins = [stage.shop, portal];
    await stage.page.goto(portal);
    const shopFrame = await frameOf(stage.page, stage.shop);
    await shopFrame.locator('html[data-ready]').waitFor();
    await shopFrame.evaluate((hostedUrl) => shop.openHub({ hostedUrl }), `${stage.hosted}/`);
    const hub = inFrame(stage.page).frameLocator('iframe');
    await hub.getByLabel('Workday REST API endpoint').fill('https://wd2.workday.com/ccx/api/v1/acme');
    await hub.getByLabel('Client ID of the API client', { exact: true }).fill('hub');
    await hub.getByLabel('Client secret of the API client', { exact: true }).fill(stage.secret);
    await continueButton(hub).click();
    await hub.getByRole('heading', { name: 'Your browser blocked the window' }).waitFor();
    expect(await hub.getByRole('link', { name: /^Open Workday/ }).count()).toBe(1);
    expect(await hub.getByRole('button', { name: 'Continue in this tab' }).count()).toBe(0);
    expect(toldBy(stage, 'onError')).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    await hub.getByRole('button', { name: 'Cancel' }).click();
    await continueButton(hub).waitFor();
  });
});

async function frameOf(page: Page, origin: string) {
  await expect.poll(() => page.frames().some((frame) => frame.url().startsWith(origin))).toBe(true);
  const found = page.frames().find((frame) => frame.url().startsWith(origin));
  if (!found) throw new Error('There is no such frame.');
  return found;
}
