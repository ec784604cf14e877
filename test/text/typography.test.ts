import { describe, expect, it } from 'vitest';
import { breaking, everything, everythingInEnglish as english, stemOf } from './translations.js';

const isWhole = (sentence: string): boolean =>
  sentence !== '' &&
  sentence === sentence.trim() &&
  !/\s\s/.test(sentence) &&
  !/[{}]/.test(sentence.replaceAll(/\{\w+\}/g, ''));

/** A sentence without what is filled in and without what is Latin in every language. */
const bare = (sentence: string): string =>
  sentence.replaceAll(
    /\{\w+\}|https:\/\/|name@example\.com|acme\.|Connect Hub|[\dT:Z-]{8,}|123e4567[\w-]+/g,
    '',
  );

/** What print in a language does not have: other languages' quotation marks, marks of another width or side. */
const FOREIGN: { readonly [tag: string]: RegExp } = {
  ar: /[“”„,;?]/,
  de: /[«»”‘’]/,
  en: /[«»„‘]/,
  // A question begins with a mark, too.
  es: /[“”„]|^[^¿]*\?/,
  // A space that does not break stands before a colon and inside of guillemets, a narrow one before the others.
  fr: /[“”„]|[^\u00a0][:»]|[^\u202f][;!?]|«[^\u00a0]/,
  he: /[“”„«»]/,
  it: /[“”„‘]/,
  ja: /[“”„«»,.:!?]/,
  nl: /[“”„«»]/,
  pl: /[«»“‘’]/,
  'pt-BR': /[«»„‘]/,
  'zh-CN': /[«»「」,.:;!?]/,
};

const end = (sentence: string): string | undefined =>
  sentence
    .replaceAll('。', '.')
    .replaceAll(/[？؟]/g, '?')
    .replaceAll('：', ':')
    .match(/[.?!:]?$/)?.[0];

const endsAsInEnglish = (sentence: string, key: string): boolean =>
  end(sentence) === end(english[key] ?? english[`${stemOf(key)}_other`] ?? '');

describe.each([['en', english] as const, ...everything])('the sentences in %s', (tag, words) => {
  it('are whole: something is said, no space at an end, none twice, every brace closed', () => {
    expect(breaking(words, isWhole)).toEqual([]);
  });

  it('have the quotation marks, apostrophes and dots of print', () => {
    expect(breaking(words, (sentence) => !/["'`´]|\.\./.test(sentence))).toEqual([]);
  });

  it('have the marks that their language has, and no others', () => {
    expect(breaking(words, (sentence) => !FOREIGN[tag]?.test(bare(sentence)))).toEqual([]);
  });

  it('end as in English', () => {
    expect(breaking(words, endsAsInEnglish)).toEqual([]);
  });
});

const SCRIPTS = new Map([
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh-CN', /\p{Script=Han}/u],
]);

const isName = (key: string): boolean => /^(?:language|category\.(?:crm|stackone))$/.test(key);

/** Abbreviations that everybody uses stay as they are. */
const hasNoLatinWords = (sentence: string, key: string): boolean =>
  isName(key) || !/\p{Script=Latin}/u.test(bare(sentence).replaceAll(/\b(?:CRM|ID|URL)\b/g, ''));

const withScript = everything.filter(([tag]) => SCRIPTS.has(tag));

describe.each(withScript)('the sentences in %s, which has a script of its own', (tag, words) => {
  it('are written in it', () => {
    const script = SCRIPTS.get(tag);
    expect(breaking(words, (sentence, key) => isName(key) || script?.test(sentence) === true)).toEqual([]);
  });

  it('have no Latin words', () => {
    expect(breaking(words, hasNoLatinWords)).toEqual([]);
  });
});

/** These stand by themselves, or may be the server's: they take their direction from their first letter. */
const beginsWithAWord = (sentence: string, key: string): boolean =>
  !/^(?:title\.|problem\.|authorize\.connecting$)/.test(key) || !sentence.startsWith('{');

describe.each(everything.filter(([tag]) => /^(?:ar|he)$/.test(tag)))('the sentences in %s', (_, words) => {
  it('begin with a word of theirs where their direction is taken from it', () => {
    expect(breaking(words, beginsWithAWord)).toEqual([]);
  });
});
