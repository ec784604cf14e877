import type { en } from './en.js';
import type { enLater } from './en.later.js';

type English = typeof en & typeof enLater;

/** Sentences with plural forms, named without the form. */
export type PluralKey = keyof English extends infer Key
  ? Key extends `${infer Stem}_other`
    ? Stem
    : never
  : never;

/** Sentences without plural forms. */
export type SentenceKey = Exclude<keyof English, `${PluralKey}_${string}`>;

/** The name of a sentence; one with plural forms has a name for each form, by the categories of `Intl.PluralRules`. */
export type MessageKey = SentenceKey | `${PluralKey}_${Intl.LDMLPluralRule}`;

/**
 * A host's own sentences, by the keys of the built-in ones, which stand in English beside their keys. What one names in
 * braces is filled in, and need not be named.
 */
export type Messages = { readonly [key in MessageKey]?: string | undefined };

/** A whole language: every sentence, in every form that the language has of it. */
export type Sentences<Form extends Intl.LDMLPluralRule> = {
  readonly [key in SentenceKey | `${PluralKey}_${Form}`]: string;
};

/** What a sentence names in braces. */
type NamesIn<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type Filled<Name extends string> = [Name] extends [never]
  ? []
  : [values: { readonly [name in Name]: string | number }];

/** What a sentence has to be given, as arguments: nothing, or a value for everything that it names. */
export type ValuesOf<Key extends SentenceKey> = Filled<NamesIn<English[Key]>>;

/** The same for a sentence with plural forms; its number is given apart. */
export type PluralValuesOf<Key extends PluralKey> = Filled<
  Exclude<NamesIn<English[`${Key}_other`]>, 'count'>
>;
