import * as z from 'zod/mini';
import type { Field } from '../api/model.js';
import { type StoredValues, storedSecret } from './defaults.js';
import { fieldValue } from './fieldValue.js';
import { type FieldProblem, type ProblemKey, validateField } from './validate.js';

export interface FormSchemaOptions {
  /** The account that is edited; its stored secrets need not be typed again. */
  readonly account?: StoredValues | null | undefined;
  /** The ids of the fields whose stored secret is being replaced. */
  readonly replacedSecrets?: ReadonlySet<string> | undefined;
}

/**
 * The schema of what the form holds, by field id, made from the fields that apply now; other keys drop out. An
 * issue's message is read with {@link readProblem}, as it is a key or a sentence of the server's.
 *
 * @example issuesOf(formSchema(applicable), { f0: '' })[0]?.message // 'required'
 */
export function formSchema(applicable: readonly Field[], options: FormSchemaOptions = {}) {
  const { account, replacedSecrets } = options;
  const entries = applicable.map((field) => {
    const isKept = storedSecret(field, account) !== undefined && !replacedSecrets?.has(field.id);
    return [field.id, fieldSchema(field, isKept)] as const;
  });
  return z.object(Object.fromEntries(entries));
}

/** What is wrong with the value of a field. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Without an error in between: zod's cannot be made on a page that has frozen the prototypes of all errors. */
export function issuesOf(schema: ReturnType<typeof formSchema>, values: unknown): readonly Issue[] {
  const result = schema['~standard'].validate(values);
  return ('issues' in result && (result.issues as readonly Issue[] | undefined)) || [];
}

/** A value that is not there (yet) is an empty one. */
const text = z.transform((value: string): string => value ?? '');

const fieldSchema = (field: Field, isKept: boolean) =>
  z.pipe(
    text,
    z.string().check(({ value, issues }) => {
      const problem = validateField(field, fieldValue(field, value), isKept);
      if (problem) issues.push({ code: 'custom', input: value, message: writeProblem(problem) });
    }),
  );

const TEXT = 'text:';

/** A problem as the one text that form libraries carry as a message. */
export const writeProblem = (problem: FieldProblem): string =>
  'key' in problem ? problem.key : TEXT + problem.text;

/** The problem that {@link writeProblem} wrote. */
export const readProblem = (message: string): FieldProblem =>
  message.startsWith(TEXT) ? { text: message.slice(TEXT.length) } : { key: message as ProblemKey };
