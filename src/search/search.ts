import type { Connector } from '../api/model.js';
import { createEntries, type Entries } from './entries.js';
import { cutQuery, lacks } from './pieces.js';
import { rankEntry } from './rankEntry.js';
import { SUBSTRING } from './ranks.js';
import { countEdits, type EditCounter, type Forgive, forgiving, strict } from './typos.js';

/** With fewer matches than this, none of them better than a part of a name, typos are forgiven. */
const FEW = 3;

/** The matches, by how good they are: by rank, then by the length of the name. */
type Matches = ReadonlyMap<number, readonly Connector[]>;

/** So that no name is long enough to count for a rank. */
const RANK = 1e6;

const matchesOf = (query: string, entries: Entries, forgive: Forgive): Matches => {
  const { pieces, length, needs } = cutQuery(query, entries, forgive);
  const matches = new Map<number, Connector[]>();
  for (const entry of entries.entries) {
    // Most have not even the letters.
    if (lacks(entry, needs)) continue;
    const rank = rankEntry(pieces, length, entry, forgive);
    if (rank === Infinity) continue;
    const place = rank * RANK + entry.name.text.length;
    const group = matches.get(place);
    if (group) group.push(entry.connector);
    else matches.set(place, [entry.connector]);
  }
  return matches;
};

const inOrder = (matches: Matches): readonly Connector[] =>
  [...matches.keys()].toSorted((a, b) => a - b).flatMap((place) => matches.get(place) ?? []);

/**
 * A search over connectors by name, alias, initials, provider key and category, in any spelling: case, accents,
 * spaces and punctuation do not count, words come in any order, and typos are forgiven where nothing fits as typed.
 *
 * The search never throws; it answers the best matches first, shorter names before longer ones and else in the order
 * given, all connectors for a blank query, and none when nothing fits.
 *
 * @param categoryLabel the words shown for a category, by which it is found as well as by its key
 * @param count counts the edits between two words; to be replaced by a test that counts the counting
 *
 * @example
 * const search = createSearch(connectors, (category) => labels[category] ?? category);
 * search('wrokday oauth'); // Workday (OAuth), Workday ATS (OAuth), …
 */
export const createSearch = (
  connectors: readonly Connector[],
  categoryLabel: (category: string) => string,
  count: EditCounter = countEdits,
): Search => {
  const { entries, fill } = createEntries(connectors, categoryLabel);
  const search = (query: string): readonly Connector[] => {
    if (!query.trim()) return connectors;
    fill(() => true);
    const matches = matchesOf(query, entries, strict);
    const found = inOrder(matches);
    const isGood = found.length >= FEW || [...matches.keys()].some((place) => place < SUBSTRING * RANK);
    return isGood ? found : inOrder(matchesOf(query, entries, forgiving(count)));
  };
  return Object.assign(search, { prepare: fill });
};

/** Answers a query. */
export interface Search {
  (query: string): readonly Connector[];
  /**
   * Gets ready for the first query as long as there is time, and goes on there the next time. What is not ready by
   * then the first query has to wait for.
   *
   * @returns whether all is ready
   */
  readonly prepare: (hasTime: () => boolean) => boolean;
}
