import type { Field } from '../api/model.js';
import { initialValue, type StoredValues, storedSecret } from './defaults.js';
import type { Draft } from './fieldValue.js';
import type { Submission } from './submission.js';

/** What is left of a form whose whole page was left, under the wire's keys: its fields have to be loaded again. */
export interface LeftForm {
  readonly values: Submission;
  /** The keys of what was sent and not kept, for it is secret. */
  readonly secrets: readonly string[];
}

/** The form as it was left, but for its secrets, which have to be typed again. */
export function draftOf(
  { values, secrets }: LeftForm,
  fields: readonly Field[],
  account?: StoredValues | null,
): Draft {
  const kept = new Map(values);
  const lost = fields.filter((field) => isTyped(field) && secrets.includes(field.key));
  const valueOf = (field: Field): string =>
    (isTyped(field) ? kept.get(field.key) : undefined) ?? initialValue(field, account);
  return {
    values: Object.fromEntries(fields.map((field) => [field.id, valueOf(field)])),
    replaced: idsOf(lost.filter((field) => storedSecret(field, account))),
    lost: idsOf(lost),
  };
}

/** What nobody can type comes from the configuration, as ever. */
const isTyped = ({ hidden, readOnly }: Field): boolean => !hidden && !readOnly;

const idsOf = (fields: readonly Field[]): ReadonlySet<string> => new Set(fields.map(({ id }) => id));
