import type { Entries } from './entries.js';
import { fold } from './fold.js';
import { ALIAS, CATEGORY, TYPO } from './ranks.js';
import type { Forgive } from './typos.js';
import { lettersOf, startOf, type Words } from './words.js';

/** In UTF-16 units: a pasted page costs no more than a long name. */
const LONGEST_QUERY = 80;

/** How many words of the query are also looked for as one: `bamboo hr`, `1 pass word`. */
const LONGEST_PIECE = 3;

/** Some words of the query as one text, and what it says about any connector. */
export interface Piece {
  /** The first of its words, counted from 0. */
  readonly from: number;
  /** The word after its last. */
  readonly to: number;
  readonly text: string;
  readonly letters: number;
  /** The rank of each category that it names. */
  readonly categories: ReadonlyMap<string, number>;
  /** What it is an alias of, and with what rank. */
  readonly targets: readonly (readonly [target: string, rank: number])[];
}

const pieceOf = (
  from: number,
  to: number,
  text: string,
  { aliases, categories }: Entries,
  forgive: Forgive,
): Piece => {
  const typed = { text, letters: lettersOf(text) };
  const rankLabel = (label: Words): number =>
    text.length > 1 && startOf(text, label) >= 0 ? CATEGORY : TYPO + forgive(typed, label, true);
  const rankAlias = (alias: Words): number =>
    alias.text === text || (text.length > 2 && alias.text.startsWith(text))
      ? ALIAS
      : TYPO + forgive(typed, alias, true);
  return {
    ...typed,
    from,
    to,
    categories: new Map([...categories].map(([category, label]) => [category, rankLabel(label)])),
    targets: aliases
      .map(([alias, target]) => [target, rankAlias(alias)] as const)
      .filter(([, rank]) => rank < Infinity),
  };
};

/** The pieces of a query, ordered by where they start. A way through them from 0 to `length` reads all of it. */
export const cutQuery = (
  query: string,
  entries: Entries,
  forgive: Forgive,
): { readonly pieces: readonly Piece[]; readonly length: number } => {
  const words = fold(query.trim().slice(0, LONGEST_QUERY)).split(' ');
  const { length } = words;
  const pieces: Piece[] = [];
  for (let from = 0; from < length; from++) {
    for (let to = from + 1; to <= length; to++) {
      const text = words.slice(from, to).join('');
      const short = to - from <= LONGEST_PIECE || to - from === length;
      if (short && text) pieces.push(pieceOf(from, to, text, entries, forgive));
    }
  }
  return { pieces, length };
};
