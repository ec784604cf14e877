import { fold } from './fold.js';

/** A text without its spaces, and where in it a word starts: so spacing never decides whether something is found. */
export interface Words {
  readonly text: string;
  readonly starts: readonly number[];
  /** `lettersOf` the text. */
  readonly letters: number;
}

/** The letters of a text as bits. Some share a bit: a missing bit is certain, a present one is not. */
export const lettersOf = (text: string): number => {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << text.charCodeAt(at);
  return letters;
};

/** `SAPSuccessFactors` is three words. Chinese and Japanese have no spaces: a word may start with every character. */
const spaced = (name: string): string =>
  name
    .replace(/\p{Ll}(?=\p{Lu})|\p{Lu}(?=\p{Lu}\p{Ll})/gu, '$& ')
    .replace(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/gu, ' $& ');

/** @example wordsOf('BambooHR (API)') // text 'bamboohrapi', starts [0, 6, 8] */
export const wordsOf = (name: string): Words => {
  const starts: number[] = [];
  let text = '';
  for (const word of fold(spaced(name)).split(' ')) {
    starts.push(text.length);
    text += word;
  }
  return { text, starts, letters: lettersOf(text) };
};

/** Where the first word starts from which the text goes on as `typed` does, or -1. */
export const startOf = (typed: string, { text, starts }: Words): number =>
  starts.find((start) => text.startsWith(typed, start)) ?? -1;
