import type { Typed, Words } from './words.js';

/**
 * How many single edits (a swapped, missing, extra or wrong letter) make `typed` a word of `words`, several words or
 * the beginning of one, from `start` on. `Infinity` when it takes more than `whole`, or more than `part` where it
 * stops inside a word.
 *
 * Equal letters are taken as they come, which never costs an edit; so there are at most four ways on at each
 * difference, hardly any differences, and no table to fill.
 */
export const countEdits = (
  typed: string,
  { text, starts }: Words,
  start: number,
  whole: number,
  part: number,
): number => {
  const endsWord = (at: number): boolean => at === text.length || starts.includes(at);
  const walk = (i: number, j: number, left: number): number => {
    while (i < typed.length && typed[i] === text[j]) {
      i++;
      j++;
    }
    if (i === typed.length) return endsWord(j) || whole - left <= part ? 0 : Infinity;
    if (left === 0) return Infinity;
    // Else `work` and any letter would be a slip of everything that starts with `work`.
    const exposed = typed.length < 6 && i === typed.length - 1;
    const missing = walk(i, j + 1, left - 1);
    const wrong = exposed && !endsWord(j + 1) ? Infinity : walk(i + 1, j + 1, left - 1);
    const extra = exposed && !endsWord(j) ? Infinity : walk(i + 1, j, left - 1);
    const swapped = typed[i] === text[j + 1] && typed[i + 1] === text[j];
    return 1 + Math.min(missing, wrong, extra, swapped ? walk(i + 2, j + 2, left - 1) : Infinity);
  };
  return walk(0, start, whole);
};

/** `countEdits`, or what stands in for it. */
export type EditCounter = typeof countEdits;

/**
 * The fewest edits between what was typed and the words, `Infinity` if more than can be forgiven. `whole` wants
 * whole words of at least four letters.
 */
export type Forgive = (typed: Typed, words: Words, whole?: boolean) => number;

export const countBits = (bits: number): number => {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
};

/** However long a word is. */
export const MOST_EDITS = 2;

/**
 * Forgives one edit in three to five letters and two in six and more. The shorter what was typed, the more chance
 * likeness there is: so there is less room where the first letter is wrong, and where the word may not be finished.
 */
export const forgiving =
  (count: EditCounter): Forgive =>
  (typed, words, whole = false) => {
    const { length } = typed.text;
    const most = length < 6 ? 1 : MOST_EDITS;
    if (length < (whole ? 4 : 3) || countBits(typed.letters & ~words.letters) > most) return Infinity;
    let fewest = Infinity;
    for (const start of words.starts) {
      const right = typed.text[0] === words.text[start];
      const limit = right || length > 7 ? most : 1;
      const part = whole || length < (right ? 4 : 6) ? 0 : length < 8 ? 1 : limit;
      const likely = right || start === 0 || length > 4;
      const longEnough = words.text.length - start >= Math.max(3, length - limit);
      if (likely && longEnough) fewest = Math.min(fewest, count(typed.text, words, start, limit, part));
    }
    return fewest;
  };

/** Forgives nothing. */
export const strict: Forgive = () => Infinity;
