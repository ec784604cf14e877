/**
 * `npm test`: sets up whatever is missing, checks everything, and ends with the one line that counts. Every part
 * runs even where one before it failed. `--all` (`npm run test:all`) adds the parts that take long.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installIn, main, prepare, ROOT, Stop } from './setup.mjs';
import { TALLY } from './tally.mjs';

/**
 * The parts in their order. To add one, add an entry: `run` is handed the browser and gives rows back,
 * `{ name, passed, failed, skipped, seconds? }`; {@link check} makes one of a command that passes or fails. A part
 * that throws has failed. `build` stands before what reads dist/, and checks the published declarations too. In
 * which order the projects of vitest.config.ts run, and what runs beside one another, stands there.
 */
const PARTS = [
  { name: 'types', run: () => check('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', run: () => check('oxlint/bin/oxlint', '--type-aware') },
  { name: 'format', run: () => check('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=5') },
  { name: 'build', run: () => command([join(ROOT, 'scripts', 'build.mjs')]).then(outcome) },
  {
    name: 'tests',
    run: () => runTests('unit', 'dom', 'react-18', 'journeys', 'stories', 'e2e', 'package'),
  },
  { name: 'peers', run: peers },
  { name: 'weights', run: weights },
];

/** What `--all` adds after them: entries of the same kind. */
const LONG_PARTS = [
  { name: 'e2e-long', run: () => runTests('e2e-long') },
  { name: 'storybook', run: () => runTests('storybook') },
  { name: 'arabic', run: arabic },
  { name: 'engines', run: () => runTests('engines') },
  { name: 'installed', run: () => runTests('installed') },
  { name: 'examples', run: () => runTests('examples') },
  { name: 'chance', run: chance },
  { name: 'held', run: held },
];

const ALL = process.argv.includes('--all');

/** As this was started: a build within this process sets NODE_ENV, which no later part is to hear of. */
const ENVIRONMENT = { ...process.env };
// For whoever reads a log: a dot is then one sign and not eleven.
if (!process.stdout.isTTY) ENVIRONMENT.NO_COLOR = '1';
// Every screen in all of its looks.
if (ALL) ENVIRONMENT.VITE_HUB_LOOKS = 'all';

/** Starts it once: a browser that is there and does not start is none. */
async function findBrowser() {
  const { chromium } = await import('playwright-core');
  const { findChromium, CHROMIUM_ARGS } = await import('./chromium.mjs');
  const found = await findChromium().catch(({ message }) => {
    throw new Stop(message);
  });
  const { executablePath, env, headlessShell } = found;
  const browser = await chromium.launch({ executablePath, env, args: CHROMIUM_ARGS }).catch(() => {
    throw new Stop(`${executablePath} does not start: set CHROMIUM_PATH to a Chromium that does.`);
  });
  const kind = headlessShell ? 'Chromium headless shell' : 'Chromium';
  console.log(`Browser: ${kind} ${browser.version()} (${executablePath})`);
  await browser.close();
  return found;
}

async function runPart({ name, run }, browser) {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const rows = await run(browser).catch((error) => {
    console.error(error);
    return outcome(1);
  });
  const seconds = (performance.now() - started) / 1000;
  return rows.map((row) => ({ name, seconds, ...row }));
}

/** One of the installed commands, by its file under node_modules. */
async function check(file, ...args) {
  return outcome(await command([join(ROOT, 'node_modules', file), ...args]));
}

const outcome = (code) => [{ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }];

/** Runs a script in a Node of its own, its output shown as it comes; resolves with its exit code. */
function command(args, env = ENVIRONMENT) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'], env });
    const end = (signal) => child.kill(signal);
    process.once('SIGTERM', end);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('SIGTERM', end);
      resolve(code ?? 1);
    });
  });
}

/**
 * All tests of these projects, a row for each. With a headless shell, what needs a whole Chromium looks at
 * CONNECT_HUB_HEADLESS_SHELL (vitest.config.ts sets it) and skips itself.
 */
async function runTests(...projects) {
  rmSync(TALLY, { force: true });
  const code = await command([
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=dot',
    '--reporter=./scripts/looks.mjs',
    '--reporter=./scripts/tally.mjs',
  ]);
  const rows = JSON.parse(readFileSync(TALLY, 'utf8'));
  // An error outside of any test fails the run, and counts for no test.
  const unexplained = code !== 0 && sum(rows, 'failed') === 0;
  return unexplained ? [...rows, ...outcome(code)] : rows;
}

/** What chance decides, by a seed of its own (which it prints) and for as long as it takes to be sure. */
async function chance() {
  const files = ['test/faults/soak.test.tsx', 'test/hostile'];
  const more = { CONNECT_HUB_SEED: 'random', CONNECT_HUB_SOAK: '3000', CONNECT_HUB_RUNS: '200' };
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return outcome(await command([vitest, 'run', '--project=dom', ...files], { ...ENVIRONMENT, ...more }));
}

/** Every story once more, played in Arabic and looked at from right to left. */
async function arabic() {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const more = { VITE_HUB_LOCALE: 'ar' };
  return outcome(
    await command([vitest, 'run', '--project=stories', '--reporter=dot'], { ...ENVIRONMENT, ...more }),
  );
}

/** What is left of two hundred hubs that came and went, and held of a thousand. */
async function held() {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const more = { CONNECT_HUB_PASSING: '200', CONNECT_HUB_MOUNTS: '1000' };
  return outcome(
    await command([vitest, 'run', '--project=e2e', 'test/isolation'], { ...ENVIRONMENT, ...more }),
  );
}

/** Beside the hub of others, where that is installed; `--all` installs it. */
async function peers() {
  if (ALL) installIn(join(ROOT, 'test', 'peers'));
  return runTests('peers');
}

async function weights() {
  const { weigh, line } = await import('../test/weights/weights.mjs');
  const results = await weigh();
  for (const result of results) console.log(line(result));
  const passed = results.filter(({ fits }) => fits).length;
  return [{ passed, failed: results.length - passed, skipped: 0 }];
}

function printTable(rows) {
  console.log(`\n${['part', 'seconds', 'passed', 'failed', 'skipped'].map(cell).join('')}`);
  for (const { name, seconds, passed, failed, skipped } of rows) {
    console.log([name, seconds.toFixed(1), passed, failed, skipped].map(cell).join(''));
  }
  console.log('');
}

const cell = (content, column) => (column === 0 ? content.padEnd(10) : String(content).padStart(9));

const sum = (rows, kind) => rows.reduce((total, row) => total + row[kind], 0);

await main(async () => {
  prepare();
  const browser = await findBrowser();
  const parts = ALL ? [...PARTS, ...LONG_PARTS] : PARTS;
  const rows = [];
  for (const part of parts) rows.push(...(await runPart(part, browser)));
  printTable(rows);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((kind) => sum(rows, kind));
  process.exitCode = failed > 0 ? 1 : 0;
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
});
