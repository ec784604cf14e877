import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const EXAMPLES = join(import.meta.dirname, '..', '..', 'examples');

const read = (...path: readonly string[]): string => readFileSync(join(EXAMPLES, ...path), 'utf8');

const names = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly resolved?: string; readonly [key: string]: unknown }>
  >;
}

describe.each(names)('the lockfile of %s', (name) => {
  const { packages } = JSON.parse(read(name, 'package-lock.json')) as Lockfile;

  test('names the dependencies that the package has now', () => {
    const { dependencies, peerDependencies } = manifest;
    expect(packages['node_modules/connect-hub']).toMatchObject({ dependencies, peerDependencies });
  });

  test('names no registry', () => {
    const addresses = Object.values(packages).flatMap(({ resolved = [] }) => resolved);
    expect(addresses).toEqual(['file:../..']);
  });
});

test.each([
  ['server.js', ['vue', 'svelte', 'angular']],
  ['style.css', ['html/public', 'vue/src', 'svelte/src', 'angular/src', 'next/app']],
  ['backend.ts', ['vue/src', 'svelte/src', 'angular/src']],
])('%s is the same in all examples that have it', (file, [first = '', ...others]) => {
  for (const other of others) expect(read(other, file)).toBe(read(first, file));
});
