import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/form/pattern.js';
import { searchPattern } from '../../src/form/patternSearch.js';
import { patternStates } from '../../src/form/patternStates.js';
import { anyText } from './anyText.js';

const test = (source: string, value: string) => compilePattern(source)?.(value);

const search = (source: string, value: string) =>
  searchPattern(patternStates(source), value, Number.MAX_SAFE_INTEGER);

describe('a pattern of the server', () => {
  it.each([
    ['acme', 'my acme account', true],
    ['^acme', 'my acme', false],
    ['acme$', 'my acme', true],
    ['^$', '', true],
    ['^$', 'a', false],
    ['', 'anything', true],
    ['^[a-z0-9-]+$', 'acme-42', true],
    ['^[a-z0-9-]+$', 'Acme', false],
    ['^[^@\\s]+@[^@\\s]+$', 'me@acme.com', true],
    ['^https://([a-z0-9-]+)\\.zendesk\\.com/?$', 'https://acme.zendesk.com/', true],
    ['^https://([a-z0-9-]+)\\.zendesk\\.com/?$', 'https://acme.evil.com/', false],
    ['^(?:eu|us)-(?<zone>[1-9])$', 'eu-3', true],
    ['^(?:eu|us)-(?<zone>[1-9])$', 'ap-3', false],
    ['^(EU|US)|sandbox$', 'my sandbox', true],
    ['^\\d{4}$', '1234', true],
    ['^\\d{4}$', '12345', false],
    ['^\\d{2,}$', '1', false],
    ['^\\d{2,}$', '123456', true],
    ['^\\d{2,3}?$', '1234', false],
    ['^a{0}$', '', true],
    ['^a{0}$', 'a', false],
    ['^(a?){3}$', 'aa', true],
    ['\\bkey\\b', 'a key here', true],
    ['\\bkey\\b', 'monkeys', false],
    ['\\Bkey', 'monkeys', true],
    ['^.+$', 'two\nlines', false],
    ['^[^]+$', 'two\nlines', true],
    ['[]', 'never', false],
    ['^\\x41\\u0042\\t$', 'AB\t', true],
    ['^[\\w.-]+$', 'a.b-c', true],
    ['^[\\]\\\\-]+$', '-]\\', true],
    ['^[\\b]$', '\b', true],
    ['^\\/\\-\\.\\@$', '/-.@', true],
    ['a{,2}', 'a{,2}', true],
    ['x]y}z{', 'x]y}z{', true],
    ['^(|a)+$', 'aaa', true],
    ['^(a*)*$', 'aab', false],
    ['^(?:a|\\b)*$', 'aaa', true],
  ])('%j finds in %j: %j', (source, value, expected) => {
    expect(test(source, value)).toBe(expected);
    expect(new RegExp(source).test(value)).toBe(expected);
  });

  it.each([
    ['^.$', '😀', true],
    ['^.{2}$', '😀', false],
    ['^[^a]$', '😀', true],
    ['^😀+$', '😀😀', true],
    ['^[😀]$', '😀', true],
    ['^[😀]$', '😁', false],
    ['^\\uD83D\\uDE00$', '😀', true],
    ['^\\W$', '😀', true],
    ['^.$', '\ud83d', true],
  ])('takes a character beyond U+FFFF for one: %j in %j: %j', (source, value, expected) => {
    expect(test(source, value)).toBe(expected);
    expect(new RegExp(source, 'u').test(value)).toBe(expected);
  });

  it.each(
    [
      '(',
      ')',
      'a)',
      '[',
      '[a',
      '*',
      '+a',
      '^*',
      'a**',
      'a{2}{3}',
      '{2}',
      'a{3,2}',
      '\\',
      '[z-a]',
      '(?<=a)b',
      '(?<!a)b',
      '(?=a)',
      '(?!a)',
      '(a)\\1',
      '(?<a>x)\\k<a>',
      '(?i)acme',
      '(?i:acme)',
      '(?<1>a)',
      '\\p{L}',
      '[\\p{L}]',
      '\\cA',
      '\\u12',
      '\\u{1F600}',
      '\\x4',
      '\\0',
      'a'.repeat(100_000),
      `[${'a'.repeat(5_000)}]`,
      '(a{0,90}){0,90}',
      '(((((((((a{9}){9}){9}){9}){9}){9}){9}){9}){9})',
      '(((((((((){9}){9}){9}){9}){9}){9}){9}){9}){9}',
      'a{99999999999999999999}',
      '(){99999999999999999999}',
      `${'('.repeat(500)}a${')'.repeat(500)}`,
    ].map((source) => [source.slice(0, 50), source]),
  )('is not used when it is broken or asks for too much: %s', (_start, source) => {
    expect(compilePattern(source)).toBeUndefined();
  });

  it.each([
    ['^(a|a)*$', `${'a'.repeat(28)}!`],
    ['(x+x+)+y', 'x'.repeat(28)],
    ['^([a-zA-Z0-9_.+-]+)+@', 'a'.repeat(28)],
    ['^(.*a){10}$', `${'a'.repeat(60)}!`],
    ['\\s+$', `${' '.repeat(20_000)}!`],
    ['(?:(?:a*)*)*b', 'a'.repeat(5_000)],
    ['^(a?){50}a{50}$', 'a'.repeat(49)],
  ])('takes as many steps as value times states, also for %j', (source, value) => {
    const program = patternStates(source);
    const { found, steps } = search(source, value);
    expect(found).toBe(false);
    expect(steps).toBeLessThanOrEqual((value.length + 1) * (program.size + 1) * 4);
  });

  it('takes twice the steps for twice the value', () => {
    const [once, twice] = [1_000, 2_000].map(
      (length) => search('^(.*a){10}$', `${'a'.repeat(length)}!`).steps,
    );
    expect(twice).toBeLessThan(2.1 * (once ?? 0));
  });

  it('finds what stands at the start of a long paste at once', () => {
    expect(search('.*', 'a'.repeat(1_000_000)).steps).toBeLessThan(10);
  });

  it('leaves a value that is too long for the pattern to the server', () => {
    expect(test('^(a|b|ab)*$', `${'ab'.repeat(500_000)}!`)).toBe(true);
  });

  it('stops when the steps run out', () => {
    const { found, steps } = searchPattern(patternStates('^[a-z]+$'), 'a'.repeat(1_000_000), 1_000);
    expect(found).toBeUndefined();
    expect(steps).toBeLessThan(1_010);
  });

  it('answers the same when it is asked again', () => {
    const matches = compilePattern('^[a-c]+$');
    expect([matches?.('abc'), matches?.('abd'), matches?.('abc')]).toEqual([true, false, true]);
  });

  it('can be any text, and no value makes it throw', () => {
    const pieces = fc.constantFrom(
      ...Array.from('ab01-^$.|?*+()[]{},\\<:>=!dwsBu'),
      '(?:',
      '(?<a>',
      '[^',
      '{2,3}',
      '\\d',
      '\n',
    );
    const sources = fc.oneof(
      anyText,
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(sources, anyText, (source, value) => {
        expect([true, false, undefined]).toContain(test(source, value));
      }),
      { numRuns: 500 },
    );
  });

  it('is never read as something else than RegExp reads', () => {
    const pieces = fc.constantFrom(
      ...Array.from('ab1-^$.|?*+()[]{},:'),
      '(?:',
      '[^',
      '{2}',
      '{0,2}',
      '\\d',
      '\\b',
      '\\B',
      '\\.',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 8 }),
        fc.string({ unit: fc.constantFrom(...Array.from('ab1-\n,')), maxLength: 6 }),
        (all, value) => {
          const source = all.join('');
          const verdict = test(source, value);
          if (verdict !== undefined) expect(new RegExp(source).test(value)).toBe(verdict);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('finds what RegExp finds, whatever it is made of', () => {
    const { pattern } = fc.letrec<{ pattern: string; branch: string; term: string; atom: string }>((tie) => ({
      pattern: fc.array(tie('branch'), { minLength: 1, maxLength: 3 }).map((branches) => branches.join('|')),
      branch: fc.array(tie('term'), { maxLength: 4 }).map((terms) => terms.join('')),
      term: fc.oneof(
        // Not \B, which V8 also finds between the two halves of a character beyond U+FFFF.
        fc.constantFrom('^', '$', '\\b'),
        fc
          .tuple(tie('atom'), fc.constantFrom('', '', '?', '*', '+', '*?', '{2}', '{0,2}', '{1,}', '{1,3}?'))
          .map((parts) => parts.join('')),
      ),
      atom: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        fc.constantFrom('a', 'b', '-', '.', '\\d', '\\W', '\\s', '\\.', '😀'),
        fc.constantFrom('[ab]', '[^a]', '[a-c\\d]', '[^\\w-]', '[😀-]', '\\x61', '\\u0062', '\\n'),
        fc.tuple(fc.constantFrom('(', '(?:'), tie('pattern')).map(([open, inner]) => `${open}${inner})`),
      ),
    }));
    const value = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', '1', '-', ' ', '\n', '.', '😀'),
      maxLength: 6,
    });
    fc.assert(
      fc.property(pattern, value, (source, text) => {
        expect(test(source, text)).toBe(new RegExp(source, 'u').test(text));
      }),
      { numRuns: 500 },
    );
  });
});
