/** What nobody sees and what changes how its neighbours read: controls, overrides of direction, halves of characters. */
const UNSEEN = /(?!\s)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu;
/** No language puts more on one letter; a pile of them would cover the lines around it. */
const PILE = /(\p{M}{6})\p{M}+/gu;

const clean = (text: string): string => text.replace(UNSEEN, '').replace(PILE, '$1');

/**
 * A server's text as a screen can show it: only what can be seen, within what there is room for, cut with an ellipsis;
 * `''` where there is nothing to be seen.
 */
export function shown(text: string | null | undefined, limit = Number.POSITIVE_INFINITY): string {
  const words = clean(text ?? '').trim();
  // Cleaned again: the cut may go through a character.
  return words.length <= limit ? words : `${clean(words.slice(0, limit - 1))}…`;
}
