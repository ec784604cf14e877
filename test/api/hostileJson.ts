/** Answers that no server should give. */
import * as fc from 'fast-check';
import { STRANGERS } from './wire.js';

export const keysIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
    : [];

/** Any JSON, in these words, with own keys such as `__proto__`. */
export function anyJson(words: readonly string[]): fc.Arbitrary<unknown> {
  const keys = [...new Set([...words, '__proto__', 'constructor', 'prototype', 'toString', 'then'])];
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...STRANGERS),
      fc.string({ unit: 'binary' }),
      fc.double({ noDefaultInfinity: true, noNaN: true }),
      fc.array(tie('json'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.constantFrom(...keys), tie('json')), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  }));
  return json;
}

/** The value with what stands at one place in it replaced; the place is chosen by numbers, one a level. */
function replaced(value: unknown, [turn, ...path]: readonly number[], stranger: unknown): unknown {
  if (turn === undefined || typeof value !== 'object' || value === null) return stranger;
  const entries = Object.entries(value);
  const chosen = turn % (entries.length + 1);
  if (chosen === entries.length) return stranger;
  const inner = entries.map(([key, item], index) => [
    key,
    index === chosen ? replaced(item, path, stranger) : item,
  ]);
  return Array.isArray(value) ? inner.map(([, item]) => item as unknown) : Object.fromEntries(inner);
}

/** A valid answer in which anything became anything. */
export const damagedWith = (
  json: fc.Arbitrary<unknown>,
  answers: readonly unknown[],
): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...answers), fc.array(fc.nat({ max: 20 }), { maxLength: 6 }), json)
    .map(([answer, path, stranger]) => replaced(answer, path, stranger));
