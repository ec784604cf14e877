import { expect, test } from 'vitest';
import { problemsFrom, sessionFor, sessionFrom } from '../../src/playground/session.js';
import { DEFAULT_SESSION } from '../../src/playground/settings.js';

test('a session says only what was filled in', () => {
  expect(sessionFrom(DEFAULT_SESSION)).toEqual({
    body: {
      origin_owner_id: 'acme-corp',
      origin_owner_name: 'Acme Corp',
      origin_username: 'jane@acme.example',
    },
    problems: {},
  });
});

test('every field goes out under its own name and as its own kind', () => {
  const { body } = sessionFrom({
    origin_owner_id: 'o',
    origin_owner_name: 'Owner',
    origin_username: 'u',
    categories: ['hris', 'ats'],
    provider: 'bamboohr',
    provider_version: '2',
    integration_id: 'i',
    account_id: 'a',
    multiple: true,
    expires_in: '60',
    label: 'HQ',
    type: 'test',
    metadata: '{"plan":{"seats":5}}',
  });
  expect(body).toEqual({
    origin_owner_id: 'o',
    origin_owner_name: 'Owner',
    origin_username: 'u',
    categories: ['hris', 'ats'],
    provider: 'bamboohr',
    provider_version: '2',
    integration_id: 'i',
    account_id: 'a',
    multiple: true,
    expires_in: 60,
    label: 'HQ',
    type: 'test',
    metadata: { plan: { seats: 5 } },
  });
});

test('white space around a value does not travel', () => {
  const { body } = sessionFrom({ ...DEFAULT_SESSION, provider: ' bamboohr\n', label: '   ' });
  expect(body['provider']).toBe('bamboohr');
  expect(body).not.toHaveProperty('label');
});

test('a required field that is empty is sent, so that the server can refuse it', () => {
  const { body, problems } = sessionFrom({ ...DEFAULT_SESSION, origin_owner_id: '' });
  expect(body['origin_owner_id']).toBe('');
  expect(problems).toEqual({});
});

test.each(['{', 'plan', '[1]', '"text"', 'null', '5'])(
  'metadata that is no JSON object is a problem: %s',
  (metadata) => {
    const { body, problems } = sessionFrom({ ...DEFAULT_SESSION, metadata });
    expect(problems.metadata).toEqual(expect.any(String));
    expect(body).not.toHaveProperty('metadata');
  },
);

test.each(['soon', '30m', 'NaN', 'Infinity'])('a lifetime that is no number is a problem: %s', (lifetime) => {
  const { body, problems } = sessionFrom({ ...DEFAULT_SESSION, expires_in: lifetime });
  expect(problems.expires_in).toEqual(expect.any(String));
  expect(body).not.toHaveProperty('expires_in');
});

test('a number that makes no sense as a lifetime is sent, so that the server can refuse it', () => {
  expect(sessionFrom({ ...DEFAULT_SESSION, expires_in: '-1' }).body['expires_in']).toBe(-1);
  expect(sessionFrom({ ...DEFAULT_SESSION, expires_in: '0' }).body['expires_in']).toBe(0);
});

test('a refusal is taken apart by the fields it names', () => {
  expect(problemsFrom('origin_owner_id is required; type must be production or test')).toEqual({
    origin_owner_id: 'is required.',
    type: 'must be production or test.',
  });
});

test('what names no field stays whole', () => {
  expect(problemsFrom('The API cannot be reached.')).toEqual({ general: 'The API cannot be reached.' });
  expect(problemsFrom('constructor is odd')).toEqual({ general: 'constructor is odd.' });
});

test('two problems of one field both stand', () => {
  expect(problemsFrom('label is long; label is odd')).toEqual({ label: 'is long. It is odd.' });
});

const bound = {
  origin_owner_id: 'o',
  categories: ['crm'],
  provider: 'attio',
  integration_id: 'i',
  label: 'HQ',
};

test('a target of the page keeps the owner and chooses the destination', () => {
  expect(sessionFor({ kind: 'connect' }, bound)).toEqual(bound);
  expect(sessionFor({ kind: 'suggestion', provider: 'bamboohr', category: 'hris' }, bound)).toEqual({
    origin_owner_id: 'o',
    label: 'HQ',
    categories: ['hris'],
    provider: 'bamboohr',
  });
  expect(sessionFor({ kind: 'edit', accountId: 'a', name: 'Attio' }, bound)).toEqual({
    origin_owner_id: 'o',
    label: 'HQ',
  });
});
