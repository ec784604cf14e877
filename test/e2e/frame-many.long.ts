import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeFrameStage, type FrameStage, looseEnds, openFrameStage, visit } from './frame-stage.js';

/** Several hubs on one page, which end in every order. */

let stage: FrameStage;
let before: Awaited<ReturnType<typeof looseEnds>>;

beforeEach(async () => {
  stage = await openFrameStage({ session: { provider: 'bamboohr', categories: ['hris'] } });
  await visit(stage);
  before = await looseEnds(stage.page);
  await stage.page.locator('#before').focus();
});
afterEach(() => closeFrameStage(stage));

type How = 'modal' | 'inline';

/** Opens one, and waits until it can be seen. */
async function open(how: How): Promise<void> {
  await stage.page.evaluate(
    ([way, hostedUrl]) => (way === 'modal' ? shop.openHub({ hostedUrl }) : shop.mountHub({ hostedUrl })),
    [how, `${stage.hosted}/`] as const,
  );
  await stage.page.frameLocator('iframe').last().getByLabel('BambooHR subdomain').waitFor();
}

const end = (index: number, how: 'close' | 'destroy') =>
  stage.page.evaluate(
    async ([number, way]) => {
      const hub = shop.hubs[number];
      hub?.[way]();
      await hub?.result;
    },
    [index, how] as const,
  );

const isLocked = () =>
  stage.page.evaluate(() => getComputedStyle(document.documentElement).overflowY === 'hidden');
const focus = () => stage.page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);

const ORDERS: readonly (readonly number[])[] = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test.each(ORDERS)(
  'three dialogs over one another that end as %i, %i, %i: focus, lock and page are as they were',
  async (...order) => {
    for (const _ of '123') await open('modal');
    for (const [step, index] of order.entries()) {
      expect(await isLocked()).toBe(true);
      await end(index, step % 2 === 0 ? 'destroy' : 'close');
    }
    expect(await isLocked()).toBe(false);
    expect(await focus()).toBe('before');
    expect(await looseEnds(stage.page)).toEqual(before);
  },
);

test('a dialog over a hub in the page, which is gone first', async () => {
  await open('inline');
  await stage.page.frameLocator('iframe').getByLabel('BambooHR subdomain').focus();
  await open('modal');
  expect(await isLocked()).toBe(true);
  await end(0, 'destroy');
  expect(await isLocked()).toBe(true);
  await end(1, 'close');
  expect(await isLocked()).toBe(false);
  expect(await looseEnds(stage.page)).toEqual(before);
});

test('a dialog over a hub in the page gives the focus back into its frame', async () => {
  await open('inline');
  await stage.page.frameLocator('iframe').getByLabel('BambooHR subdomain').focus();
  const inFrame = () => stage.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
  expect(await inFrame()).toBe('IFRAME');
  await open('modal');
  await end(1, 'close');
  expect(await inFrame()).toBe('IFRAME');
  expect(await stage.page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('place');
});

test('each is told of its own account alone', async () => {
  await open('inline');
  await open('modal');
  const dialog = stage.page.frameLocator('iframe').last();
  await dialog.getByLabel('BambooHR subdomain').fill('acme');
  await dialog.getByLabel('API key', { exact: true }).fill(stage.secret);
  await dialog.getByRole('button', { name: 'Connect', exact: true }).click();
  await dialog.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
  await end(1, 'destroy');
  await end(0, 'destroy');
  const [inline, modal] = await stage.page.evaluate(() => shop.results);
  expect(inline?.accounts).toEqual([]);
  expect(modal?.accounts).toHaveLength(1);
});

test('one that is destroyed as soon as it was opened, again and again, as strict frameworks do', async () => {
  await stage.page.evaluate((hostedUrl) => {
    for (const _ of '12345') {
      shop.openHub({ hostedUrl });
      shop.hub.destroy();
      shop.mountHub({ hostedUrl });
      shop.hub.destroy();
    }
  }, `${stage.hosted}/`);
  expect(await looseEnds(stage.page)).toEqual(before);
  expect(await focus()).toBe('before');
  expect(await stage.page.evaluate(() => shop.results)).toEqual(
    Array.from({ length: 10 }, () => ({ reason: 'unmounted', accounts: [] })),
  );
  await open('modal');
  expect(await isLocked()).toBe(true);
});

describe('the page’s own styles', () => {
  test('for scrolling come back as they were, the page where it was', async () => {
    await stage.page.evaluate(() => {
      const { style } = document.documentElement;
      style.setProperty('overflow', 'scroll', 'important');
      style.setProperty('scrollbar-gutter', 'auto');
      window.scrollTo(0, 300);
    });
    const styled = await looseEnds(stage.page);
    await open('modal');
    await end(0, 'destroy');
    expect(await looseEnds(stage.page)).toEqual(styled);
    expect(await stage.page.evaluate(() => window.scrollY)).toBe(300);
  });

  test('do not reach the dialog, nor the dialog’s them', async () => {
    await stage.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#place > * { display: none; width: 10px } iframe, .box { width: 10px; opacity: 0 }');
      document.adoptedStyleSheets = [sheet];
    });
    await open('inline');
    expect((await stage.page.locator('iframe').boundingBox())?.width).toBeGreaterThan(600);
  });
});
