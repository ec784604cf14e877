import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HUB_ERROR_CODES } from '../src/contract/errors.js';
import { EXTENSIONS, magicValues, scenarios } from '../src/sandbox.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

test.each(scenarios)('the README lists the session $token as it is', ({ token, title, what }) => {
  expect(readme).toContain(`| \`${token}\` | ${title} | ${what} |`);
});

test.each(magicValues)('the README lists the credential $value as it is', ({ value, what }) => {
  expect(readme).toContain(`| \`${value}\` | ${what} |`);
});

test.each(HUB_ERROR_CODES)('the README lists the code %s', (code) => {
  expect(readme).toContain(`\`${code}\``);
});

test.each(EXTENSIONS)('the README says what the hub does with the extension %s', (name) => {
  expect(readme).toContain(`| \`${name}\` |`);
});

test('every picture that the README shows is there', () => {
  const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, path]) => path ?? '');
  expect(pictures.length).toBeGreaterThan(3);
  for (const path of pictures) {
    const start = readFileSync(new URL(`../${path}`, import.meta.url))
      .subarray(0, 4)
      .toString('latin1');
    expect(start).toBe(path.endsWith('.svg') ? '<svg' : '\u0089PNG');
  }
});

test('the README lists every property that the styles read, and no other', () => {
  const styles = new URL('../src/styles/', import.meta.url);
  const css = readdirSync(styles).map((file) => readFileSync(new URL(file, styles), 'utf8'));
  const read = css
    .flatMap((sheet) => [...sheet.matchAll(/var\(\s*--hub-([a-z-]+)/g)])
    .map(([, name]) => name);
  const table = readme.slice(readme.indexOf('| tier |')).split('\n\n', 1)[0]?.split('\n').slice(2) ?? [];
  const listed = table.flatMap((row) => [...row.matchAll(/`([a-z-]+)`/g)]).map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(read));
  expect(listed).toHaveLength(new Set(listed).size);
});
