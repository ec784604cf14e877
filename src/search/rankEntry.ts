import type { Entry } from './entries.js';
import type { Piece } from './pieces.js';
import { ACRONYM, EXACT, PREFIX, PROVIDER, SUBSTRING, TYPO, WORD } from './ranks.js';
import type { Forgive } from './typos.js';
import { startOf } from './words.js';

const rankPiece = (piece: Piece, entry: Entry, forgive: Forgive): number => {
  const { text, letters } = piece;
  const { name, provider, initials } = entry;
  const start = startOf(piece, name);
  if (start === 0) return text.length === name.text.length ? EXACT : PREFIX;
  if (start > 0) return WORD;
  let rank = piece.categories[entry.category] ?? Infinity;
  if (piece.targets.length > 0) rank = Math.min(rank, rankTargets(piece, entry));
  if (rank > ACRONYM && text.length > 1 && initials.startsWith(text)) rank = ACRONYM;
  if (rank > PROVIDER && startOf(piece, provider) >= 0) rank = PROVIDER;
  if (rank > SUBSTRING && text.length > 2 && (letters & ~name.letters) === 0 && name.text.includes(text))
    rank = SUBSTRING;
  return rank < TYPO ? rank : Math.min(rank, TYPO + forgive(piece, name));
};

const rankTargets = ({ targets }: Piece, { name, provider }: Entry): number =>
  Math.min(
    ...targets.map(([target, rank]) =>
      name.text.includes(target) || provider.text.includes(target) ? rank : Infinity,
    ),
  );

/**
 * How well an entry answers a query of `length` words: the rank of the worst piece on the best way through them, so
 * that every word has to match something. `Infinity` when one does not.
 */
export const rankEntry = (
  pieces: readonly Piece[],
  length: number,
  entry: Entry,
  forgive: Forgive,
): number => {
  const [only] = pieces;
  if (pieces.length === 1 && only) return rankPiece(only, entry, forgive);
  const best: number[] = [EXACT];
  for (const piece of pieces) {
    const before = best[piece.from] ?? Infinity;
    const known = best[piece.to] ?? Infinity;
    if (before < known) {
      best[piece.to] = Math.min(known, Math.max(before, rankPiece(piece, entry, forgive)));
    }
  }
  return best[length] ?? Infinity;
};
