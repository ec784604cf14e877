import { describe, expect, it } from 'vitest';
import { type SignIn, signInUrl } from '../../src/authorize/signInUrl.js';

const signIn = (parts: Partial<SignIn> = {}): string =>
  signInUrl({
    baseUrl: 'https://api.example.test',
    appUrl: 'https://app.example.test',
    integrationId: 'hubspot-1',
    token: 'token-1',
    attemptId: 'attempt-1',
    credentials: [],
    ...parts,
  });

const credentialsIn = (url: string): [string, string][] => [...new URL(url).searchParams].slice(3);

describe('the address of the plain contract', () => {
  it('is the endpoint, where it returns to, the token and the attempt, and the fields after them', () => {
    expect(
      signIn({
        credentials: [
          ['subdomain', 'acme'],
          ['scope', 'read'],
        ],
      }),
    ).toBe(
      'https://api.example.test/connect/oauth2/hubspot-1' +
        '?redirect_uri=https%3A%2F%2Fapp.example.test%2Fembedded%2Faccounts%2Fcallback' +
        '&token=token-1&connection_attempt_id=attempt-1&subdomain=acme&scope=read',
    );
  });

  it('keeps the path of a server that has one', () => {
    expect(signIn({ baseUrl: 'https://example.test/api/v2' })).toMatch(
      /^https:\/\/example\.test\/api\/v2\/connect\/oauth2\/hubspot-1\?/,
    );
  });
});

describe('the token', () => {
  it.each(['YWJjZA==', 'a+b/c=', '-_.~', "eyJ.x'y.z"])('%s goes in undecoded, letter for letter', (token) => {
    const url = signIn({ token });
    expect(url).toContain(`&token=${token}&connection_attempt_id=`);
    // The browser, too, leaves it as it is, but for quotes.
    expect(new URL(url).search.replaceAll('%27', "'")).toContain(`&token=${token}&`);
  });

  it.each(['a&redirect_uri=https://evil.test', 'a#b', 'a%3D', 'a b', 'a\tb', 'a\nb', 'a\u00a0b', 'a\u2028b'])(
    '%j would break the address, and makes none',
    (token) => {
      expect(() => signIn({ token })).toThrow(expect.objectContaining({ code: 'config_error' }));
    },
  );
});

describe('a field', () => {
  it.each([
    ['a&b=c', 'x&y#z'],
    ['a b', 'c d+e'],
    ['naïve', 'Zoë 🙂'],
    ['__proto__', 'polluted'],
    ['constructor', ''],
    ['a.b[0]', '%3D'],
    ['k'.repeat(500), 'v'.repeat(5_000)],
  ])('keyed %j arrives as it was typed', (key, value) => {
    expect(credentialsIn(signIn({ credentials: [[key, value]] }))).toEqual([[key, value]]);
  });

  it('comes in its place, twice where it is there twice, and before no other', () => {
    const credentials = [
      ['2', 'a'],
      ['1', 'b'],
      ['2', 'c'],
    ] as const;
    expect(credentialsIn(signIn({ credentials }))).toEqual(credentials);
  });

  it.each(['token', 'redirect_uri', 'connection_attempt_id'])(
    'keyed %s would pass for a part of the address, and makes none',
    (key) => {
      expect(() => signIn({ credentials: [[key, 'x']] })).toThrow(
        expect.objectContaining({ code: 'unsupported_field' }),
      );
    },
  );

  it.each(['Token', 'token ', ' token', 'token\0', 'tokens', 'token[]'])(
    'keyed %j is no part of the address',
    (key) => {
      const { searchParams } = new URL(signIn({ credentials: [[key, 'x']] }));
      expect(searchParams.getAll('token')).toEqual(['token-1']);
      expect(searchParams.get(key)).toBe('x');
    },
  );

  it('with half a character in it arrives with the mark in its place that browsers make of it', () => {
    expect(credentialsIn(signIn({ credentials: [['a\ud800b', 'c\udc00']] }))).toEqual([
      ['a\ufffdb', 'c\ufffd'],
    ]);
  });
});

describe('an id', () => {
  it.each(['../accounts', 'a/b', '..', '.', '%2e%2e', 'a?b', 'a#b', '', 'x'.repeat(129)])(
    '%j is no integration, and makes no address',
    (integrationId) => {
      expect(() => signIn({ integrationId })).toThrow(expect.objectContaining({ code: 'not_found' }));
    },
  );

  it('of an attempt cannot add to the address', () => {
    const url = new URL(signIn({ attemptId: 'a&token=other#x' }));
    expect(url.searchParams.get('connection_attempt_id')).toBe('a&token=other#x');
    expect(url.searchParams.getAll('token')).toEqual(['token-1']);
    expect(url.hash).toBe('');
  });
});
