import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failureFrom } from '../../src/api/failure.js';

const NOW = Date.UTC(2026, 2, 1, 9, 30);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

const failure = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  failureFrom({ status, headers: new Headers(headers), body: asText(body) }, 'write');
const asText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

describe('a 401', () => {
  it.each([
    'Session token has expired',
    'Token Expired',
    'EXPIRED_TOKEN',
    'This session expires no more: it did',
    JSON.stringify({ message: 'jwt expired' }),
  ])('that says %j is a session that has expired', (message) => {
    expect(failure(401, { message })).toMatchObject({ code: 'session_expired', endsSession: true });
  });

  it.each([
    ['other words', { message: 'Invalid token' }],
    ['no words', {}],
    ['nothing', ''],
    ['HTML', '<h1>Expired</h1>'],
    ['words that are no text', { message: { expired: true } }],
  ])('with %s is a session that never was', (_, body) => {
    expect(failure(401, body)).toMatchObject({ code: 'session_invalid', endsSession: true });
  });
});

describe('what the server says', () => {
  it('stands behind Details', () => {
    expect(failure(400, { message: ' Bad subdomain ' }).details).toBe('Bad subdomain');
  });

  it('can be JSON in its message, of which nothing is left to be parsed', () => {
    const message = JSON.stringify({
      message: 'Bad credentials',
      provider_response: 'HTTP 401 from BambooHR',
    });
    expect(failure(400, { statusCode: 400, message })).toMatchObject({
      code: 'provider_error',
      details: 'Bad credentials\nHTTP 401 from BambooHR',
    });
  });

  it('can be JSON without words', () => {
    expect(failure(500, { message: '{"statusCode":500}' }).details).toBeUndefined();
  });

  it.each([
    ['a text', 'Wrong key', 'No.\nWrong key'],
    ['an object', { code: 7 }, 'No.\n{\n  "code": 7\n}'],
    ['an empty text', ' ', 'No.'],
  ])('brings along what the provider said: %s', (_, provider_response, details) => {
    expect(failure(422, { message: 'No.', provider_response })).toMatchObject({
      code: 'provider_error',
      details,
    });
  });

  it('is the API’s own where the provider said nothing', () => {
    expect(failure(400, { message: 'No.', provider_response: null })).toMatchObject({
      code: 'validation_failed',
      details: 'No.',
    });
  });

  it('is the status first: a provider that answers does not make a 500 its problem', () => {
    expect(failure(500, { message: 'No.', provider_response: 'down' }).code).toBe('server_error');
  });

  it.each(['sk_live_1234567890', 'ghp_abcdefgh12345', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'xoxb-123456789'])(
    'never shows what looks like a token: %s',
    (token) => {
      const told = failure(422, {
        message: `Key ${token} is wrong`,
        data: { fields: { a: `Not ${token}` } },
      });
      expect(told.details).toBe('Key ••• is wrong');
      expect(told.fields.get('a')).toBe('Not •••');
    },
  );

  it.each([['null'], ['[]'], ['"text"'], ['5'], ['{'], [''], ['<html></html>'], ['\uFEFF{}']])(
    'is nothing where the body is %j',
    (body) => {
      expect(failure(422, body)).toMatchObject({ code: 'validation_failed', details: undefined });
      expect(failure(422, body).fields.size).toBe(0);
    },
  );
});

const fieldsOf = (body: object) => [...failure(422, body).fields];

describe('what the server says of single fields', () => {
  it('comes by their keys', () => {
    const fields = { subdomain: 'Unknown subdomain', 'a.b': 'Too short' };
    expect(fieldsOf({ data: { fields } })).toEqual([
      ['subdomain', 'Unknown subdomain'],
      ['a.b', 'Too short'],
    ]);
    expect([...failure(400, { data: { fields } }).fields.keys()]).toEqual(['subdomain', 'a.b']);
  });

  it('comes as a list too', () => {
    const errors = [
      { field: 'subdomain', message: 'Unknown' },
      { key: 'apiKey', message: ['Too short', 'Too plain'] },
    ];
    expect(fieldsOf({ errors })).toEqual([
      ['subdomain', 'Unknown'],
      ['apiKey', 'Too short'],
    ]);
  });

  it('may be of keys that every object has', () => {
    const body = '{"data":{"fields":{"__proto__":"One","constructor":"Two"}}}';
    expect([...failure(422, body).fields]).toEqual([
      ['__proto__', 'One'],
      ['constructor', 'Two'],
    ]);
  });

  it('is dropped, one by one, where it is no text', () => {
    const fields = { a: null, b: 5, c: { message: 'x' }, d: [], e: [1], f: 'Kept' };
    const errors = [null, 'no', { field: 5, message: 'x' }, { message: 'x' }, { field: 'g' }];
    expect(fieldsOf({ data: { fields }, errors })).toEqual([['f', 'Kept']]);
    expect(fieldsOf({ data: ['fields'], errors: { field: 'a', message: 'x' } })).toEqual([]);
  });
});

describe('a Retry-After', () => {
  it.each([
    ['5', 5],
    ['0', 0],
    ['86400', 3_600],
    [new Date(NOW + 12_000).toUTCString(), 12],
    [new Date(NOW - 12_000).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
    ['9'.repeat(400), undefined],
  ])('of %j asks for %j seconds', (header, seconds) => {
    expect(failure(429, {}, { 'retry-after': header })).toMatchObject({
      code: 'rate_limited',
      retryable: true,
      retryAfter: seconds,
    });
  });

  it('may be absent', () => {
    expect(failure(429, {}).retryAfter).toBeUndefined();
  });

  it('counts for every status', () => {
    expect(failure(503, '', { 'retry-after': '9' }).retryAfter).toBe(9);
  });
});
