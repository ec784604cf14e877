import { isBuiltin } from 'node:module';
import { describe, expect, test } from 'vitest';
import { entries, files, filesOf, importsOf, manifest, published, reachedFrom, read } from './contents.js';
import { evaluate } from './run.js';
import { namesUsedIn } from './syntax.js';

const scripts = files.filter((file) => file.startsWith('dist/') && file.endsWith('.js'));
const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/');
const foreign = (file: string): readonly string[] => importsOf(file).filter((name) => !name.startsWith('.'));

/** What brings a React of its own, for pages that have none. */
const hasReactInside = (name: string): boolean => name.startsWith('connect-hub/element');

const ONLY_IN_NODE = [
  'process',
  'Buffer',
  'require',
  'module',
  'exports',
  '__dirname',
  '__filename',
  'global',
];

describe('every entry', () => {
  test.each([...entries])('%s leads to files that are there', (_, target) => {
    for (const path of Object.values(target)) expect(filesOf(path)).not.toEqual([]);
  });

  test.each([...entries].filter(([, { default: path }]) => /[^*]\.(js|css)$/.test(path)))(
    '%s tells compilers its types, before anything else',
    (_, target) => {
      expect(Object.keys(target)).toEqual(['types', 'default']);
    },
  );

  // The loader for a script tag adds to its `this`, which a module has none of.
  test.each([...entries].filter(([, { default: path }]) => /[^*l]\.js$/.test(path)))(
    '%s can be imported where there is no page',
    async (name) => {
      const { stderr } = await evaluate(
        published.hosts.newest,
        `await import('${name}'); console.log('true');`,
      );
      expect(stderr).toBe('');
    },
  );

  test('of the component gives what its types promise', async () => {
    const source = `console.log(JSON.stringify(Object.keys(await import('connect-hub'))))`;
    const { result } = await evaluate(published.hosts.newest, source);
    expect(result).toEqual(['ConnectHub', 'HUB_ERROR_CODES']);
  });
});

describe('every script', () => {
  test.each(scripts)('%s imports only what is installed with the package, and nothing of Node', (file) => {
    const installed = { ...manifest.dependencies, ...manifest.peerDependencies };
    expect(foreign(file).filter((name) => isBuiltin(name))).toEqual([]);
    expect(foreign(file).filter((name) => !Object.hasOwn(installed, packageOf(name)))).toEqual([]);
  });

  test.each(scripts)('%s is an ES module that asks for nothing that only Node has', (file) => {
    const code = read(file);
    const isAskedFor = (name: string): boolean => code.includes(`typeof ${name}`);
    const names = ONLY_IN_NODE.filter((name) => namesUsedIn(code).has(name) && !isAskedFor(name));
    expect(names).toEqual([]);
  });

  test('imports are found: a chunk imports React', () => {
    expect(scripts.flatMap(foreign)).toEqual(
      expect.arrayContaining(['react', 'zod/mini', 'react-hook-form']),
    );
  });
});

describe('React', () => {
  const hostsReact = [...entries].filter(([name]) => !hasReactInside(name));

  test.each(hostsReact)('%s has none in it: the host’s is the only one', (_, { default: path }) => {
    const reached = reachedFrom(...filesOf(path).filter((file) => file.endsWith('.js')));
    const own = /CLIENT_INTERNALS_DO_NOT_USE|SECRET_INTERNALS_DO_NOT_USE|react\.(transitional\.)?element/;
    expect(reached.filter((file) => own.test(read(file)))).toEqual([]);
  });

  test('whatever imports it says first that it is for browsers', () => {
    const users = scripts.filter((file) => foreign(file).some((name) => /^react(\/|$)/.test(name)));
    expect(users.length).toBeGreaterThan(1);
    expect(users.filter((file) => !/^(['"])use client\1;/.test(read(file)))).toEqual([]);
  });

  test('what a server may read does not say so: the list of codes, and the sandbox', () => {
    for (const file of ['dist/index.js', 'dist/sandbox.js']) expect(read(file)).not.toContain('use client');
  });

  test('it is all that the package asks its host for', () => {
    expect(manifest.peerDependencies).toEqual({
      react: '^18.3.0 || ^19.0.0',
      'react-dom': '^18.3.0 || ^19.0.0',
    });
  });
});
