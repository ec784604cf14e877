import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countEdits, forgiving } from '../../src/search/typos.js';
import { typedOf, wordsOf } from '../../src/search/words.js';

/** The textbook's table for optimal string alignment, and its best prefix of `text`. */
const tableEdits = (typed: string, text: string): number => {
  const cost = (i: number, j: number): number => (typed[i - 1] === text[j - 1] ? 0 : 1);
  const table: number[][] = [];
  const at = (i: number, j: number): number => table[i]?.[j] ?? Infinity;
  for (let i = 0; i <= typed.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= text.length; j++) {
      const swapped = typed[i - 1] === text[j - 2] && typed[i - 2] === text[j - 1] && i > 1 && j > 1;
      row.push(
        i === 0 || j === 0
          ? i + j
          : Math.min(
              at(i - 1, j) + 1,
              (row[j - 1] ?? Infinity) + 1,
              at(i - 1, j - 1) + cost(i, j),
              swapped ? at(i - 2, j - 2) + 1 : Infinity,
            ),
      );
    }
  }
  return Math.min(...(table[typed.length] ?? []));
};

const forgive = forgiving(countEdits);
const edits = (typed: string, name: string): number => forgive(typedOf(typed), wordsOf(name));

describe('the edits between what was typed and a name', () => {
  it('are as many as the textbook counts, up to the limit', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 9 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (typed, text, limit) => {
        const wanted = tableEdits(typed, text);
        expect(countEdits(typed, wordsOf(text), 0, limit, limit)).toBe(wanted <= limit ? wanted : Infinity);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['slakc', 'Slack', 1],
    ['slck', 'Slack', 1],
    ['sllack', 'Slack', 1],
    ['slavk', 'Slack', 1],
    ['lsack', 'Slack', 1],
    ['jra', 'Jira', 1],
    ['wrokdya', 'Workday', 2],
    ['salezforze', 'Salesforce', 2],
    ['alseforce', 'Salesforce', 2],
    ['workfroce', 'ADP Workforce Now', 1],
  ])('%s and %s: %d', (typed, name, wanted) => {
    expect(edits(typed, name)).toBe(wanted);
  });

  it.each([
    ['two letters', 'sl', 'Slack'],
    ['a second edit in five letters', 'slzkc', 'Slack'],
    ['a third edit', 'wrokdxz', 'Workday'],
    ['a second edit where the first letter is wrong', 'vorkdya', 'Workday'],
    ['a wrong last letter in the middle of a word', 'workx', 'Workday'],
    ['three letters in the middle of a word', 'wrk', 'Workday'],
    ['words of two letters', 'hrx', 'BambooHR'],
  ])('are not forgiven for %s', (_, typed, name) => {
    expect(edits(typed, name)).toBe(Infinity);
  });
});
