/** Every language beside English, by its tag, as the hub loads it. */
import { LANGUAGES } from '../../src/text/languages.js';
import { linkEnglish } from '../../src/text/link/en.js';
import { LINK_LANGUAGES } from '../../src/text/link/languages.js';
import { en } from './english.js';

/** A language's sentences by their keys. */
export type Words = Readonly<Record<string, string>>;

const loaded = await Promise.all(Object.values(LANGUAGES).map((load) => load()));

export const translations: readonly (readonly [tag: string, words: Words])[] = loaded.map((words) => [
  words.language ?? '',
  { ...words } as Words,
]);

/** The hub's sentences and, as `link.title` and so on, those of the page behind a sign-in link. */
const withLink = (words: Words, link: object = {}): Words => ({
  ...words,
  ...Object.fromEntries(Object.entries(link).map(([key, sentence]) => [`link.${key}`, String(sentence)])),
});

export const everythingInEnglish: Words = withLink(en, linkEnglish);

/** All that is said in a language, to be looked at sentence by sentence. */
export const everything: typeof translations = translations.map(([tag, words]) => [
  tag,
  withLink(words, LINK_LANGUAGES[tag]),
]);

/** `picker.results` of `picker.results_few`; a key without a plural form is its own. */
export const stemOf = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

/** What a sentence names in braces, in alphabetical order. */
export const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

/** Every sentence that breaks a rule, so that a failure tells which. */
export const breaking = (words: Words, isRight: (sentence: string, key: string) => boolean): string[] =>
  Object.entries(words).flatMap(([key, sentence]) => (isRight(sentence, key) ? [] : [`${key}: ${sentence}`]));
