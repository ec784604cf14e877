import { en } from './en.js';
import type { enLater } from './en.later.js';

/** The name of a sentence. */
export type MessageKey = keyof typeof en | keyof typeof enLater;

/** The sentences there are so far: those of the first screen, then what a chunk brings along. */
const spoken: { [key in MessageKey]?: string } = { ...en };

export function addSentences(sentences: Messages): void {
  Object.assign(spoken, sentences);
}

/** A host's own sentences, by the keys of the built-in ones. */
export type Messages = { readonly [key in MessageKey]?: string | undefined };

type Values = { readonly [name: string]: string | number };

/** Sentences with plural forms, named without the form. */
export type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

export interface Text {
  (key: MessageKey, values?: Values): string;
  /** The form of the sentence that goes with `count`, which the sentence can name as `{count}`. */
  readonly plural: (key: PluralKey, count: number, values?: Values) => string;
  /** A category's label; one we have no word for is labelled by its own name, one without a name is "Other". */
  readonly category: (category: string) => string;
  /** The BCP 47 tag that numbers and plurals are written by. */
  readonly locale: string;
  /** The BCP 47 tag of the language that the words are in. */
  readonly language: string;
}

export function createText(locale: string, messages: Messages = {}): Text {
  const numbers = new Intl.NumberFormat(locale);
  const rules = new Intl.PluralRules(locale);
  const sentence = (key: MessageKey): string => messages[key] ?? spoken[key] ?? key;
  const fill = (template: string, values: Values): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? whole : typeof value === 'number' ? numbers.format(value) : value;
    });

  const text = (key: MessageKey, values: Values = {}) => fill(sentence(key), values);
  const plural = (key: PluralKey, count: number, values: Values = {}) => {
    const form = `${key}_${rules.select(count)}`;
    return text(isMessageKey(form) ? form : `${key}_other`, { ...values, count });
  };
  const category = (name: string) => {
    const key = `category.${name}`;
    return isMessageKey(key) ? sentence(key) : humanized(name) || sentence('category.other');
  };
  return Object.assign(text, { plural, category, locale, language: 'en' });
}

export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(spoken, key);

function humanized(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
