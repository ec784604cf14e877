import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { licences } from '../licences.js';
import { files, published, read } from './contents.js';

describe('the notices of what is inside', () => {
  test.each([
    ['dist/element.licenses.md', 'element, hosted page'],
    ['dist/hosted/licenses.md', 'element, hosted page'],
    ['dist/sandbox.licenses.md', 'sandbox'],
  ])('%s has all of them', (file, inside) => {
    const named = [...read(file).matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)].map((found) =>
      found.slice(1, 4).join(' '),
    );
    const listed = licences().filter((one) => one.inside.includes(inside));
    expect(new Set(named)).toEqual(
      new Set(listed.map(({ name, version, licence }) => `${name} ${version} ${licence}`)),
    );
    // Not the names alone: the licences ask for their text.
    expect(read(file).match(/Copyright \(c\)/gi)?.length).toBeGreaterThanOrEqual(named.length);
  });
});

describe('integrity.json', () => {
  const hashes = JSON.parse(read('dist/integrity.json')) as Readonly<Record<string, string>>;

  test('has the hash of every file that a page can load from elsewhere', () => {
    const named = ['element.global.js', 'loader.global.js', 'element.js', 'loader.js', 'styles.css'];
    const parts = files.filter((file) => /^dist\/element\/.*\.js$/.test(file));
    expect(Object.keys(hashes)).toEqual([...named, ...parts.map((file) => file.replace('dist/', ''))]);
  });

  test.each(Object.entries(hashes))('%s is what its hash says', (file, hash) => {
    const content = readFileSync(join(published.folder, 'dist', file));
    expect(`sha384-${createHash('sha384').update(content).digest('base64')}`).toBe(hash);
  });
});
