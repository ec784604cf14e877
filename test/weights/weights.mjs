/**
 * What the package in dist/ adds to a host's page, in bytes as they travel (gzip -9), against budgets.json. A
 * tiny app is bundled for production as a host would do it, with React left out: the host has it anyway. The custom
 * element, which has React inside, is weighed as it is: a page loads those very files.
 * `npm test` runs this after a build; alone: `node test/weights/weights.mjs`.
 */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { npm } from '../../scripts/setup.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const BUDGETS = JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8'));

const APP = `
  import { createElement } from 'react';
  import { createRoot } from 'react-dom/client';
  import { ConnectHub } from 'connect-hub';
  createRoot(document.body).render(createElement(ConnectHub, { token: 'token' }));
`;
const TYPES_ALONE = `
  import type { HubOptions } from 'connect-hub';
  export type Options = HubOptions;
`;

/**
 * Every figure beside its budget. To weigh another entry of the package, add its figure here and its budget to
 * budgets.json; one without a budget is too heavy by definition.
 *
 * @returns {Promise<{ name: string, bytes: number, budget: number | undefined, fits: boolean }[]>}
 */
export async function weigh() {
  const all = await bundle(APP);
  const chunks = all.filter((chunk) => !languageOf(chunk));
  const languages = all.filter(languageOf);
  const figures = {
    'first screen script': total(loadedAtOnce(chunks)),
    styles: gzipped(read('styles.css')),
    // In English, which is in it. A reader of another language has one more.
    everything: total(chunks),
    'types alone': total(await bundle(TYPES_ALONE)),
    'element at first': filesLoadedAtOnce('element.js').reduce((sum, code) => sum + gzipped(code), 0),
    'element in one file': gzipped(read('element.global.js')),
    loader: gzipped(read('loader.js')),
    'loader in a script tag': gzipped(read('loader.global.js')),
    'hosted page at first': hostedAtFirst(),
    ...Object.fromEntries(languages.map((chunk) => [languageOf(chunk), gzipped(chunk.code)])),
    tarball: tarball(),
  };
  return Object.entries(figures).map(([name, bytes]) => {
    const budget = BUDGETS[name.startsWith(WORDS) ? 'a language' : name];
    return { name, bytes, budget, fits: bytes <= budget };
  });
}

const WORDS = 'words in ';

/** What only other languages than English need: their words, in chunks named after their tags, and their list. */
function languageOf({ fileName }) {
  const name = /(?:^|\/)([a-z]{2}(?:-[A-Z]{2})?|languages)-[^/]*$/.exec(fileName)?.[1];
  return name === 'languages' ? name : name && WORDS + name;
}

/** What is downloaded to install the package, source maps and the sandbox included. */
function tarball() {
  const { stdout } = npm(['pack', '--dry-run', '--json', '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ size }] = JSON.parse(stdout);
  return size;
}

/** One line for a person. */
export function line({ name, bytes, budget, fits }) {
  const [is, may] = [bytes, budget ?? NaN].map((figure) => figure.toLocaleString('en').padStart(9));
  return `${fits ? '✓' : '✗'} ${name.padEnd(24)} ${is} B of ${may} B`;
}

/** The scripts that a production build of the source makes; an empty one is not there to be loaded. */
async function bundle(source) {
  const id = 'virtual:app.ts';
  const { output } = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    plugins: [
      {
        name: 'app',
        resolveId: (name) => (name === id ? join(ROOT, 'test', 'weights', 'app.ts') : undefined),
        load: (path) => (path.endsWith(join('weights', 'app.ts')) ? source : undefined),
      },
    ],
    build: {
      write: false,
      copyPublicDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: id,
        external: [/^react($|\/)/, /^react-dom($|\/)/],
      },
    },
  });
  return output.filter(({ type, code }) => type === 'chunk' && code.trim() !== '');
}

/** The entry, and what it cannot run without: its imports, and theirs. */
function loadedAtOnce(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of reached) {
    for (const name of imports) {
      if (byName.has(name)) reached.add(byName.get(name));
    }
  }
  return [...reached];
}

/** The same for a module in dist/ that a page loads without a bundler. */
function filesLoadedAtOnce(entry) {
  const reached = new Map([[entry, read(entry)]]);
  for (const [file, code] of reached) {
    for (const [, name] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g)) {
      const target = posix.join(posix.dirname(file), name);
      if (!reached.has(target)) reached.set(target, read(target));
    }
  }
  return [...reached.values()];
}

/** The hosted page with what it names: its styles, its script, and what that imports. */
function hostedAtFirst() {
  const page = read('hosted/index.html');
  const named = [...page.matchAll(/(?:src|rel="stylesheet"[^>]* href)="([^"]+)"/g)].map(([, file]) => file);
  const files = named.flatMap((file) => filesLoadedAtOnce(posix.join('hosted', file)));
  return [page, ...files].reduce((sum, code) => sum + gzipped(code), 0);
}

const read = (file) => readFileSync(join(ROOT, 'dist', file), 'utf8');
const total = (chunks) => chunks.reduce((sum, { code }) => sum + gzipped(code), 0);
const gzipped = (content) => gzipSync(content, { level: 9 }).length;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await weigh();
  for (const result of results) console.log(line(result));
  process.exitCode = results.every(({ fits }) => fits) ? 0 : 1;
}
