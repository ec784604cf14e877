import type { Field } from '../api/model.js';
import type { AccountData } from '../api/schemas.js';
import { own } from '../api/shapes.js';

/** What an account in edit mode brings along. */
export type StoredValues = Pick<AccountData, 'setupInformation' | 'secrets'>;

const PLACEHOLDER = '__secretvalue:**redacted**';

/**
 * The secret that the server keeps for this field: its last characters, or `''` where it shows none. A value that
 * is no placeholder is still no value to us: nothing that the server answers ends up in a secret's input.
 */
export function storedSecret(
  field: Field,
  account: StoredValues | null | undefined,
): { readonly tail: string } | undefined {
  const secret = field.secret && own(account?.secrets, field.key);
  if (typeof secret !== 'string' || !secret) return undefined;
  return { tail: secret.startsWith(PLACEHOLDER) ? secret.slice(PLACEHOLDER.length) : '' };
}

/** The plain value that the account has for this field, as text; `undefined` where it has none. */
export function storedText(field: Field, account: StoredValues | null | undefined): string | undefined {
  // The token belongs to the project and can have been renewed since the account was connected.
  if (field.secret || field.key === 'external-trigger-token') return undefined;
  const stored = own(account?.setupInformation, field.key);
  return Array.isArray(stored) ? stored.map(asText).join(field.delimiter) : asText(stored);
}

const asText = (value: unknown): string | undefined =>
  ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;

/** What a field starts with: what is stored, else what is configured. A stored secret is not a value. */
export function initialValue(field: Field, account: StoredValues | null | undefined): string {
  if (storedSecret(field, account)) return '';
  return storedText(field, account) ?? field.value ?? '';
}

/**
 * What the form starts with, by field id.
 *
 * @param account the account that is edited; without one the form is a new account's
 */
export const initialValues = (
  fields: readonly Field[],
  account?: StoredValues | null,
): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.id, initialValue(field, account)]));
