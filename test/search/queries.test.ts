import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Connector } from '../../src/api/model.js';
import { catalog } from '../../src/sandbox/catalog/index.js';
import { ALIASES } from '../../src/search/aliases.js';
import { createSearch } from '../../src/search/search.js';
import { wordsOf } from '../../src/search/words.js';
import { en } from '../../src/text/en.js';

interface Query {
  readonly query: string;
  /** A name, a provider key or, for the kind `category`, a category. */
  readonly wanted: string;
  readonly kind: string;
}

const queries = readFileSync(new URL('./queries.tsv', import.meta.url), 'utf8')
  .split('\n')
  .slice(1)
  .filter((line) => line !== '')
  .map((line): Query => {
    const [query = '', wanted = '', kind = ''] = line.split('\t');
    return { query, wanted, kind };
  });
const meant = queries.filter(({ kind }) => kind !== 'nonsense');
const nonsense = queries.filter(({ kind }) => kind === 'nonsense');
const kinds = [...new Set(meant.map(({ kind }) => kind))];

const connectors = catalog
  .filter(({ active }) => active)
  .map(
    ({ integrationId, name, provider, category }): Connector => ({
      id: integrationId,
      name,
      provider,
      category,
      accountIds: [],
    }),
  );
const labels = new Map<string, string>(Object.entries(en));
const search = createSearch(connectors, (category) => labels.get(`category.${category}`) ?? category);

const isWanted = ({ name, provider, category }: Connector, { wanted, kind }: Query): boolean =>
  kind === 'category' ? category === wanted : name === wanted || provider === wanted;

const misses = (among: readonly Query[]): string[] =>
  among
    .filter(
      (query) =>
        !search(query.query)
          .slice(0, 3)
          .some((connector) => isWanted(connector, query)),
    )
    .map(({ query, wanted, kind }) => {
      const found = search(query).slice(0, 3);
      return `${kind}: "${query}" wants ${wanted}, finds ${found.map(({ name }) => name).join(', ') || 'nothing'}`;
    });

const share = (missed: readonly string[], among: readonly Query[]): number =>
  1 - missed.length / among.length;

describe('the kept queries', () => {
  it('are enough to tell', () => {
    expect(meant.length).toBeGreaterThanOrEqual(140);
    expect(nonsense.length).toBeGreaterThanOrEqual(25);
    expect(kinds.toSorted()).toEqual(
      'acronym alias category diacritic extra missing multiword prefix spacing swap wrong'.split(' '),
    );
  });

  it('want what the catalogue has', () => {
    const unknown = meant.filter((query) => !connectors.some((connector) => isWanted(connector, query)));
    expect(unknown).toEqual([]);
  });

  it('find it among the first three in 95 of 100', () => {
    const missed = misses(meant);
    expect(share(missed, meant), missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it.each(kinds)('find it among the first three in 85 of 100 of the kind %s', (kind) => {
    const among = meant.filter((query) => query.kind === kind);
    const missed = misses(among);
    expect(share(missed, among), missed.join('\n')).toBeGreaterThanOrEqual(0.85);
  });

  it.each(nonsense)('find nothing for $query', ({ query }) => {
    expect(search(query).map(({ name }) => name)).toEqual([]);
  });
});

describe('the aliases', () => {
  it.each(Object.keys(ALIASES))('have a product in the catalogue for %s', (target) => {
    const texts = connectors.flatMap(({ name, provider }) => [wordsOf(name).text, wordsOf(provider).text]);
    expect(texts.some((text) => text.includes(target))).toBe(true);
  });

  it('lead to their product', () => {
    const lost = Object.entries(ALIASES).flatMap(([target, aliases]) =>
      aliases.split(' ').filter((alias) => {
        const texts = search(alias).flatMap(({ name, provider }) => [
          wordsOf(name).text,
          wordsOf(provider).text,
        ]);
        return !texts.some((text) => text.includes(target));
      }),
    );
    expect(lost).toEqual([]);
  });
});

describe('every connector of the catalogue', () => {
  it('is first, or as good as the first, for its own name', () => {
    const beaten = connectors.filter((connector) => search(connector.name)[0]?.name !== connector.name);
    expect(beaten.map(({ name }) => name)).toEqual([]);
  });

  it('is found from the first letter of its name to the last', () => {
    const lost = connectors.flatMap((connector) =>
      Array.from(connector.name, (_, i) => connector.name.slice(0, i + 1)).filter(
        (typed) => !search(typed).includes(connector),
      ),
    );
    expect(lost).toEqual([]);
  });
});
