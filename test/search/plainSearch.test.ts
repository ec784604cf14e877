import { expect, it } from 'vitest';
import { plainSearch } from '../../src/search/plainSearch.js';
import { connector } from './sample.js';

const found = (query: string): string[] =>
  plainSearch(['Ashby', 'My Workplace', 'Workable', 'Workday'].map((name) => connector(name)))(query).map(
    ({ name }) => name,
  );

it('finds what stands in a name, what begins with it first, else in the order given', () => {
  expect(found('work')).toEqual(['Workable', 'Workday', 'My Workplace']);
});

it('does not mind capitals, nor spaces around', () => {
  expect(found(' SHBY ')).toEqual(['Ashby']);
});

it('takes letters for letters, and finds nothing where nothing is', () => {
  expect(found('w.rk')).toEqual([]);
});

it.each(['', '  '])('finds everything for %j, in the order given', (query) => {
  expect(found(query)).toEqual(['Ashby', 'My Workplace', 'Workable', 'Workday']);
});
