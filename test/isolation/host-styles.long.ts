import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeShared, launchBrowser, shared } from '../e2e/browser.js';
import type { Listening } from '../server/listen.js';
import { differenceOf } from './pictures.js';
import { startSite } from './site.js';

/**
 * What a host's own styles do to a hub: nothing that is seen in the element, whose styles lie in a shadow root; and to
 * the component nothing that takes it apart.
 */

const installed = (file: string): Promise<string> =>
  readFile(createRequire(import.meta.url).resolve(file), 'utf8');

const SHEETS = [
  { sheet: 'everything reverted', css: async () => '* { all: revert }' },
  { sheet: 'everything unset', css: async () => '* { all: unset }' },
  {
    sheet: 'resets of old',
    css: async () =>
      '*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; list-style: none }',
  },
  { sheet: 'Bootstrap', css: () => installed('bootstrap/dist/css/bootstrap.css') },
  { sheet: 'Tailwind', css: () => installed('tailwindcss/preflight.css') },
] as const;

const SCREENS = [
  { screen: 'the picker', token: 'sandbox:categories', there: 'listbox' },
  { screen: 'every field', token: 'sandbox:fields', there: 'textbox' },
  { screen: 'a sign-in', token: 'sandbox:oauth', there: 'button' },
  { screen: 'no way on', token: 'sandbox:forbidden', there: 'button' },
] as const;

let site: Listening;
beforeAll(async () => {
  site = await startSite();
});
afterAll(async () => {
  await closeShared();
  await site.close();
});

interface Stage {
  readonly page: Page;
  /** The hub alone, at rest. */
  readonly picture: () => Promise<Buffer>;
  /** With the host's sheet on the page, or without it. */
  readonly wear: (css: string | null) => Promise<void>;
}

async function show(
  door: string,
  { token, there }: (typeof SCREENS)[number],
  theme: 'light' | 'dark',
  scene: (stage: Stage) => Promise<void>,
): Promise<void> {
  const context = await (await shared(launchBrowser)).newContext({
    viewport: { width: 700, height: 640 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.goto(`${site.url}/test/isolation/pages/${door}.html`);
    await page.locator('html[data-ready]').waitFor();
    await page.evaluate((options) => showHub(options), { token, theme });
    // Where the hub stands is the host's: only how it looks is compared.
    await page.locator('#place').evaluate((place) => {
      place.setAttribute(
        'style',
        'all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; display: block !important; inline-size: 640px !important',
      );
    });
    await page.locator('#place').getByRole(there).first().waitFor();
    await page.locator('#place .hub-bone').first().waitFor({ state: 'detached' });
    await page.evaluate(async () => {
      const sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [sheet];
      await document.fonts.ready;
    });
    await scene({
      page,
      picture: () =>
        page.screenshot({ clip: { x: 0, y: 0, width: 640, height: 600 }, animations: 'disabled' }),
      // What changes may be on its way for a moment.
      wear: (css) =>
        page.evaluate(async (text) => {
          document.adoptedStyleSheets[0]?.replaceSync(text ?? '');
          await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
        }, css),
    });
  } finally {
    await context.close();
  }
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  describe.each(SCREENS)('$screen', (screen) => {
    test('the element looks as it does without any of them', () =>
      show('element', screen, theme, async ({ page, picture, wear }) => {
        const before = await picture();
        for (const { sheet, css } of SHEETS) {
          await wear(await css());
          expect(await differenceOf(page, before, await picture()), sheet).toBeLessThanOrEqual(0.01);
        }
      }));

    test('the component keeps its boxes, and its words can be read', () =>
      show('component', screen, theme, async ({ page, wear }) => {
        const before = await partsOf(page);
        expect(before.length).toBeGreaterThan(1);
        for (const { sheet, css } of SHEETS) {
          await wear(await css());
          expect(await partsOf(page), sheet).toEqual(before);
        }
      }));
  });
});

/** What can be pressed, typed into or read in the component: where it is, to four pixels, and how it is painted. */
const partsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const parts = document.querySelectorAll(
      '.hub :is(button, input, select, textarea, a, h2, label, [role=option])',
    );
    return Array.from(parts, (part) => {
      const { x, y, width, height } = part.getBoundingClientRect();
      const { color, backgroundColor, fontSize, display } = getComputedStyle(part);
      const name = part.textContent || part.getAttribute('title') || '';
      return [
        part.localName,
        name.slice(0, 20),
        ...[x, y, width, height].map((length) => Math.round(length / 4)),
        color,
        backgroundColor,
        fontSize,
        display,
      ].join(' ');
    });
  });

describe('a sheet that reaches the hub would be seen', () => {
  test('in the element', () =>
    show('element', SCREENS[0], 'light', async ({ page, picture, wear }) => {
      const before = await picture();
      await wear('connect-hub { --hub-surface: #ffeeee }');
      expect(await differenceOf(page, before, await picture())).toBeGreaterThan(0.01);
    }));

  test('in the component', () =>
    show('component', SCREENS[0], 'light', async ({ page, wear }) => {
      const before = await partsOf(page);
      await wear('.hub [role=option] { margin: 12px }');
      expect(await partsOf(page)).not.toEqual(before);
    }));
});
