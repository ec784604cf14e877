import type { Field, Validation } from '../api/model.js';
import { isEmpty, selectedChoices } from './fieldValue.js';
import { FORMATS, isNumber } from './formats.js';
import { hostNameOf } from './hostName.js';
import { compilePattern } from './pattern.js';

/** What can be wrong with a value: the words for it are the view's. */
export type ProblemKey =
  | 'required'
  | 'requiredChoice'
  | 'choice'
  | 'number'
  | 'email'
  | 'url'
  | 'uuid'
  | 'date'
  | 'datetime'
  | 'domain'
  | 'pattern'
  | 'tooLong';

/** One of the hub's own messages, or the server's sentence for this field. */
export type FieldProblem = { readonly key: ProblemKey } | { readonly text: string };

/** Longer values are refused, in characters: nobody types a credential of that length. */
export const MAX_LENGTH = 100_000;

/**
 * What is wrong with a field's value (see `fieldValue`), if anything. Only what the user typed is judged: neither a
 * field that is not shown or cannot be changed, nor an optional one left empty, nor a secret that is kept.
 *
 * @param isKept the field's secret is stored and is not being replaced
 */
export function validateField(field: Field, value: string, isKept = false): FieldProblem | undefined {
  if (field.hidden || field.readOnly || isKept) return undefined;
  const isChoice = field.options.length > 0 && (field.type === 'select' || field.type === 'multi-select');
  if (isEmpty(field, value)) {
    return field.required ? { key: isChoice ? 'requiredChoice' : 'required' } : undefined;
  }
  if (value.length > MAX_LENGTH) return { key: 'tooLong' };
  if (isChoice && !choicesExist(field, value)) return { key: 'choice' };
  if (field.type === 'number' && !isNumber(value)) return { key: 'number' };
  const key = field.validation && invalid(field.validation, value);
  return key && (field.validation?.error ? { text: field.validation.error } : { key });
}

function choicesExist(field: Field, value: string): boolean {
  const choices = field.type === 'select' ? [value] : selectedChoices(field, value);
  return choices.every((choice) => field.options.some((option) => option.value === choice));
}

/** Which rule the value breaks. */
function invalid(validation: Validation, value: string): ProblemKey | undefined {
  if (validation.kind === 'format') {
    const { format } = validation;
    if (FORMATS[format](value)) return undefined;
    return format === 'uri' ? 'url' : format;
  }
  const domain = domainOf(validation);
  if (domain) {
    const host = hostNameOf(value);
    return host === domain || host?.endsWith(`.${domain}`) ? undefined : 'domain';
  }
  return (tests.get(validation) ?? compiled(validation))(value) ? undefined : 'pattern';
}

/**
 * The domain that a value has to be of, where the validation names one literally (`acme` stands for `acme.com`);
 * every other `domain` is a pattern like any.
 */
export function domainOf(validation: Validation | undefined): string | undefined {
  return validation?.kind === 'domain' && /^[a-z\d.-]+$/i.test(validation.pattern)
    ? `${validation.pattern.toLowerCase()}.com`
    : undefined;
}

const tests = new WeakMap<Validation, (value: string) => boolean>();

function compiled(validation: Exclude<Validation, { kind: 'format' }>): (value: string) => boolean {
  const test = compilePattern(validation.pattern) ?? (() => true);
  tests.set(validation, test);
  return test;
}
