import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeFrameStage,
  type FrameStage,
  type FrameStageOptions,
  inFrame,
  looseEnds,
  openFrameStage,
  openInline,
  untilGone,
  visit,
} from './frame-stage.js';
import { screenshot } from './harness.js';
import { toldBy } from './steps.js';

/** The hub in an element of the host's page. */

let stage: FrameStage;
afterEach(() => closeFrameStage(stage));

const BAMBOO = { provider: 'bamboohr', categories: ['hris'] };

async function mount(options: FrameStageOptions = {}, given: object = {}): Promise<FrameLocator> {
  stage = await openFrameStage({ session: BAMBOO, ...options });
  await visit(stage);
  return openInline(stage, given);
}

const subdomain = (hub: FrameLocator) => hub.getByLabel('BambooHR subdomain');
const box = async (page: Page) => (await page.locator('iframe').boundingBox()) ?? { width: 0, height: 0 };
/** How high the hub is that is in the frame. */
const hubHeight = (hub: FrameLocator) =>
  hub.locator('.hub').evaluate((hub_) => hub_.getBoundingClientRect().height);

describe('the frame', () => {
  test('is as wide as its place and as high as the hub, which grows', async () => {
    const hub = await mount();
    await subdomain(hub).waitFor();
    const fits = () =>
      expect.poll(async () => Math.abs((await box(stage.page)).height - (await hubHeight(hub))));
    await fits().toBeLessThanOrEqual(1);
    const before = await box(stage.page);
    const place = await stage.page.locator('#place').boundingBox();
    expect(before.width).toBe((place?.width ?? 0) - 2);
    // What is wrong with the fields makes the form higher.
    await hub.getByRole('button', { name: 'Connect', exact: true }).click();
    await hub.getByText('Please fill this in.').first().waitFor();
    await expect.poll(async () => (await box(stage.page)).height).toBeGreaterThan(before.height);
    await fits().toBeLessThanOrEqual(1);
    await screenshot(stage.page, 'inline-problems');
    expect(await stage.page.evaluate(() => shop.violations)).toEqual([]);
    expect(stage.problems).toEqual([]);
  });

  test('may do what a sign-in takes and nothing to the page around it, and is told no more than whose page that is', async () => {
    await mount();
    const frame = stage.page.locator('iframe');
    const attribute = (name: string) => frame.getAttribute(name);
    expect((await attribute('sandbox'))?.split(' ').toSorted()).toEqual([
      'allow-forms',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
    ]);
    expect(await attribute('allow')).toBe('clipboard-write');
    expect(await attribute('referrerpolicy')).toBe('strict-origin');
    expect(await attribute('src')).toBe(`${stage.hosted}/`);
  });

  test('is as high as the host wants it, where it does, and changes with that', async () => {
    const hub = await mount({}, { height: '420px' });
    await subdomain(hub).waitFor();
    expect((await box(stage.page)).height).toBe(418);
    await stage.page.evaluate(() => shop.hub.update({ height: '50vh' }));
    await expect.poll(async () => (await box(stage.page)).height).toBe(720 / 2 - 2);
    await stage.page.evaluate(() => shop.hub.update({ height: undefined }));
    await expect
      .poll(async () => Math.round((await box(stage.page)).height))
      .toBe(Math.ceil(await hubHeight(hub)));
  });

  test('is in the page’s order of tabs, in and out, both ways', async () => {
    const hub = await mount();
    await subdomain(hub).waitFor();
    const { keyboard } = stage.page;
    const inHub = async () => (await hub.locator(':focus').count()) > 0;
    const inPage = () => stage.page.evaluate(() => document.activeElement?.id ?? '');
    await stage.page.locator('#before').focus();
    await keyboard.press('Tab');
    expect(await inHub()).toBe(true);
    const seen = new Set<string>();
    for (let step = 0; step < 30 && (await inHub()); step += 1) {
      seen.add(await hub.locator(':focus').evaluate((element) => element.textContent || element.id));
      await keyboard.press('Tab');
    }
    expect(seen.size).toBeGreaterThan(2);
    expect(await inPage()).toBe('after');
    await keyboard.press('Shift+Tab');
    expect(await inHub()).toBe(true);
    for (let step = 0; step < 30 && (await inHub()); step += 1) await keyboard.press('Shift+Tab');
    expect(await inPage()).toBe('before');
  });

  test('neither takes the focus nor locks the page', async () => {
    const hub = await mount();
    await subdomain(hub).waitFor();
    expect(await stage.page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
    expect(await stage.page.evaluate(() => getComputedStyle(document.documentElement).overflowY)).toBe(
      'visible',
    );
  });
});

describe('an end', () => {
  test('by the user takes the hub out of its place', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    await visit(stage);
    const before = await looseEnds(stage.page);
    const hub = await openInline(stage);
    await untilGone(stage.page, () => hub.getByRole('button', { name: 'Close' }).click());
    await expect
      .poll(() => stage.page.evaluate(() => shop.results))
      .toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(await looseEnds(stage.page)).toEqual(before);
  });

  test('by destroy() is told once, and nothing happens after it', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    await visit(stage);
    const before = await looseEnds(stage.page);
    const hub = await openInline(stage);
    await subdomain(hub).waitFor();
    const told = stage.told.length;
    await stage.page.evaluate(() => {
      const { hub: mounted } = shop;
      for (const _ of '12') mounted.destroy();
      mounted.close();
      mounted.update({ theme: 'dark' });
    });
    expect(stage.told.slice(told)).toEqual([
      { callback: 'onClose', detail: { reason: 'unmounted', accounts: [] } },
    ]);
    expect(await looseEnds(stage.page)).toEqual(before);
  });

  test('has no button where the host does not listen, and close() is there all the same', async () => {
    const hub = await mount({}, { onClose: undefined });
    await stage.page.evaluate((hostedUrl) => {
      shop.hub.destroy();
      shop.mountHub({ hostedUrl, onClose: undefined });
    }, `${stage.hosted}/`);
    await subdomain(hub).waitFor();
    expect(await hub.getByRole('button', { name: 'Close' }).count()).toBe(0);
    await stage.page.evaluate(() => shop.hub.close());
    await expect
      .poll(() => stage.page.evaluate(() => shop.results.at(-1)))
      .toEqual({ reason: 'cancelled', accounts: [] });
  });
});

describe('a changed option', () => {
  test('is worn at once: theme and words', async () => {
    const hub = await mount();
    await subdomain(hub).fill('acme');
    await stage.page.evaluate(() =>
      shop.hub.update({
        theme: 'dark',
        messages: { 'title.create': 'Bring your people', 'action.connect': 'Go' },
      }),
    );
    await hub.getByRole('button', { name: 'Go' }).waitFor();
    expect(await subdomain(hub).inputValue()).toBe('acme');
    expect(await stage.page.locator('iframe').getAttribute('title')).toBe('Bring your people');
    const colour = await hub.locator('.hub').evaluate((hub_) => getComputedStyle(hub_).backgroundColor);
    expect(colour).toBe('rgb(22, 24, 29)');
    await screenshot(stage.page, 'inline-dark-in-light');
  });

  test('that is a new token of the same owner goes on with what was typed', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    await visit(stage);
    const [first, second] = [await stage.token(), await stage.token()];
    const hub = await openInline(stage, { token: first });
    await subdomain(hub).fill('acme');
    await stage.page.evaluate((token) => shop.hub.update({ token }), second);
    await hub.getByLabel('API key', { exact: true }).fill(stage.secret);
    await hub.getByRole('button', { name: 'Connect', exact: true }).click();
    await hub.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
    expect(toldBy(stage, 'onClose')).toEqual([]);
  });

  test('that is another owner’s token starts afresh, is told, and is no end', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    await visit(stage);
    const other = { ...BAMBOO, origin_owner_id: 'other', origin_owner_name: 'Other Ltd' };
    const [first, second] = [await stage.token(), await stage.token(other)];
    const hub = await openInline(stage, { token: first });
    await subdomain(hub).fill('acme');
    await stage.page.evaluate((token) => shop.hub.update({ token }), second);
    await hub.getByText('For Other Ltd').waitFor();
    expect(await subdomain(hub).inputValue()).toBe('');
    expect(toldBy(stage, 'onClose')).toEqual([{ reason: 'session_replaced', accounts: [] }]);
    expect(await stage.page.evaluate(() => shop.results)).toEqual([undefined]);
  });
});

describe('a token', () => {
  test('is asked for again when the session has ended, and the user notices nothing', async () => {
    stage = await openFrameStage();
    await visit(stage);
    await stage.page.evaluate((hostedUrl) => {
      let asked = 0;
      const getToken = async () => {
        asked += 1;
        document.body.dataset['asked'] = String(asked);
        return 'sandbox:expires-on-submit';
      };
      shop.mountHub({ hostedUrl, getToken });
    }, `${stage.hosted}/`);
    const hub = inFrame(stage.page);
    await hub.getByRole('option', { name: /BambooHR/ }).click();
    await hub.getByLabel('Subdomain').fill('acme');
    await hub.locator('input[type=password]').fill(stage.secret);
    await stage.page.keyboard.press('Enter');
    await hub.getByRole('heading', { name: /is connected$/ }).waitFor();
    expect(await stage.page.locator('body').getAttribute('data-asked')).toBe('2');
    expect(toldBy(stage, 'onError')).toEqual([]);
  });

  test('that the host has none of is said on screen, and may come with the next try', async () => {
    stage = await openFrameStage({ session: BAMBOO });
    await visit(stage);
    const token = await stage.token();
    await stage.page.evaluate(
      ([hostedUrl, given]) => {
        let tries = 0;
        shop.mountHub({
          hostedUrl,
          getToken: async () => {
            tries += 1;
            if (tries === 1) throw new Error('not signed in');
            return tries === 2 ? (undefined as unknown as string) : given;
          },
        });
      },
      [`${stage.hosted}/`, token] as const,
    );
    const hub = inFrame(stage.page);
    await hub.getByRole('heading', { name: 'Something went wrong on our side' }).waitFor();
    const told = { code: 'session_invalid', recoverable: true };
    expect(toldBy(stage, 'onError')).toEqual([told]);
    await hub.getByRole('button', { name: 'Try again' }).click();
    // What is no token at all is not sent as one.
    await expect.poll(() => toldBy(stage, 'onError')).toEqual([told, told]);
    await hub.getByRole('button', { name: 'Try again' }).click();
    await subdomain(hub).waitFor();
  });
});
