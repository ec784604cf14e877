import type { Field } from '../api/model.js';
import { initialValue, type StoredValues, storedSecret, storedText } from './defaults.js';
import { type FormValues, fieldValue, isEmpty } from './fieldValue.js';

export interface SubmissionInput {
  /** The fields that apply now, see `applicableFields`. */
  readonly applicable: readonly Field[];
  readonly values: FormValues;
  readonly mode: 'create' | 'edit';
  /** The account that is edited. */
  readonly account?: StoredValues | null | undefined;
  /** The ids of the fields whose stored secret is being replaced. */
  readonly replacedSecrets?: ReadonlySet<string> | undefined;
}

/** The credentials as pairs of the wire's key and value, in the order of the fields. */
export type Submission = readonly (readonly [key: string, value: string])[];

/**
 * What is sent. Creating: every field with a value, shown or not. Editing: every plain field with a value, changed
 * or not, `''` where a stored value was emptied, and of the secrets only what was typed anew.
 */
export const submission = ({
  applicable,
  values,
  mode,
  account,
  replacedSecrets,
}: SubmissionInput): Submission =>
  applicable.flatMap((field) => {
    const value = fieldValue(field, values[field.id]);
    if (isEmpty(field, value)) return mode === 'edit' && storedText(field, account) ? [[field.key, '']] : [];
    const isTypedAnew = storedSecret(field, account)
      ? replacedSecrets?.has(field.id)
      : value !== initialValue(field, account);
    return mode === 'edit' && field.secret && !isTypedAnew ? [] : [[field.key, value]];
  });

/**
 * Pairs as the text of a JSON object. An object in between would sort keys like `1` to the front and take
 * `__proto__` for something else.
 *
 * @example stringifyCredentials([['b', '1'], ['1', 'x']]) // '{"b":"1","1":"x"}'
 */
export const stringifyCredentials = (pairs: Submission): string =>
  `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`;
