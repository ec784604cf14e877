import { en } from './en.js';
import type { Messages, PluralKey, PluralValuesOf, SentenceKey, ValuesOf } from './keys.js';

/** What the hub speaks. */
export interface Spoken {
  /** The sentences that are not in English. */
  readonly words: Messages;
  /** The BCP 47 tag that numbers and plurals are written by. */
  readonly locale: string;
}

interface Table {
  [key: string]: string | undefined;
}

/** The English there is so far: the sentences of the first screen, then what a chunk brings along. */
const english: Table = { ...en };

export function addSentences(sentences: Messages): void {
  Object.assign(english, sentences);
}

export interface Text {
  <Key extends SentenceKey>(key: Key, ...values: ValuesOf<Key>): string;
  /** The form of the sentence that goes with `count`, which the sentence can name as `{count}`. */
  readonly plural: <Key extends PluralKey>(key: Key, count: number, ...values: PluralValuesOf<Key>) => string;
  /** A category's label; one we have no word for is labelled by its own name, one without a name is "Other". */
  readonly category: (category: string) => string;
  readonly number: (value: number) => string;
  /** The BCP 47 tag that numbers, plurals and orders are made by. */
  readonly locale: string;
  /** The BCP 47 tag of the language that the words are in. */
  readonly language: string;
}

/** The hub's words; without arguments in English. What `messages` has comes first, what `words` lacks is in English. */
export function createText({ words, locale }: Spoken = ENGLISH, messages: Messages = {}): Text {
  const find = (key: string) => (messages as Table)[key] ?? (words as Table)[key] ?? english[key];
  const tag = messages.language ?? locale;
  const numbers = new Intl.NumberFormat(tag);
  const rules = new Intl.PluralRules(tag);
  const fill = (template: string, values: Readonly<Record<string, string | number>> = {}): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = (Object.hasOwn(values, name) ? values[name] : undefined) ?? whole;
      return typeof value === 'number' ? numbers.format(value) : apart(value);
    });

  const text: Text = Object.assign(
    (key: string, values?: Readonly<Record<string, string | number>>) => fill(find(key) ?? key, values),
    {
      plural: (key: string, count: number, values?: object) =>
        fill(find(`${key}_${rules.select(count)}`) ?? find(`${key}_other`) ?? key, { ...values, count }),
      category: (name: string) => find(`category.${name}`) ?? (humanized(name) || text('category.other')),
      number: (value: number) => numbers.format(value),
      locale: tag,
      language: find('language') ?? tag,
    },
  );
  return text;
}

const ENGLISH: Spoken = { words: {}, locale: 'en' };

/** Two names from right to left would change places, whatever stands between them. */
const apart = (value: string): string => (/[\u0590-\u08ff]/.test(value) ? `\u2068${value}\u2069` : value);

function humanized(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
