import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS as loaderWords } from '../../src/loader/words.js';
import { en } from './english.js';
import { stemOf } from './translations.js';

/** What speaks to users: neither the reference server's pages nor the playground are the hub's. */
const root = join(import.meta.dirname, '..', '..', 'src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/^(?:sandbox|playground|text)[/.]/.test(file))
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }));

/** Every key that code writes, as a pattern: `problem.${key}` stands for all problems. */
const written = sources.flatMap(({ code }) =>
  [...code.matchAll(/['`]([a-z]+(?:\.[\w${}.-]+)?)['`]/g)].map(
    ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  ),
);

describe('the sentences', () => {
  it('are all said somewhere', () => {
    const keys = [...new Set(Object.keys(en).map(stemOf))];
    const unsaid = keys.filter(
      (key) => !/^(?:language|category\.)/.test(key) && !written.some((pattern) => pattern.test(key)),
    );
    expect(unsaid).toEqual([]);
  });

  it('are nowhere else: no words between tags, none in an attribute that is read', () => {
    const WORDS = />\s*([^<>{}]*\p{L}{2}[^<>{}]*)<\/|\b(?:alt|aria-label|placeholder|title)="[^"]*\p{L}/gu;
    const elsewhere = sources.flatMap(({ file, code }) =>
      [...code.matchAll(WORDS)].map(([words]) => `${file}: ${words}`),
    );
    expect(elsewhere).toEqual([]);
  });

  it('are the same where the loader, which is without them, says one before the hub is there', () => {
    expect(en).toMatchObject(loaderWords);
  });
});
