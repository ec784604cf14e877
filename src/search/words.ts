import { fold, isAscii } from './fold.js';

/** A text without its spaces, and where in it a word starts: so spacing never decides whether something is found. */
export interface Words {
  readonly text: string;
  readonly starts: readonly number[];
  /** `lettersOf` the text. */
  readonly letters: number;
  /** `lettersOf` the first letters of its words. */
  readonly firsts: number;
}

const A = 97;
const LETTERS = 26;

/** A letter as a bit. Only rare ones and digits share theirs. */
const bitOf = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return 1 << (code < A ? LETTERS + (code % 5) : code - A);
};

/** The letters of a text as bits: a missing bit is certain, a present one is not. */
export const lettersOf = (text: string): number => {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= bitOf(text, at);
  return letters;
};

/** `SAPSuccessFactors` is three words. Chinese and Japanese have no spaces: a word may start with every character. */
const spaced = (name: string): string =>
  isAscii(name)
    ? name.replace(/[a-z](?=[A-Z])|[A-Z](?=[A-Z][a-z])/g, '$& ')
    : name
        .replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu, '$& ')
        .replace(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu, ' $& ');

/** @example wordsOf('BambooHR (API)') // text 'bamboohrapi', starts [0, 6, 8] */
export const wordsOf = (name: string): Words => {
  const starts: number[] = [];
  let text = '';
  let firsts = 0;
  for (const word of fold(spaced(name)).split(' ')) {
    starts.push(text.length);
    text += word;
    firsts |= bitOf(word, 0);
  }
  return { text, starts, letters: lettersOf(text), firsts };
};

/** What is looked for in a text: one word. */
export type Typed = Pick<Words, 'text' | 'letters' | 'firsts'>;

export const typedOf = (text: string): Typed => ({ text, letters: lettersOf(text), firsts: bitOf(text, 0) });

/** Where the first word starts from which the text goes on as `typed` does, or -1. */
export const startOf = (typed: Typed, { text, starts, letters, firsts }: Words): number => {
  // Most have not even the letters.
  if ((typed.firsts & firsts) === 0 || (typed.letters & ~letters) !== 0) return -1;
  for (const start of starts) if (text.startsWith(typed.text, start)) return start;
  return -1;
};
