import type { WireField } from './catalog/types.js';
import { ApiError } from './errors.js';
import type { JsonObject } from './body.js';
import type { Values } from './documents.js';
import { isAsked, isSecret } from './fields.js';
import { problemIn } from './validation.js';
import type { World } from './world.js';

/** What was given for a connector's fields; keys that it does not have are left out. */
export type Credentials = ReadonlyMap<string, string>;

const REDACTED = '__secretvalue:**redacted**';

/** The `credentials` of a body: strings by key. Anything else in there is refused with 400. */
export function parseCredentials(body: JsonObject, fields: readonly WireField[]): Credentials {
  const given = body['credentials'] ?? {};
  if (typeof given !== 'object' || Array.isArray(given)) {
    throw new ApiError(400, 'credentials must be an object');
  }
  const known = new Set(fields.map((field) => field.key));
  const entries = Object.entries(given).filter(([key, value]) => known.has(key) && value !== null);
  for (const [key, value] of entries) {
    if (typeof value !== 'string') throw new ApiError(400, `credentials.${key} must be a string`);
  }
  return new Map(entries as [string, string][]);
}

/** Refuses values that cannot be right with 422, in words for each field. */
export function checkCredentials(
  world: World,
  fields: readonly WireField[],
  given: Credentials,
  stored?: { readonly plain: Values; readonly secrets: Values },
): void {
  const has = (key: string) =>
    stored !== undefined && (Object.hasOwn(stored.plain, key) || Object.hasOwn(stored.secrets, key));
  const problems = new Map<string, string>();
  for (const field of fields) {
    const value = given.get(field.key);
    const kept = value === undefined || (value === '' && isSecret(field));
    const missing = kept ? !has(field.key) : value === '';
    const problem = missing ? missingProblem(field) : kept ? undefined : problemIn(field, value);
    if (problem && !problems.has(field.key)) problems.set(field.key, problem);
  }
  if (problems.size > 0) throw refusedFields(world, problems);
}

const missingProblem = (field: WireField): string | undefined =>
  field.required === true && isAsked(field) ? `${field.label} is required.` : undefined;

/** 422, with the fields' names in the body where the extension `field_errors` is on. */
export function refusedFields(world: World, problems: ReadonlyMap<string, string>): ApiError {
  const fields = Object.fromEntries(problems);
  const data = world.extensions.has('field_errors') ? { data: { fields } } : {};
  return new ApiError(422, [...problems.values()].join(' '), data);
}

interface Kept {
  readonly plain: Values;
  readonly secrets: Values;
}

/**
 * What remains of the credentials: plain values as they are, secrets as placeholders. What was not given stays
 * as it was, an empty plain value is removed, and so is no secret: it can only be replaced.
 */
export function keepCredentials(fields: readonly WireField[], given: Credentials, before?: Kept): Kept {
  const secretKeys = new Set(fields.filter(isSecret).map((field) => field.key));
  const plain = new Map(Object.entries(before?.plain ?? {}));
  const secrets = new Map(Object.entries(before?.secrets ?? {}));
  for (const [key, value] of given) {
    if (secretKeys.has(key)) {
      if (value !== '' && !value.startsWith(REDACTED)) secrets.set(key, redact(value));
    } else if (value === '') plain.delete(key);
    else plain.set(key, value);
  }
  return { plain: Object.fromEntries(plain), secrets: Object.fromEntries(secrets) };
}

/** The placeholder of a secret: its last four characters help to tell keys apart, where enough stays hidden. */
export const redact = (secret: string): string => REDACTED + (secret.length >= 12 ? secret.slice(-4) : '');
