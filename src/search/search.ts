import type { Connector } from '../api/model.js';
import { type Entries, type Entry, entriesOf } from './entries.js';
import { cutQuery } from './pieces.js';
import { rankEntry } from './rankEntry.js';
import { SUBSTRING } from './ranks.js';
import { countEdits, type EditCounter, type Forgive, forgiving, strict } from './typos.js';

/** With fewer matches than this, none of them better than a part of a name, typos are forgiven. */
const FEW = 3;

interface Match {
  readonly entry: Entry;
  readonly rank: number;
}

const matchesOf = (query: string, entries: Entries, forgive: Forgive): Match[] => {
  const { pieces, length } = cutQuery(query, entries, forgive);
  return entries.entries
    .map((entry) => ({ entry, rank: rankEntry(pieces, length, entry, forgive) }))
    .filter(({ rank }) => rank < Infinity);
};

/**
 * A search over connectors by name, alias, initials, provider key and category, in any spelling: case, accents,
 * spaces and punctuation do not count, words come in any order, and typos are forgiven where nothing fits as typed.
 *
 * Nothing is prepared before the first query. The search it returns never throws; it answers the best matches first,
 * shorter names before longer ones and else in the order given, all connectors for a blank query, and none when
 * nothing fits.
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
): ((query: string) => readonly Connector[]) => {
  let entries: Entries | undefined;
  return (query) => {
    if (!query.trim()) return connectors;
    entries ??= entriesOf(connectors, categoryLabel);
    let matches = matchesOf(query, entries, strict);
    if (matches.length < FEW && matches.every(({ rank }) => rank >= SUBSTRING)) {
      matches = matchesOf(query, entries, forgiving(count));
    }
    return matches
      .toSorted((a, b) => a.rank - b.rank || a.entry.name.text.length - b.entry.name.text.length)
      .map(({ entry }) => entry.connector);
  };
};
