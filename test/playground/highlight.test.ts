import { expect, test } from 'vitest';
import { curlCode, nodeCode, reactCode } from '../../src/playground/code.js';
import { highlighted } from '../../src/playground/highlight.js';

const baseUrl = 'http://127.0.0.1:4010';
const session = { origin_owner_name: "Jane's", expires_in: 60, multiple: true };

test.each([
  ['React', reactCode({ baseUrl, theme: 'dark', height: '70vh' })],
  ['Node', nodeCode(baseUrl, session)],
  ['curl', curlCode(baseUrl, session)],
  ['nothing', ''],
])('the pieces of %s are the code again', (_name, code) => {
  const pieces = highlighted(code);
  expect(pieces.map((piece) => piece.text).join('')).toBe(code);
});

test('words of the language, strings, names and numbers are told apart', () => {
  const kinds = highlighted(`const a = <Hub theme="dark" />; f({ b: 'c', d: 60 });`)
    .filter((piece) => piece.kind !== 'plain')
    .map((piece) => [piece.kind, piece.text]);
  expect(kinds).toEqual([
    ['keyword', 'const'],
    ['name', '<Hub'],
    ['name', 'theme'],
    ['string', '"dark"'],
    ['name', 'b'],
    ['string', "'c'"],
    ['name', 'd'],
    ['number', '60'],
  ]);
});

test('a word inside a string is part of the string', () => {
  expect(highlighted("'return'")).toEqual([{ kind: 'string', text: "'return'", start: 0 }]);
});
