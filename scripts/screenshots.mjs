/**
 * Pictures of every screen, light and dark, narrow and wide: `npm run screenshots`. They go to test-results/screens
 * with a page that shows them side by side, to be looked at by people. A part of a screen's name takes those alone,
 * and `--in ar,de` takes them in other languages: `npm run screenshots -- form --in ar,de`. With `--element` the hub is
 * the custom element, and they go to test-results/screens-element.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { SCREENS } from '../test/stage/screens.mjs';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';

const ROOT = join(import.meta.dirname, '..');
const WIDTHS = [360, 900];
const THEMES = ['light', 'dark'];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { in: { type: 'string' }, element: { type: 'boolean', default: false } },
});
const OUT = join(ROOT, 'test-results', values.element ? 'screens-element' : 'screens');
const door = values.element ? 'element' : 'component';
const [only] = positionals;
const locales = values.in?.split(',') ?? ['en'];
const screens = SCREENS.filter(({ name }) => !only || name.includes(only)).flatMap((screen) =>
  locales.map((locale) => ({ ...screen, locale, name: nameIn(locale, screen) })),
);

const server = await createServer({
  root: ROOT,
  configFile: join(ROOT, 'vite.config.ts'),
  logLevel: 'error',
  server: { port: 0, strictPort: false, hmr: false },
});
await server.listen();
const { executablePath, env } = await findChromium();
const browser = await chromium.launch({ executablePath, env, args: CHROMIUM_ARGS });

if (!only && !values.in) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const failed = [];
for (const screen of screens) {
  for (const width of WIDTHS) for (const theme of THEMES) await take(screen, width, theme);
}
await browser.close();
await server.close();

writeFileSync(join(OUT, 'index.html'), contactSheet());
console.log(`${join(OUT, 'index.html')} shows them all.`);
if (failed.length > 0) console.log(`Did not get to: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);

async function take({ name, token, act, more, userAgent, locale }, width, theme) {
  const viewport = { width, height: 720 };
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    ...(userAgent && { userAgent }),
  });
  const page = await context.newPage();
  const query = new URLSearchParams({ token, theme, locale, door, height: '680px', ...more });
  await page.goto(`${server.resolvedUrls.local[0]}test/stage/index.html?${query}`);
  try {
    if (token !== 'sandbox:slow') await page.locator('.hub-skeleton').waitFor({ state: 'detached' });
    await act?.(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState('networkidle');
  } catch (error) {
    failed.push(`${name} ${width} ${theme} (${error.message.split('\n')[0]})`);
  }
  await page.screenshot({ path: join(OUT, `${name}-${width}-${theme}.png`), animations: 'disabled' });
  await context.close();
}

function nameIn(locale, { name }) {
  return locale === 'en' ? name : `${name}-${locale}`;
}

function shot(name, width, theme) {
  return `<img src="${name}-${width}-${theme}.png" width="${width}" alt="${name}, ${width} px, ${theme}">`;
}

function contactSheet() {
  const rows = screens.map(
    ({ name }) =>
      `<h2>${name}</h2><div>${WIDTHS.flatMap((width) => THEMES.map((theme) => shot(name, width, theme))).join('')}</div>`,
  );
  return (
    '<!doctype html><meta charset="utf-8"><title>Every screen</title>' +
    '<style>body{font:16px system-ui;margin:24px}div{display:flex;gap:16px;overflow:auto}</style>' +
    rows.join('')
  );
}
