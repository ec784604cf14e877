import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './english.js';

/** What code calls the sentences: `text('key', { name })` and `text.plural('key', count)`. */
const CALL = /\btext(?:\.plural)?\(/g;

const root = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/^(?:sandbox|playground|text|api|contract)[/.]/.test(file));

/** What stands between the parenthesis at `start` and the one that closes it. */
function argumentsAt(code: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < code.length; end += 1) {
    if (code[end] === '(') depth += 1;
    if (code[end] === ')') depth -= 1;
  }
  return code.slice(start, end - 1);
}

const calls = files.flatMap((file) => {
  const code = readFileSync(join(root, file), 'utf8');
  return [...code.matchAll(CALL)].map((match) => ({
    file,
    given: argumentsAt(code, match.index + match[0].length),
  }));
});

/** A sentence's names; the number of a plural is always given. */
const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (name === 'count' ? [] : [name]));

const sentences: ReadonlyMap<string, string> = new Map(Object.entries(en));
const keysIn = (given: string): readonly string[] =>
  [...given.matchAll(/'([^']+)'/g)].flatMap(([, key = '']) =>
    sentences.has(key) ? [key] : sentences.has(`${key}_other`) ? [`${key}_one`, `${key}_other`] : [],
  );

describe('the sentences', () => {
  it('are called for: the calls are found', () => {
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.flatMap(({ given }) => keysIn(given))).toContain('title.connect');
  });

  it('get everything that they name', () => {
    const lacking = calls.flatMap(({ file, given }) => {
      const values = given.replaceAll(/'[^']*'/g, '');
      return keysIn(given).flatMap((key) =>
        namesIn(sentences.get(key) ?? '')
          .filter((name) => !new RegExp(`\\b${name}\\b`).test(values))
          .map((name) => `${file}: ${key} lacks ${name}`),
      );
    });
    expect(lacking).toEqual([]);
  });

  it('name things in braces that are closed', () => {
    const broken = [...sentences].filter(([, sentence]) => /[{}]/.test(sentence.replaceAll(/\{\w+\}/g, '')));
    expect(broken).toEqual([]);
  });

  it('are whole: no space at an end, none twice', () => {
    const untidy = [...sentences].filter(
      ([, sentence]) => sentence !== sentence.trim() || /\s\s/.test(sentence),
    );
    expect(untidy).toEqual([]);
  });
});
