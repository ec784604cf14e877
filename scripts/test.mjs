/**
 * `npm test`: sets up whatever is missing, checks everything, and ends with the one line that counts. Every part
 * runs even where one before it failed. `--all` (`npm run test:all`) adds the parts that take long.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { installIn, main, prepare, ROOT, Stop } from './setup.mjs';

/**
 * The parts in their order. To add one, add an entry: `run` is handed the browser and gives rows back,
 * `{ name, passed, failed, skipped, seconds? }`; {@link check} makes one of a command that passes or fails. A part
 * that throws has failed. `build` stands before what reads dist/, and checks the published declarations too.
 */
const PARTS = [
  { name: 'types', run: () => check('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', run: () => check('oxlint/bin/oxlint', '--type-aware') },
  { name: 'format', run: () => check('@biomejs/biome/bin/biome', 'format', '--max-diagnostics=5') },
  { name: 'build', run: () => command([join(ROOT, 'scripts', 'build.mjs')]).then(outcome) },
  { name: 'tests', run: () => runTests(PROJECTS) },
  { name: 'react-18', run: () => testsOf('react-18') },
  { name: 'package', run: () => testsOf('package') },
  { name: 'peers', run: peers },
  { name: 'weights', run: weights },
];

/** What `--all` adds after them: entries of the same kind. */
const LONG_PARTS = [
  { name: 'e2e-long', run: () => testsOf('e2e-long') },
  { name: 'engines', run: () => testsOf('engines') },
  { name: 'installed', run: () => testsOf('installed') },
  { name: 'examples', run: () => testsOf('examples') },
  { name: 'chance', run: chance },
  { name: 'held', run: held },
];

const ALL = process.argv.includes('--all');

/** As this was started: a build within this process sets NODE_ENV, which no later part is to hear of. */
const ENVIRONMENT = { ...process.env };

/** The projects of vitest.config.ts that run beside one another, and by its file which of them a test counts for. */
const PROJECTS = [
  { name: 'unit', holds: (file) => file.endsWith('.test.ts') },
  { name: 'dom', holds: (file) => file.endsWith('.test.tsx') },
  { name: 'journeys', holds: (file) => file.startsWith('test/journeys/') },
  { name: 'stories', holds: (file) => file.startsWith('test/stories/') },
  { name: 'e2e', holds: (file) => file.endsWith('.e2e.ts') },
];

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
 * All test files of these projects in one run, a row for each. With a headless shell, what needs a whole Chromium looks
 * at CONNECT_HUB_HEADLESS_SHELL (vitest.config.ts sets it) and skips itself.
 */
async function runTests(projects) {
  const report = join(ROOT, 'test-results', 'vitest.json');
  rmSync(report, { force: true });
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const code = await command([
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...projects.map(({ name }) => `--project=${name}`),
    '--reporter=dot',
    '--reporter=./scripts/looks.mjs',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  const rows = projects.map(({ name, holds }) =>
    countFiles(
      name,
      files.filter(({ name: file }) => holds(inRoot(file))),
    ),
  );
  // An error outside of any test fails the run, and stands in no file.
  const unexplained = code !== 0 && sum(rows, 'failed') === 0;
  return unexplained ? [...rows, { ...outcome(code)[0] }] : rows;
}

/** A project that needs what is built, in a run of its own. */
const testsOf = (project) => runTests([{ name: project, holds: () => true }]);

/** What chance decides, by a seed of its own (which it prints) and for as long as it takes to be sure. */
async function chance() {
  const files = ['test/faults/soak.test.tsx', 'test/hostile'];
  const more = { CONNECT_HUB_SEED: 'random', CONNECT_HUB_SOAK: '3000', CONNECT_HUB_RUNS: '200' };
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  return outcome(await command([vitest, 'run', '--project=dom', ...files], { ...ENVIRONMENT, ...more }));
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
  return testsOf('peers');
}

const inRoot = (file) => relative(ROOT, file).replaceAll(sep, '/');

/** Files run beside one another: their seconds can add up to more than the run took. */
function countFiles(name, files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && !hasFailure(assertionResults),
  );
  return {
    name,
    passed,
    failed: failed + broken.length,
    skipped: tests.length - passed - failed,
    seconds: files.reduce((total, { startTime, endTime }) => total + (endTime - startTime) / 1000, 0),
  };
}

const hasFailure = (tests) => tests.some(({ status }) => status === 'failed');

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
