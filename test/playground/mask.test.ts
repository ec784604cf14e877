import { assert, constantFrom, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import { DOTS, masked, maskedBody, maskedPath } from '../../src/playground/mask.js';

test('credentials lose every value and keep their keys', () => {
  const body = { integration_id: 'i', credentials: { subdomain: 'acme', api_key: 'CANARY', 'a.b': 'x' } };
  expect(masked(body)).toEqual({
    integration_id: 'i',
    credentials: { subdomain: DOTS, api_key: DOTS, 'a.b': DOTS },
  });
});

test.each(['token', 'verifier', 'challenge', 'nonce', 'confirm', 'apiKey', 'client_secret', 'accessToken'])(
  'the value of %s is not to be seen',
  (key) => {
    expect(masked({ [key]: 'CANARY' })).toEqual({ [key]: DOTS });
  },
);

test('nothing below a secret key is seen, numbers and truth values included', () => {
  expect(masked({ secrets: { a: [1, true, { b: 'CANARY' }] } })).toEqual({
    secrets: { a: [DOTS, DOTS, { b: DOTS }] },
  });
});

test('a secret that is not there is not there', () => {
  expect(masked({ token: null })).toEqual({ token: null });
});

test('the dots do not tell how long the secret is', () => {
  expect(masked({ token: 'a' })).toEqual(masked({ token: 'a'.repeat(500) }));
});

test('a key named __proto__ is a key like any other', () => {
  const shown = masked({ credentials: JSON.parse('{"__proto__":"CANARY"}') });
  expect(JSON.stringify(shown)).toBe(`{"credentials":{"__proto__":"${DOTS}"}}`);
});

test('no value under a secret key survives, whatever surrounds it', () => {
  assert(
    property(jsonValue(), constantFrom('token', 'credentials', 'secrets'), (around, key) => {
      const shown = JSON.stringify(masked({ around, deep: [{ [key]: { x: ['CANARY-7f3'] } }] }));
      expect(shown).not.toContain('CANARY-7f3');
    }),
  );
});

test('a body that is not JSON is dots alone', () => {
  expect(maskedBody('token=CANARY')).toBe(DOTS);
  expect(maskedBody(undefined)).toBeUndefined();
});

test('a path keeps its query, without its secrets and without the host', () => {
  expect(maskedPath('http://127.0.0.1:4010/hub/connectors?provider=bamboo%26hr')).toBe(
    '/hub/connectors?provider=bamboo%26hr',
  );
  expect(maskedPath('/x?token=CANARY&a=1')).toBe(`/x?token=${DOTS}&a=1`);
  expect(maskedPath('/api/accounts')).toBe('/api/accounts');
});
