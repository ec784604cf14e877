import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../src/api/model.js';
import { createEntries } from '../../src/search/entries.js';
import { fold } from '../../src/search/fold.js';
import { cutQuery, lacks } from '../../src/search/pieces.js';
import { createSearch } from '../../src/search/search.js';
import { countEdits, type EditCounter, type Forgive, forgiving, strict } from '../../src/search/typos.js';
import { connector } from './sample.js';

const LABELS: Readonly<Record<string, string>> = { hris: 'HR systems', ats: 'Applicant tracking' };
const labelOf = (category: string): string => LABELS[category] ?? category;

const namesFor = (query: string, connectors: readonly Connector[]): string[] =>
  createSearch(connectors, labelOf)(query).map(({ name }) => name);

describe('what a query finds', () => {
  it('is everything in the order given while it is blank', () => {
    const connectors = [connector('Zelt'), connector('Ashby'), connector('Box')];
    expect(createSearch(connectors, labelOf)('')).toEqual(connectors);
    expect(createSearch(connectors, labelOf)(' \t\u00a0')).toEqual(connectors);
  });

  it('is nothing when it has neither letters nor digits', () => {
    expect(namesFor('🚀', [connector('Zelt')])).toEqual([]);
    expect(namesFor('--', [connector('Zelt')])).toEqual([]);
  });

  it('comes in the order of how well it matches, whatever the order given', () => {
    const ranked = [
      connector('UKG'),
      connector('UKG Ready'),
      connector('New UKG'),
      connector('Kronos', 'ats', 'ukg-kronos'),
      connector('Dukgate', 'ats'),
      connector('Planner', 'ukg'),
    ];
    const names = ranked.map(({ name }) => name);
    expect(namesFor('ukg', ranked.toReversed())).toEqual(names);
  });

  it('puts an alias before initials, and initials before a provider key', () => {
    const ranked = [
      connector('Smart Recruiters'),
      connector('Site Room'),
      connector('Other', 'ats', 'sr-other'),
    ];
    expect(namesFor('sr', ranked.toReversed())).toEqual(ranked.map(({ name }) => name));
  });

  it('puts the shorter name first where two match alike, then the one given first', () => {
    const connectors = [
      connector('Workday WQL'),
      connector('Workday', 'ats', 'b'),
      connector('Workday', 'hris', 'a'),
    ];
    expect(createSearch(connectors, labelOf)('work')).toEqual([connectors[1], connectors[2], connectors[0]]);
    expect(createSearch(connectors, labelOf)('wrokday')).toEqual([
      connectors[1],
      connectors[2],
      connectors[0],
    ]);
  });

  it('has every word of it, in any order', () => {
    const connectors = [connector('Workday'), connector('Workday (OAuth)'), connector('Deel (OAuth)')];
    expect(namesFor('oauth workday', connectors)).toEqual(['Workday (OAuth)']);
    expect(namesFor('workday deel', connectors)).toEqual([]);
  });

  it('may take each word from something else: name, alias, category', () => {
    const connectors = [connector('UKG Ready (OAuth)', 'hris'), connector('UKG Ready', 'ats')];
    expect(namesFor('applicant kronos', connectors)).toEqual(['UKG Ready']);
    expect(namesFor('oauth ultipro', connectors)).toEqual(['UKG Ready (OAuth)']);
  });

  it('does not forgive typos where something fits as typed', () => {
    const connectors = [connector('Slack'), connector('Black')];
    expect(namesFor('slack', connectors)).toEqual(['Slack']);
    expect(namesFor('slakc', connectors)).toEqual(['Slack']);
    expect(namesFor('clack', connectors)).toEqual(['Slack', 'Black']);
  });

  it('reads no more of a pasted page than of a long name', () => {
    expect(namesFor(`workday ${'x '.repeat(100_000)}`, [connector('Workday')])).toEqual([]);
    const long = `Workday ${'x '.repeat(100)}`;
    expect(namesFor(long, [connector(long)])).toEqual([long]);
  });

  it('is not thrown off by connectors without a readable name', () => {
    const connectors = [connector(''), connector('***'), connector('\ud800'), connector('Slack')];
    expect(namesFor('slakc', connectors)).toEqual(['Slack']);
  });
});

describe('any query over any connectors', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'ß', 'İ', 'Σ', ' ', '-', '1', '\ud83d') }),
  );
  const connectors = fc
    .array(fc.tuple(text, text, text))
    .map((rows) => rows.map(([name, category, provider]) => connector(name, category, provider)));

  it('gives some of them, none twice, and the same again', () => {
    fc.assert(
      fc.property(connectors, text, (all, query) => {
        const search = createSearch(all, labelOf);
        const found = search(query);
        expect(new Set(found).size).toBe(found.length);
        expect(all).toEqual(expect.arrayContaining([...found]));
        expect(search(query)).toEqual(found);
      }),
    );
  });

  it('finds a connector at every letter of its name', () => {
    fc.assert(
      fc.property(connectors, text, fc.nat(40), (others, name, length) => {
        const wanted = connector(name);
        const typed = name.slice(0, length);
        fc.pre(fold(typed) !== '');
        expect(createSearch([...others, wanted], labelOf)(typed)).toContain(wanted);
      }),
    );
  });

  it('finds a connector by its words in any order', () => {
    const words = fc.uniqueArray(text, { minLength: 1, maxLength: 5 });
    const pair = words.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: 1 })));
    fc.assert(
      fc.property(pair, ([all, some]) => {
        const wanted = connector(all.join(' '));
        const typed = some.join(' ');
        fc.pre(fold(typed) !== '' && typed.length <= 80);
        expect(createSearch([wanted], labelOf)(typed)).toEqual([wanted]);
      }),
    );
  });
});

const syllables = ['ba', 'cor', 'del', 'fin', 'gro', 'hal', 'jun', 'kep', 'lum', 'mer', 'nox', 'pra', 'qui'];
const nameOf = (i: number): string =>
  [i % 13, (i * 7 + 3) % 13, Math.floor(i / 13) % 13, Math.floor(i / 169) % 13]
    .map((at) => syllables[at] ?? '')
    .join('');
const connectors = Array.from({ length: 10_000 }, (_, i) => connector(`${nameOf(i)} Cloud HR`));

const countFor = (query: string): { readonly counted: number; readonly found: number } => {
  let counted = 0;
  const counting: EditCounter = (...of) => {
    counted++;
    return countEdits(...of);
  };
  const found = createSearch(connectors, labelOf, counting)(query).length;
  return { counted, found };
};

describe('the work for ten thousand connectors', () => {
  it('counts no edits where the query fits as typed', () => {
    const { counted, found } = countFor(nameOf(5000));
    expect(found).toBeGreaterThan(0);
    expect(counted).toBe(0);
  });

  it('counts edits for few of them where it does not', () => {
    const typo = nameOf(5000).replace(/(.)(.)(?=..$)/, '$2$1');
    const { counted, found } = countFor(typo);
    expect(found).toBeGreaterThan(0);
    expect(counted).toBeLessThan(connectors.length / 4);
  });

  it('counts hardly any for nonsense', () => {
    expect(countFor('xqzvkwty').counted).toBeLessThan(100);
  });

  it('never counts a name more often than it has words, for each piece of the query', () => {
    const alike = Array.from({ length: 100 }, (_, i) => connector(`abcdef abcdef abcdef ${i}`, 'z'));
    let counted = 0;
    createSearch(alike, labelOf, () => {
      counted++;
      return Infinity;
    })('abcfed abcfed');
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(alike.length * 4 * 3);
  });

  it('prepares nothing before the first query, and then once', () => {
    const labelled: string[] = [];
    const search = createSearch([connector('Slack', 'messaging'), connector('Gusto', 'hris')], (category) => {
      labelled.push(category);
      return category;
    });
    search(' ');
    expect(labelled).toEqual([]);
    search('sla');
    search('slakc');
    expect(labelled).toEqual(['messaging', 'hris']);
  });

  it('is made ready a little at a time, and the first query waits for what is not', () => {
    let read = 0;
    const counted = connectors.map((each) => ({
      ...each,
      get name() {
        read++;
        return each.name;
      },
    }));
    const search = createSearch(counted, labelOf);
    let looks = 3;
    expect(search.prepare(() => looks-- > 0)).toBe(false);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(counted.length / 20);

    expect(search(nameOf(5000)).some((found) => found === counted[5000])).toBe(true);
    expect(read).toBe(counted.length);
    expect(search.prepare(() => true)).toBe(true);
    search('xqzvkwty');
    expect(read).toBe(counted.length);
  });
});

/** How many of the ten thousand have to be looked at. */
const lookedAt = (query: string, forgive: Forgive = strict): number => {
  const { entries, fill } = createEntries(connectors, labelOf);
  fill(() => true);
  const { needs } = cutQuery(query, entries, forgive);
  return entries.entries.filter((entry) => !lacks(entry, needs)).length;
};

describe('a glance at the letters', () => {
  it.each(['b', 'qu', 'halq', 'grojun', 'praquinox cloud'])(
    'passes over most of ten thousand for %s',
    (query) => {
      expect(lookedAt(query)).toBeLessThan(connectors.length / 3);
    },
  );

  it('passes over most when typos are forgiven, too', () => {
    expect(lookedAt('grojunqx', forgiving(countEdits))).toBeLessThan(connectors.length / 3);
  });
});
