import { expect, test } from 'vitest';
import { DEFAULT_LOOK, isBrand, lookCode, lookProperties } from '../../src/playground/look.js';

test('a look that is the default has no code', () => {
  expect(lookCode(DEFAULT_LOOK)).toBe('');
});

test('the code has what is set, and nothing else', () => {
  expect(lookCode({ ...DEFAULT_LOOK, brand: '#0b7a5c', radius: '0px' })).toBe(
    [':root {', '  --hub-brand: #0b7a5c;', '  --hub-radius: 0px;', '}'].join('\n'),
  );
});

test('what is at its default is taken off the page again', () => {
  expect(Object.fromEntries(lookProperties(DEFAULT_LOOK))).toMatchObject({
    '--hub-brand': '',
    '--hub-font': '',
  });
});

test.each(['#0b7a5c', ''])('%j is a brand colour', (value) => expect(isBrand(value)).toBe(true));

test.each(['red', '#fff', '#0b7a5c; --x: 1', 7, null])('%j is none', (value) =>
  expect(isBrand(value)).toBe(false),
);
