/** Every language beside English, by its tag, as the hub loads it. */
import { LANGUAGES } from '../../src/text/languages.js';

/** A language's sentences by their keys. */
export type Words = Readonly<Record<string, string>>;

const loaded = await Promise.all(Object.values(LANGUAGES).map((load) => load()));

export const translations: readonly (readonly [tag: string, words: Words])[] = loaded.map((words) => [
  words.language ?? '',
  { ...words } as Words,
]);

/** `picker.results` of `picker.results_few`; a key without a plural form is its own. */
export const stemOf = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

/** What a sentence names in braces, in alphabetical order. */
export const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

/** Every sentence that breaks a rule, so that a failure tells which. */
export const breaking = (words: Words, isRight: (sentence: string, key: string) => boolean): string[] =>
  Object.entries(words).flatMap(([key, sentence]) => (isRight(sentence, key) ? [] : [`${key}: ${sentence}`]));
