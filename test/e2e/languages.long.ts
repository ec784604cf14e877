/** The reader's language, which comes as a part of its own: in time, late, or not at all. */
import { afterEach, expect, test } from 'vitest';
import { gate } from '../support/gate.js';
import { openStage, type Stage } from './harness.js';

/** What other languages than English take: their list, and the words of one. */
const LIST = /\/languages-[\w-]+\.js$/;
const GERMAN = /\/de-[\w-]+\.js$/;

let stage: Stage;
afterEach(() => stage.close());

/** The playground of a reader whose browser prefers a language, a click away from the hub. */
async function openFor(locale: string): Promise<readonly string[]> {
  stage = await openStage({ locale });
  const scripts: string[] = [];
  stage.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await stage.page.goto(stage.urls.playground);
  return scripts;
}

const openHub = () => stage.page.getByRole('button', { name: 'Connect', exact: true }).click();
const title = (words: string) => stage.page.getByRole('heading', { name: words, exact: true });
const hub = () => stage.page.locator('.hub');

async function holdBack(part: RegExp): Promise<() => void> {
  const held = gate();
  await stage.page.route(part, async (route) => {
    await held.opened;
    await route.continue();
  });
  return held.open;
}

test.each(['en-GB', 'sv'])(
  'a reader of %s, for whom the hub speaks English, loads no words',
  async (locale) => {
    const scripts = await openFor(locale);
    await openHub();
    await title('Connect an account').waitFor();
    await stage.page.getByRole('option').first().waitFor();
    expect(scripts.filter((path) => LIST.test(path) || /\/[a-z]{2}(?:-[A-Z]{2})?-[^/]*$/.test(path))).toEqual(
      [],
    );
  },
);

test('a reader of German loads the German words, and no others', async () => {
  const scripts = await openFor('de-AT');
  await openHub();
  await title('Konto verbinden').waitFor();
  expect(await hub().getAttribute('lang')).toBe('de');
  const words = scripts.filter((path) => /\/[a-z]{2}(?:-[A-Z]{2})?-[^/]*$/.test(path));
  expect(words).toEqual([expect.stringMatching(GERMAN)]);
});

test('until the words are there, there is a skeleton that says nothing', async () => {
  await openFor('de');
  const letWordsCome = await holdBack(GERMAN);
  const letListCome = await holdBack(/\/hub\/connectors$/);
  await openHub();
  await stage.page.locator('.hub-skeleton').waitFor();
  expect(await hub().getByText('Connect an account').isVisible()).toBe(false);
  letWordsCome();
  await title('Konto verbinden').waitFor();
  await stage.page.locator('.hub-skeleton').waitFor();
  letListCome();
  await stage.page.getByRole('combobox', { name: 'Nach Name oder Kategorie suchen' }).waitFor();
});

test('words that are late keep nobody from connecting, and take over when they come', async () => {
  await openFor('de');
  const letCome = await holdBack(GERMAN);
  await openHub();
  await title('Connect an account').waitFor();
  await stage.page.getByRole('combobox', { name: 'Search by name or category' }).fill('bamboo');
  letCome();
  await title('Konto verbinden').waitFor();
  const search = stage.page.getByRole('combobox', { name: 'Nach Name oder Kategorie suchen' });
  expect(await search.inputValue()).toBe('bamboo');
  expect(await search.evaluate((box) => box === document.activeElement)).toBe(true);
});

test('words that do not come are made up for by English, and asked for again when the network is back', async () => {
  await openFor('de');
  await stage.page.route(GERMAN, (route) => route.abort());
  await openHub();
  await title('Connect an account').waitFor();
  expect(await hub().getAttribute('lang')).toBe('en');

  await stage.page.unroute(GERMAN);
  await stage.context.setOffline(true);
  await stage.context.setOffline(false);
  await title('Konto verbinden').waitFor();
});

test('the page that a sign-in comes back to speaks it, too', async () => {
  stage = await openStage({ locale: 'he' });
  const { page, urls } = stage;
  await page.goto(`${urls.playground}/connect-return.html`);
  await page.getByRole('heading', { name: 'חזרתם מהכניסה לחשבון' }).waitFor();
  await page
    .getByRole('status')
    .getByText(/^חזרו לדף שבו התחלתם\./)
    .waitFor();
  expect(await page.evaluate(() => [document.documentElement.lang, document.dir])).toEqual(['he', 'rtl']);
});

test('from right to left, the hub is so before its words are there', async () => {
  await openFor('ar');
  const letCome = await holdBack(/\/ar-[\w-]+\.js$/);
  await openHub();
  await stage.page.locator('.hub[dir=rtl] .hub-skeleton').waitFor();
  letCome();
  await title('ربط حساب').waitFor();
  expect(await hub().getAttribute('dir')).toBe('rtl');
});
