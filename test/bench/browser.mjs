/** One Chromium for the whole benchmark, and pages in it that are as slow as a phone on a train. */
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';

/** The reference: a CPU four times slower than this one, 9 Mbit/s, 60 ms. */
export const SLOW = { cpu: 4, megabits: 9, latency: 60 };

const INSTRUMENTS = join(import.meta.dirname, 'instruments.js');

export async function openBrowser() {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env, args: [...CHROMIUM_ARGS, '--js-flags=--expose-gc'] });
}

/**
 * A page with nothing in its caches.
 *
 * @returns {Promise<{ page, cdp, close }>} `close` ends it
 */
export async function openPage(browser, { cpu = 1, network = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 900, height: 800 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await page.addInitScript({ path: INSTRUMENTS });
  if (network) {
    await cdp.send('Network.enable');
    const bytes = (SLOW.megabits * 1e6) / 8;
    await cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: SLOW.latency,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { page, cdp, close: () => context.close() };
}

/** Resolves with the milliseconds from navigation to the first connector's frame. */
export async function whenShown(page, timeout = 120_000) {
  await page.waitForFunction(() => instruments.shown !== undefined, undefined, { timeout, polling: 50 });
  return page.evaluate(() => instruments.shown);
}

export const median = (values) => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
