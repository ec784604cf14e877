import type { Field } from '../api/model.js';

/** What the form holds: a text for every field, under the field's id. A multi-select's choices are joined. */
export type FormValues = Readonly<Record<string, string>>;

/** What was typed, kept while its form is away. */
export interface Draft {
  readonly values: FormValues;
  /** The ids of the fields whose stored secret is being replaced. */
  readonly replaced: ReadonlySet<string>;
  /** The ids of the fields whose values were not kept while the form was away. */
  readonly lost: ReadonlySet<string>;
}

/**
 * A field's value as it is validated and sent. Space around a plain line is never meant, and neither is it around
 * a number; a secret is kept to the letter, and so are text areas and options.
 */
export const fieldValue = ({ type, secret }: Field, typed = ''): string =>
  type === 'number' || (type === 'text' && !secret) ? typed.trim() : typed;

/** Whether there is nothing in it: spaces alone are something only where they can be a secret. */
export const isEmpty = (field: Field, value: string): boolean => (field.secret ? value : value.trim()) === '';

/**
 * The choices in a multi-select's text. An option may hold the delimiter itself, so that at every place the
 * longest option that fits is taken; what is no option stands between delimiters.
 *
 * @example selectedChoices(field, 'read write') // ['read', 'write']
 */
export function selectedChoices({ options, delimiter }: Field, text: string): string[] {
  const values = new Set(options.map(({ value }) => value).filter(Boolean));
  const lengths = [...new Set(Array.from(values, ({ length }) => length))].toSorted((a, b) => b - a);
  const choices: string[] = [];
  for (let rest = text; rest; ) {
    const fits = (length: number) =>
      (rest.length === length || rest.startsWith(delimiter, length)) && values.has(rest.slice(0, length));
    const longest = lengths.find(fits);
    const choice = longest === undefined ? rest.split(delimiter, 1)[0] || rest : rest.slice(0, longest);
    choices.push(choice);
    rest = rest.slice(choice.length + delimiter.length);
  }
  return choices;
}

/** A multi-select's text for these choices, in the order of its options. */
export const joinedChoices = ({ options, delimiter }: Field, choices: readonly string[]): string => {
  const chosen = new Set(choices);
  return options
    .map(({ value }) => value)
    .filter((value) => chosen.has(value))
    .join(delimiter);
};
