/**
 * Pictures of every story: `npm run screenshots`. Each in light and dark, narrow and wide, from left to right and from
 * right to left, taken from Storybook's static site, into test-results/screens with one page that shows them side by
 * side, to be looked at by people. On the way axe looks at each, and none may ask for anything outside of the site.
 *
 * Parts of stories' ids take those alone, `--in de,ja` takes other languages, `--at 320,1400` other widths, `--theme dark`
 * one theme, `--contrast` as a user who asks for more of it sees them and `--forced` in the system's own colours,
 * `--element` the hub as the custom element, `--built` the site as it was built before:
 * `npm run screenshots -- form picker --in de --at 360 --built`. `--readme` takes the README's pictures instead.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { CHROMIUM_ARGS, findChromium } from './chromium.mjs';
import { contactSheet, pictureName } from './contactSheet.mjs';
import { main, npm, ROOT, Stop } from './setup.mjs';

const SITE = join(ROOT, 'storybook-static');
const PAGES = 3;
/** For a story to be played, however busy the machine is. */
const PATIENCE = 120_000;

/** The stories that the README shows, each as one picture. */
const README = [
  {
    id: 'screens-picker--everything',
    name: 'picker',
    width: 900,
    theme: 'light',
  },
  {
    id: 'screens-editing--stored',
    name: 'form-edit',
    width: 900,
    theme: 'dark',
  },
  {
    id: 'screens-form--subdomain-and-api-key',
    name: 'form',
    width: 360,
    theme: 'light',
  },
  {
    id: 'screens-form-problems--refused',
    name: 'form-refused',
    width: 360,
    theme: 'light',
  },
  {
    id: 'screens-picker--searched',
    name: 'picker-search',
    width: 360,
    theme: 'dark',
  },
  {
    id: 'screens-success--connected',
    name: 'success',
    width: 360,
    theme: 'dark',
  },
];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    in: { type: 'string', default: 'en,ar' },
    at: { type: 'string', default: '360,900' },
    theme: { type: 'string', default: 'light,dark' },
    contrast: { type: 'boolean', default: false },
    forced: { type: 'boolean', default: false },
    element: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
const door = values.element ? 'element' : 'component';
const locales = values.in.split(',');
const themes = values.theme.split(',');
const widths = values.at.split(',').map(Number);

/** What the user's system asks for. */
const media = (theme) => ({
  colorScheme: theme,
  reducedMotion: 'reduce',
  contrast: values.contrast ? 'more' : null,
  forcedColors: values.forced ? 'active' : null,
});

/** Builds the site, and gives the stories it has. */
function stories() {
  if (!values.built) {
    const { status } = npm(['run', 'build:storybook'], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) throw new Stop('Storybook could not be built.');
  }
  const { entries } = JSON.parse(readFileSync(join(SITE, 'index.json'), 'utf8'));
  return Object.values(entries).filter(({ type }) => type === 'story');
}

/** Opens stories one after another in a page of its own; what is wrong is added to `wrong`. */
async function photographer(browser, site, wrong) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  let shown = '';
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(?:data|blob):/.test(url)) wrong.push(`${shown} asked for ${url}`);
  });
  const finished = (report) => {
    for (const line of problems(report)) wrong.push(`${shown}: ${line}`);
  };
  return {
    async open(id, { locale, theme, width }) {
      shown = `${id} (${locale}, ${theme})`;
      await page.setViewportSize({ width, height: 712 });
      await page.emulateMedia(media(theme));
      const globals = Object.entries({ locale, theme, door }).map((entry) => entry.join(':'));
      // A new document, even where only the query is another.
      await page.goto('about:blank');
      await page.goto(`${site}iframe.html?viewMode=story&id=${id}&globals=${globals.join(';')}`);
      const told = await page.waitForFunction(() =>
        globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last?.('storyFinished'),
      );
      finished((await told.jsonValue())[0]);
    },
    /** The same story as it stands, in another theme. */
    async change(theme) {
      shown = shown.replace(/\w+\)$/, `${theme})`);
      await page.emulateMedia(media(theme));
      const report = await page.evaluate(
        (globals) =>
          new Promise((resolve) => {
            const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
            channel.once('storyFinished', resolve);
            channel.emit('updateGlobals', { globals });
          }),
        { theme },
      );
      finished(report);
    },
    async take(width, path) {
      await page.setViewportSize({ width, height: 712 });
      await page.evaluate(() =>
        Promise.all([...document.images].map((image) => image.decode().catch(() => 0))),
      );
      await page.locator('.page').screenshot({ path, animations: 'disabled' });
    },
    close: () => context.close(),
  };
}

/** What a story says of itself once it is over: that it failed, and what axe found. */
function problems({ status, reporters }) {
  const found = reporters.flatMap(({ result }) => result?.violations ?? []);
  const lines = found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`,
  );
  return status === 'error' && lines.length === 0 ? ['its play function failed'] : lines;
}

/** Several pages at once, each with the next job that is left. */
async function each(jobs, browser, site, wrong, act) {
  const left = [...jobs];
  const work = async () => {
    const camera = await photographer(browser, site, wrong);
    for (let job = left.shift(); job; job = left.shift()) {
      // One that cannot be taken is no reason to be without the others.
      await act(camera, job).catch(({ message }) => wrong.push(`${job.id}: ${message.split('\n')[0]}`));
    }
    await camera.close();
  };
  await Promise.all(Array.from({ length: PAGES }, work));
}

async function takeSheet(shown, run) {
  const out = join(ROOT, 'test-results', values.element ? 'screens-element' : 'screens');
  const wanted = shown.filter(
    ({ id }) => positionals.length === 0 || positionals.some((part) => id.includes(part)),
  );
  if (wanted.length === shown.length) rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const jobs = wanted.flatMap(({ id }) => locales.map((locale) => ({ id, locale })));
  await run(jobs, async (camera, { id, locale }) => {
    const [theme, ...others] = themes;
    const file = (width, worn) => join(out, pictureName({ id, locale, width, theme: worn }));
    await camera.open(id, { locale, theme, width: widths[0] });
    for (const width of widths) await camera.take(width, file(width, theme));
    for (const other of others) {
      await camera.change(other);
      for (const width of widths.toReversed()) await camera.take(width, file(width, other));
    }
  });
  writeFileSync(join(out, 'index.html'), contactSheet(wanted, { locales, themes, widths }));
  console.log(`${wanted.length} stories: ${join(out, 'index.html')} shows them all.`);
}

async function takeReadme(_, run) {
  await run(README, async (camera, { id, name, width, theme }) => {
    await camera.open(id, { locale: 'en', theme, width });
    await camera.take(width, join(ROOT, '.github', 'pictures', `${name}-${width}-${theme}.png`));
  });
}

await main(async () => {
  const shown = stories();
  const server = await preview({
    root: ROOT,
    configFile: false,
    base: '/',
    build: { outDir: SITE },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  });
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env,
    args: CHROMIUM_ARGS,
  });
  const wrong = [];
  const run = (jobs, act) => each(jobs, browser, server.resolvedUrls.local[0], wrong, act);
  await (values.readme ? takeReadme : takeSheet)(shown, run);
  await browser.close();
  await server.close();
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
