import { describe, expect, it } from 'vitest';
import { failureFrom } from '../../src/api/failure.js';
import { concealed } from '../../src/hub/submit.js';

const told = (body: object, secret: string) => {
  const answer = { status: 422, headers: new Headers(), body: JSON.stringify(body) };
  return concealed(failureFrom(answer, 'write'), [secret]);
};

const LINE = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';
const KEY = `-----BEGIN PRIVATE KEY-----\n${`${LINE}\n`.repeat(30)}-----END PRIVATE KEY-----`;

describe('a private key, which is longer than what is shown', () => {
  it('is not shown by as much as fits', () => {
    expect(told({ message: `The key ${KEY} is wrong` }, KEY).details).toBe('The key ••• is wrong');
  });

  it('is not shown where the provider repeats what it was sent', () => {
    const { details } = told({ message: 'No.', provider_response: { private_key: KEY } }, KEY);
    expect(details).toBe('No.\n{\n  "private_key": "•••"\n}');
  });

  it('is not shown beside its field', () => {
    const { fields } = told({ data: { fields: { key: `${KEY} is no key` } } }, KEY);
    expect(fields.get('key')).toBe('••• is no key');
  });
});

it('what else a provider says is not shown without end', () => {
  const long = 'x'.repeat(5_000);
  const { details, fields } = told({ message: long, data: { fields: { key: long } } }, KEY);
  expect(details).toHaveLength(1_000);
  expect(fields.get('key')).toHaveLength(300);
});
