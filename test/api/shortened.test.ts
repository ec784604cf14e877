import { expect, it } from 'vitest';
import { shortened } from '../../src/api/shortened.js';

it.each([
  ['a name that fits', 'BambooHR', 'BambooHR'],
  ['a name of just that length', '0123456789', '0123456789'],
  ['a longer one', '0123456789a', '012345678…'],
  ['one whose cut would halve a character', '01234567👩', '01234567👩'],
  ['one that is cut inside of a character', '01234567👩 and more', '01234567…'],
])('%s', (_, text, expected) => {
  expect(shortened(text, 10)).toBe(expected);
});
