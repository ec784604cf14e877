/** Every language beside English, by its tag, as the hub loads it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
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

const named = (place: string, words: object = {}): Words =>
  Object.fromEntries(Object.entries(words).map(([key, sentence]) => [`${place}.${key}`, String(sentence)]));

const returnPage = readFileSync(join(import.meta.dirname, '../../public/connect-return.js'), 'utf8');
const [, returnWords = ''] = /^const WORDS = (\{.*?^\});$/ms.exec(returnPage) ?? [];
/** By the language alone: the page has no country to tell. */
const RETURN_LANGUAGES = runInNewContext(`(${returnWords})`) as { readonly [language: string]: object };

/**
 * The hub's sentences and, as `link.title` and so on, those of the page behind a sign-in link, and of the page that
 * hosts put on their origin for sign-ins to come back to.
 */
const withPages = (tag: string, words: Words, link: object | undefined): Words => ({
  ...words,
  ...named('link', link),
  ...named('return', RETURN_LANGUAGES[tag.slice(0, 2)]),
});

export const everythingInEnglish: Words = withPages('en', en, linkEnglish);

/** All that is said in a language, to be looked at sentence by sentence. */
export const everything: typeof translations = translations.map(([tag, words]) => [
  tag,
  withPages(tag, words, LINK_LANGUAGES[tag]),
]);

/** `picker.results` of `picker.results_few`; a key without a plural form is its own. */
export const stemOf = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '');

/** What a sentence names in braces, in alphabetical order. */
export const namesIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted();

/** Every sentence that breaks a rule, so that a failure tells which. */
export const breaking = (words: Words, isRight: (sentence: string, key: string) => boolean): string[] =>
  Object.entries(words).flatMap(([key, sentence]) => (isRight(sentence, key) ? [] : [`${key}: ${sentence}`]));
