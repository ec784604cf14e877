/** How well something matched, the best first. `TYPO` is followed by the number of edits. */
export const EXACT = 0;
export const PREFIX = 1;
export const WORD = 2;
export const ALIAS = 3;
export const ACRONYM = 4;
export const PROVIDER = 5;
export const SUBSTRING = 6;
export const CATEGORY = 7;
export const TYPO = 8;
