import { describe, expect, test } from 'vitest';
import { type CatalogEntry } from '../../src/sandbox.js';
import { AccountCreated } from '../../src/api/schemas.js';
import { Refusal } from './backend-schemas.js';
import { BETA, connecting, openSandbox, read } from './harness.js';

type Field = NonNullable<Extract<CatalogEntry['config'], { configFields?: unknown }>['configFields']>[number];

/** Submits one value for one field, and returns what the server says of it. */
async function submit(field: Partial<Field>, value: string | undefined) {
  const configFields = [{ key: 'field', label: 'Field', secret: false, ...field }];
  const entry: CatalogEntry = {
    ...BETA,
    config: { key: 'beta', name: 'Beta', type: 'custom', configFields },
  };
  const sandbox = openSandbox({ catalog: [entry] });
  const { token } = await sandbox.session();
  const answer = await sandbox
    .hub(token)
    .post('/hub/accounts', connecting(entry, value === undefined ? {} : { field: value }));
  if (answer.status !== 422) {
    await read(AccountCreated, answer);
    return 'accepted';
  }
  const { data } = Refusal.parse(await answer.json());
  return (data as { fields: { field: string } }).fields.field;
}

const pattern = (source: string, error?: string): Partial<Field> => ({
  validation: { type: 'html-pattern', pattern: source, ...(error ? { error } : {}) },
});
const domain = (source: string): Partial<Field> => ({ validation: { type: 'domain', pattern: source } });
const format = (name: 'email' | 'url' | 'uri' | 'uuid' | 'date' | 'datetime'): Partial<Field> => ({
  validation: { format: name },
});
const options = [
  { label: 'One', value: 'one' },
  { label: 'Two', value: 'two' },
];

describe('the server accepts', () => {
  test.each<[string, Partial<Field>, string | undefined]>([
    ['an optional field left out', {}, undefined],
    ['an optional field left empty, whatever its rule', pattern('^x$'), ''],
    ['a required field that a condition may hide', { required: true, condition: '{{other}}' }, undefined],
    ['a required field that is not shown', { required: true, display: false }, undefined],
    ['a required field that is read-only', { required: true, readOnly: true }, undefined],
    ['any value of a field that is not shown', { ...pattern('^x$'), display: false }, 'y'],
    ['a number with sign and decimals', { type: 'number' }, '-12.50'],
    ['a pattern found anywhere in the value', pattern('\\d{3}'), 'abc 123 def'],
    ['a pattern of the newer spelling', { validation: { pattern: '^a' } }, 'abc'],
    ['anything where the pattern is none', pattern('('), 'abc'],
    ['an option', { type: 'select', options }, 'two'],
    ['options joined by a space', { type: 'multi-select', options }, 'one two'],
    ['options joined by their delimiter', { type: 'multi-select', options, delimiter: ';' }, 'two;one'],
    ['the domain itself', domain('acme'), 'acme.com'],
    ['a host under the domain', domain('acme'), 'eu.acme.com'],
    ['a URL under the domain', domain('acme'), 'https://eu.acme.com/path'],
    ['what a domain that is a pattern finds', domain('^[a-z]+$'), 'abc'],
    ['an e-mail address', format('email'), 'jo@acme.example'],
    ['a URL', format('url'), 'https://acme.example/x'],
    ['a URI', format('uri'), 'urn:isbn:1'],
    ['a UUID', format('uuid'), '5a4db0c5-0000-4000-8000-000000000001'],
    ['a date', format('date'), '2026-02-28'],
    ['anything in a format that nobody knows', { validation: { format: 'iban' as 'uuid' } }, 'x'],
    ['a date and time', format('datetime'), '2026-02-28T12:00:00Z'],
  ])('%s', async (_, field, value) => {
    expect(await submit(field, value)).toBe('accepted');
  });
});

const EXPECTED = 'Field does not have the expected form.';

describe('the server refuses', () => {
  test.each<[string, Partial<Field>, string | undefined, string]>([
    ['a required field left out', { required: true }, undefined, 'Field is required.'],
    ['a required field left empty', { required: true }, '', 'Field is required.'],
    ['a number that is none', { type: 'number' }, '1e5', 'Field must be a number.'],
    ['what a pattern does not find', pattern('^\\d+$'), 'a1', EXPECTED],
    ['it in the words of the pattern', pattern('^\\d+$', 'Digits only.'), 'a1', 'Digits only.'],
    ['it in the newer words', { validation: { pattern: '^a', errorMessage: 'An a.' } }, 'b', 'An a.'],
    ['what is no option', { type: 'select', options }, 'three', 'Field must be one of the options.'],
    [
      'one choice that is no option',
      { type: 'multi-select', options },
      'one three',
      'Field must be one of the options.',
    ],
    ['another domain', domain('acme'), 'acme.org', EXPECTED],
    ['a domain that only ends alike', domain('acme'), 'evilacme.com', EXPECTED],
    ['a domain in the path', domain('acme'), 'https://evil.example/acme.com', EXPECTED],
    ['a domain before the @', domain('acme'), 'https://acme.com@evil.example', EXPECTED],
    ['what is no host', domain('acme'), 'not a host', EXPECTED],
    ['no e-mail address', format('email'), 'jo@acme', EXPECTED],
    ['no URL', format('url'), 'ftp://acme.example', EXPECTED],
    ['no URI', format('uri'), 'acme', EXPECTED],
    ['no UUID', format('uuid'), '5a4db0c5', EXPECTED],
    ['no date', format('date'), '2026-13-01', EXPECTED],
    ['a date with a time where a date is due', format('date'), '2026-02-28T12:00:00Z', EXPECTED],
    ['a date without a time where both are due', format('datetime'), '2026-02-28', EXPECTED],
  ])('%s', async (_, field, value, message) => {
    expect(await submit(field, value)).toBe(message);
  });
});
