import type { Entry } from './entries.js';
import type { Piece } from './pieces.js';
import { ACRONYM, EXACT, PREFIX, PROVIDER, SUBSTRING, TYPO, WORD } from './ranks.js';
import type { Forgive } from './typos.js';
import { startOf } from './words.js';

const rankPiece = (
  piece: Piece,
  { connector, name, provider, initials }: Entry,
  forgive: Forgive,
): number => {
  const { text } = piece;
  const start = startOf(text, name);
  if (start === 0) return text.length === name.text.length ? EXACT : PREFIX;
  if (start > 0) return WORD;
  let rank = piece.categories.get(connector.category) ?? Infinity;
  for (const [target, aliasRank] of piece.targets) {
    if (aliasRank < rank && (name.text.includes(target) || provider.text.includes(target))) rank = aliasRank;
  }
  if (rank > ACRONYM && text.length > 1 && initials.startsWith(text)) rank = ACRONYM;
  if (rank > PROVIDER && startOf(text, provider) >= 0) rank = PROVIDER;
  if (rank > SUBSTRING && text.length > 2 && name.text.includes(text)) rank = SUBSTRING;
  return rank < TYPO ? rank : Math.min(rank, TYPO + forgive(piece, name));
};

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
