import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import lockfile from '../package-lock.json' with { type: 'json' };
import manifest from '../package.json' with { type: 'json' };
import { licences } from './licences.js';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

const locked = lockfile.packages as Readonly<Record<string, Locked>>;

/** A package and all that it brings along. */
const withDependencies = (name: string): readonly string[] => [
  name,
  ...Object.keys(locked[`node_modules/${name}`]?.dependencies ?? {}).flatMap(withDependencies),
];

const installed = Object.keys(manifest.dependencies).flatMap(withDependencies);
const inside = ['react', 'react-dom', 'hono'].flatMap(withDependencies);
const all = [...new Set([...installed, ...inside])].toSorted();

test('the README lists every package that is installed or published with the hub, as the lockfile has it', () => {
  const listed = licences().map(({ name, version, licence }) => [name, version, licence]);
  const expected = all.map((name) => {
    const { version, license } = locked[`node_modules/${name}`] ?? {};
    return [name, version, license];
  });
  expect(listed).toEqual(expected);
});

test('the README says of each dependency why it is there', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const reasons = readme.slice(readme.indexOf('Runtime dependencies, and why')).split('\n\n', 1)[0] ?? '';
  for (const name of Object.keys(manifest.dependencies)) expect(reasons).toContain(`\`${name}\` (`);
});

test.each(all)('%s lets everybody use it, and runs nothing when it is installed', (name) => {
  const { license, hasInstallScript = false } = locked[`node_modules/${name}`] ?? {};
  expect(license).toBe('MIT');
  expect(hasInstallScript).toBe(false);
});
