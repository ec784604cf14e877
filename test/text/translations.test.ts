import { describe, expect, it } from 'vitest';
import type { SentenceKey } from '../../src/text/keys.js';
import { createText } from '../../src/text/text.js';
import { en } from './english.js';
import {
  breaking,
  everything,
  everythingInEnglish,
  namesIn,
  stemOf,
  translations,
  type Words,
} from './translations.js';

const english: Words = en;
const languages = [['en', english] as const, ...translations];

const isPlural = (key: string): boolean => stemOf(key) !== key;
const plain = Object.keys(english).filter((key) => !isPlural(key)) as SentenceKey[];
const plurals = [...new Set(Object.keys(english).filter(isPlural).map(stemOf))] as 'picker.results'[];

/** The English of a sentence, in any of its forms. */
const englishOf = (key: string): string =>
  everythingInEnglish[key] ?? everythingInEnglish[`${stemOf(key)}_other`] ?? '';

/** Something for everything that a sentence names. */
const valuesFor = (key: string): object =>
  Object.fromEntries(namesIn(englishOf(key)).map((name) => [name, 'Ada']));

/** The form for one number alone may have the number in words. */
function namesTheSame(sentence: string, key: string): boolean {
  const inWords = /_(?:zero|one|two)$/.test(key) && !sentence.includes('{count}');
  const wanted = namesIn(englishOf(key)).filter((name) => !(inWords && name === 'count'));
  return namesIn(sentence).join() === wanted.join();
}

it('there are twelve languages', () => {
  const tags = languages.map(([tag]) => tag);
  expect(tags.toSorted().join(' ')).toBe('ar de en es fr he it ja nl pl pt-BR zh-CN');
});

describe.each(languages)('the words in %s', (tag, words) => {
  it('say which language they are', () => {
    expect(words['language']).toBe(tag);
  });

  it('have every sentence, every plural in the forms of the language, and nothing else', () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    const keys = [...plain, ...plurals.flatMap((stem) => forms.map((form) => `${stem}_${form}`))];
    expect(Object.keys(words).toSorted()).toEqual(keys.toSorted());
  });

  it('can all be said, filled with everything that they name', () => {
    const text = createText({ words, locale: tag });
    const said = [
      // What a sentence names differs from key to key, and so do the types.
      ...plain.map((key) => [key, text(key as 'title.connect', valuesFor(key) as { name: string })] as const),
      ...plurals.flatMap((key) =>
        [0, 1, 2, 3, 11, 100, 1_000_000].map((count) => [key, text.plural(key, count)] as const),
      ),
    ];
    expect(said.filter(([key, sentence]) => sentence === key || /[{}]/.test(sentence))).toEqual([]);
  });

  it('name no two categories alike', () => {
    const labels = Object.keys(words).filter((key) => key.startsWith('category.'));
    expect(new Set(labels.map((key) => words[key])).size).toBe(labels.length);
  });
});

/** Words that are the same as in English, by right. */
const ALIKE: { readonly [tag: string]: readonly string[] } = {
  de: ['session.test', 'category.marketing', 'form.optional', 'form.details'],
  es: ['category.marketing', 'form.tone.danger'],
  fr: ['session.test', 'category.marketing', 'category.documents'],
  it: ['session.test', 'category.marketing', 'form.account', 'form.accountNumber'],
  nl: [
    'session.test',
    'category.marketing',
    'category.screening',
    'form.details',
    'form.account',
    'form.accountNumber',
  ],
  pl: ['session.test', 'category.marketing'],
  'pt-BR': ['category.marketing'],
};
const NAMES = ['category.crm', 'category.stackone'];

/** What no language translates. */
const FIXED = /https:\/\/|name@example\.com|[\dT:Z-]{8,}|123e4567[\w-]+|acme\.\{domain\}|Connect Hub/g;

const keepsWhatIsFixed = (sentence: string, key: string): boolean =>
  (englishOf(key).match(FIXED) ?? []).every((fixed) => sentence.includes(fixed));

/** A short word becomes a longer one more easily than a long sentence does. */
const WORD = 12;

const isShort = (sentence: string, key: string): boolean =>
  sentence.length <= 2 * englishOf(key).length + WORD;

const keysOf = (words: Words, place: string): readonly string[] =>
  Object.keys(words).filter((key) => key.startsWith(place));

it.each(['link.', 'return.'])('the pages beside the hub are in all of them: every %s', (place) => {
  const keys = keysOf(everythingInEnglish, place);
  expect(keys).not.toEqual([]);
  for (const [tag, words] of everything) expect([tag, keysOf(words, place)]).toEqual([tag, keys]);
});

describe.each(everything)('the sentences in %s', (tag, words) => {
  it('name what the English ones name', () => {
    expect(breaking(words, namesTheSame)).toEqual([]);
  });

  it('are none of them left in English', () => {
    const alike = new Set([...(ALIKE[tag] ?? []), ...NAMES]);
    expect(breaking(words, (sentence, key) => sentence !== englishOf(key) || alike.has(key))).toEqual([]);
  });

  it('are no more than twice as long as in English', () => {
    expect(breaking(words, isShort)).toEqual([]);
  });

  it('keep what is the same in every language: addresses, dates, IDs, the name of the product', () => {
    expect(breaking(words, keepsWhatIsFixed)).toEqual([]);
  });
});
