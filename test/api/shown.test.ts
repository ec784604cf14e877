import { expect, it } from 'vitest';
import { shown } from '../../src/api/shown.js';

it.each([
  ['a name that fits', 'BambooHR', 'BambooHR'],
  ['a name of just that length', '0123456789', '0123456789'],
  ['a longer one', '0123456789a', '012345678…'],
  ['one whose cut would halve a character', '01234567👩', '01234567👩'],
  ['one that is cut inside of a character', '01234567👩 and more', '01234567…'],
  ['one that is long for what cannot be seen alone', '\u202E0123456789\u202C', '0123456789'],
])('%s', (_, text, expected) => {
  expect(shown(text, 10)).toBe(expected);
});

it.each([
  ['an override of its direction', 'abc\u202Egpj.exe', 'abcgpj.exe'],
  [
    'every mark that embeds, overrides or isolates',
    'a\u202A\u202B\u202C\u202D\u2066\u2067\u2068\u2069b',
    'ab',
  ],
  ['control characters', 'a\0\u0007\u001B[31m\u007F\u0085\u009Fb', 'a[31mb'],
  ['what cannot be seen at all', ' \u202E\0 ', ''],
  ['half a character', 'half \uD83D a smile \uDE00', 'half  a smile'],
])('nothing is left of %s', (_, text, expected) => {
  expect(shown(text, 100)).toBe(expected);
});

it('a pile of marks is no higher than a letter can be', () => {
  expect(shown(`Z${'\u0301'.repeat(300)}algo`, 100)).toBe(`Z${'\u0301'.repeat(6)}algo`);
});

it.each([
  'line\nby\tline\r\nby line',
  'שָּׁ֑לוֹם',
  'المُحَمَّديّة',
  'น้ำปั้น',
  'က္ယြွှေ့',
  '👩‍👩‍👧‍👦 1️⃣ 🇩🇪',
  'a\u200E\u200Fb',
  'Zoë Ångström',
])('what people write stays: %j', (text) => {
  expect(shown(text, 100)).toBe(text);
});
