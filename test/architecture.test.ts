import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { HUB_VERSION } from '../src/contract/version.js';

/**
 * The directions in which the code may depend, file by file. A new folder or entry gets its lines in the table
 * below; a rule that is broken names every file that breaks it.
 */
const ROOT = dirname(import.meta.dirname);

interface Import {
  readonly file: string;
  /** As it is written. */
  readonly name: string;
  /** For a relative import: what it points at, from the project's folder. */
  readonly target: string | undefined;
  /** Gone once it is compiled. */
  readonly typeOnly: boolean;
}

/** `import … from`, `export … from`, `import '…'` and `import('…')`. */
const IMPORT = /\b(?:import|export)(\s+type)?\b(?:[^'";=()]*?\bfrom\s*|\s*\(?\s*)['"]([^'"\n]+)['"]/g;

/** Imports in a doc comment's example are no imports. */
const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '');

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  .map((file) => ({ file, code: withoutComments(readFileSync(join(ROOT, file), 'utf8')) }));

const imports: readonly Import[] = sources.flatMap(({ file, code }) =>
  Array.from(code.matchAll(IMPORT), ([, type, name = '']) => ({
    file,
    name,
    target: name.startsWith('.') ? posix.join(posix.dirname(file), name) : undefined,
    typeOnly: type !== undefined,
  })),
);

type Places = readonly string[];
type Unwanted = (one: Import) => boolean;

/** `hub/` is a folder of src, `loader.` an entry. */
const lies = (path: string, places: Places): boolean =>
  places.some((place) => path.startsWith(`src/${place}`));

const into =
  (...places: Places): Unwanted =>
  ({ target }) =>
    target !== undefined && lies(target, places);
const outOf =
  (...places: Places): Unwanted =>
  ({ target }) =>
    target !== undefined && !lies(target, places);
const libraries =
  (...names: Places): Unwanted =>
  ({ name }) =>
    names.some((library) => name === library || name.startsWith(`${library}/`));
const librariesBut =
  (...names: Places): Unwanted =>
  (one) =>
    one.target === undefined && !libraries(...names)(one);
const atRunTime =
  (unwanted: Unwanted): Unwanted =>
  (one) =>
    !one.typeOnly && unwanted(one);

const SANDBOX = ['sandbox.', 'sandbox/'];
const NO_REACT = [
  'api/',
  'flow/',
  'form/',
  'search/',
  'authorize/',
  'frame/',
  'contract/',
  'text/',
  'loader.',
];
const REACT = ['react', 'react-dom', 'react-hook-form', '@tanstack/react-query'];

/** What each place keeps away from, in a sentence, and the imports that would be it. */
const RULES: readonly (readonly [sentence: string, from: Places, unwanted: Unwanted])[] = [
  ['what needs no screen imports no React', NO_REACT, libraries(...REACT)],
  [
    'ui knows nothing of the product but words, safe addresses, and texts that can be shown',
    ['ui/'],
    outOf('ui/', 'text/', 'api/address.', 'api/shown.'),
  ],
  ['views are handed everything', ['views/'], into('hub/', 'authorize/', 'api/client.', 'api/request.')],
  ['the contract names only types of what keeps it', ['contract/'], atRunTime(outOf('contract/'))],
  ['the frame speaks the contract alone', ['frame/'], outOf('frame/', 'contract/')],
  [
    'the loader is the frame, without a library',
    ['loader.', 'loader/'],
    outOf('loader/', 'frame/', 'contract/'),
  ],
  ['the loader carries no library', ['loader.', 'loader/', 'frame/', 'contract/'], librariesBut()],
  ['the sandbox stands alone', SANDBOX, outOf(...SANDBOX)],
  ['the sandbox is built on hono and zod', SANDBOX, librariesBut('hono', 'zod')],
  [
    'the playground shows the tables of the sandbox, which itself runs on a server',
    ['playground/'],
    atRunTime((one) => into(...SANDBOX)(one) && outOf('sandbox/scenarios.', 'sandbox/magic-values.')(one)),
  ],
];

const lines = (found: readonly Import[]): string[] => found.map(({ file, name }) => `${file} → ${name}`);
const breaking = (unwanted: Unwanted): string[] => lines(imports.filter(unwanted));
const holding = (pattern: RegExp): string[] =>
  sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

test('imports are found: the entry imports the hub', () => {
  expect(imports).toContainEqual({
    file: 'src/index.ts',
    name: './hub/ConnectHub.js',
    target: 'src/hub/ConnectHub.js',
    typeOnly: false,
  });
});

describe('dependencies point one way', () => {
  test.each(RULES)('%s', (_, from, unwanted) => {
    expect(breaking((one) => lies(one.file, from) && unwanted(one))).toEqual([]);
  });

  test.each<[string, Unwanted, Places]>([
    ['react-query lives in the hub', libraries('@tanstack/react-query'), ['hub/']],
    ['the sandbox is for the playground to show', into(...SANDBOX), [...SANDBOX, 'playground/']],
    ['the playground is an end', into('playground/'), ['playground/']],
    [
      'the hub is for entries and pages',
      into('hub/'),
      ['hub/', 'index.', 'element.', 'element/', 'hosted.', 'hosted/', 'playground/'],
    ],
  ])('%s', (_, unwanted, home) => {
    expect(breaking((one) => !lies(one.file, home) && unwanted(one))).toEqual([]);
  });
});

describe('every file in src', () => {
  test('stays in src with its relative imports', () => {
    expect(breaking(outOf(''))).toEqual([]);
  });

  test('writes relative imports with their extension, as browsers and Node resolve them', () => {
    expect(breaking(({ target }) => target !== undefined && !/\.(js|css)(\?\w+)?$/.test(target))).toEqual([]);
  });

  test('runs in a browser: nothing of Node, no file at an address', () => {
    expect(breaking(({ name }) => name.startsWith('node:') || name.startsWith('/'))).toEqual([]);
    expect(holding(/import\.meta\.(?:glob|url|dirname|filename)/)).toEqual([]);
  });

  test('uses zod/mini, and leaves alone the settings that every zod on the page shares', () => {
    expect(breaking(({ name }) => /^zod\b/.test(name) && name !== 'zod/mini')).toEqual([]);
    expect(holding(/\bz\s*\.\s*config\b|\bglobalConfig\b/)).toEqual([]);
  });

  test('of the hub uses our own shapes where those of zod weigh more, which every first screen would carry', () => {
    const heavy = holding(/\bz\.(?:union|discriminatedUnion|array|record|literal|enum)\b/);
    expect(heavy.filter((file) => !lies(file, SANDBOX))).toEqual([]);
  });

  test('names no package registry', () => {
    expect(holding(/\bregistry\.\w+\.(?:org|com|dev)\b/)).toEqual([]);
  });

  test('leads anywhere else only where addresses are looked at first', () => {
    const leading = holding(/\b(?:href|src|action)=\{|window\.open\(|location\.(?:assign|replace)\(/);
    expect(leading.filter((file) => !lies(file, [...SANDBOX, 'playground/', 'hosted/']))).toEqual([
      'src/authorize/signInWindow.ts',
      'src/hub/authorize.ts',
      'src/ui/Logo.tsx',
      'src/ui/Prose.tsx',
      'src/views/AuthorizingView.tsx',
      'src/views/form/FormView.tsx',
    ]);
  });

  test('sends a message to whoever may be there only to say that it is there itself', () => {
    const toAnybody = sources.flatMap(({ file, code }) =>
      Array.from(code.matchAll(/postMessage\(([^;]*?),\s*(?:'\*'|\{[^}]*'\*')/gs), ([, message = '']) => [
        file,
        message.replaceAll(/\s+/g, ' '),
      ]),
    );
    expect(toAnybody).toEqual([
      ['src/frame/pageSide.ts', '{ ...ready, problem: true } satisfies Ready'],
      ['src/frame/pageSide.ts', 'ready'],
    ]);
    // Nor by a variable or in other quotes.
    const sending = new Set(holding(/\bpostMessage\b/));
    expect(holding(/['"`]\*['"`]/).filter((file) => sending.has(file))).toEqual(['src/frame/pageSide.ts']);
  });

  test('makes no code and no markup out of text', () => {
    expect(holding(/\beval\(|\bnew Function\b|dangerouslySetInnerHTML|\.innerHTML\b/)).toEqual([]);
  });
});

describe('the package', () => {
  test('sends the version that it has', () => {
    expect(HUB_VERSION).toBe(manifest.version);
  });

  test('asks its host for React alone', () => {
    expect(Object.keys(manifest.peerDependencies)).toEqual(['react', 'react-dom']);
  });
});
