import type { Entries, Entry } from './entries.js';
import { fold } from './fold.js';
import { ALIAS, CATEGORY, TYPO } from './ranks.js';
import { countBits, type Forgive, MOST_EDITS, strict } from './typos.js';
import { lettersOf, startOf, type Typed, typedOf, type Words } from './words.js';

/** In UTF-16 units: a pasted page costs no more than a long name. */
const LONGEST_QUERY = 80;

/** How many words of the query are also looked for as one: `bamboo hr`, `1 pass word`. */
const LONGEST_PIECE = 3;

/** Some words of the query as one text, and what it says about any connector. */
export interface Piece extends Typed {
  /** The first of its words, counted from 0. */
  readonly from: number;
  /** The word after its last. */
  readonly to: number;
  /** The rank of each category, `Infinity` where it does not name it. */
  readonly categories: readonly number[];
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
  const typed = typedOf(text);
  const rankLabel = (label: Words): number =>
    text.length > 1 && startOf(typed, label) >= 0 ? CATEGORY : TYPO + forgive(typed, label, true);
  const rankAlias = (alias: Words): number =>
    alias.text === text || (text.length > 2 && alias.text.startsWith(text))
      ? ALIAS
      : TYPO + forgive(typed, alias, true);
  return {
    ...typed,
    from,
    to,
    categories: categories.map(rankLabel),
    targets: aliases
      .map(([alias, target]) => [target, rankAlias(alias)] as const)
      .filter(([, rank]) => rank < Infinity),
  };
};

/** What a connector has to have, for a query to fit it: a look at two numbers spares the rest for most of them. */
interface Needs {
  readonly letters: number;
  readonly firsts: number;
  /** How many of the letters may be missing. */
  readonly spare: number;
}

const needsOf = (words: readonly string[], pieces: readonly Piece[], forgive: Forgive): Needs => {
  const [first = ''] = words;
  // What goes by another name has other letters.
  const goesByName = pieces.every(
    ({ categories, targets }) => targets.length === 0 && categories.every((rank) => rank === Infinity),
  );
  const isStart = words.length === 1 && first.length < 3 && forgive === strict;
  return {
    letters: goesByName ? lettersOf(words.join('')) : 0,
    firsts: goesByName && isStart ? typedOf(first).firsts : 0,
    spare: forgive === strict ? 0 : words.length * MOST_EDITS,
  };
};

export const lacks = ({ letters, firsts }: Entry, needs: Needs): boolean => {
  const missing = needs.letters & ~letters;
  return (missing !== 0 && countBits(missing) > needs.spare) || (needs.firsts & ~firsts) !== 0;
};

/** A query, ready to be compared. */
interface Cut {
  /** Ordered by where they start. A way through them from 0 to `length` reads all of the query. */
  readonly pieces: readonly Piece[];
  readonly length: number;
  readonly needs: Needs;
}

export const cutQuery = (query: string, entries: Entries, forgive: Forgive): Cut => {
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
  return { pieces, length, needs: needsOf(words, pieces, forgive) };
};
