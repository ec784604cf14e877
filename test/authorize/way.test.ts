import { describe, expect, it } from 'vitest';
import { type Settings, Settings as SettingsSchema } from '../../src/api/schemas.js';
import { checkedUrl, signInWay } from '../../src/authorize/way.js';

const ORIGIN = 'https://hosted.example.test';

const settings = (parts: object = {}): Settings =>
  SettingsSchema.parse({
    enabled_features: ['attempt_start_url', 'attempt_binding', 'attempt_phases'],
    sign_in_origin: ORIGIN,
    opening_url: `${ORIGIN}/opening`,
    ...parts,
  });

const CONFIG_ERROR = expect.objectContaining({ code: 'config_error' });

/** Addresses that are not exactly of the origin, or of no origin that may be opened at all. */
const FOREIGN: readonly (readonly [what: string, url: string | null | undefined])[] = [
  ['missing', undefined],
  ['null', null],
  ['empty', ''],
  ['of another host', 'https://evil.test/opening'],
  ['of another port', 'https://hosted.example.test:444/opening'],
  ['with a suffix', 'https://hosted.example.test.evil.test/opening'],
  ['with a prefix', 'https://evil-hosted.example.test/opening'],
  ['of a host under it', 'https://a.hosted.example.test/opening'],
  ['of the host above it', 'https://example.test/opening'],
  ['with the origin as its user', 'https://hosted.example.test@evil.test/opening'],
  ['with a user', 'https://user@hosted.example.test/opening'],
  ['with a user and a password', 'https://user:pw@hosted.example.test/opening'],
  ['with a trailing dot', 'https://hosted.example.test./opening'],
  ['of a twin in another script', 'https://hоsted.example.test/opening'],
  ['without transport security', 'http://hosted.example.test/opening'],
  ['a script', 'javascript:alert(1)'],
  ['a script in disguise', '\tjava\nscript:alert(1)'],
  ['a script with the origin in it', `javascript://${ORIGIN.slice(8)}/%0aalert(1)`],
  ['data', 'data:text/html,hello'],
  ['a blob of the origin', `blob:${ORIGIN}/1`],
  ['relative', '/opening'],
  ['relative to the scheme', '//hosted.example.test/opening'],
  ['relative with backslashes', '\\\\hosted.example.test\\opening'],
  ['normalised to another host', 'https:/\\evil.test/opening'],
  ['broken by a line', 'https://hosted.example.test\n/opening'],
  ['with a NUL in it', 'https://hosted.example.test/\0opening'],
  ['surrounded by space', ' https://hosted.example.test/opening '],
  ['longer than an address may be', `${ORIGIN}/${'a'.repeat(2048)}`],
];

describe('the way', () => {
  it.each([[[]], [['attempt_phases', 'attempt_binding']], [['unheard-of']]])(
    'is the plain address where the server has no pages of its own: %j',
    (features) => {
      expect(signInWay(settings({ enabled_features: features }))).toMatchObject({ kind: 'plain' });
    },
  );

  it('is by the pages where the server has them', () => {
    expect(signInWay(settings())).toEqual({
      kind: 'pages',
      origin: ORIGIN,
      openingUrl: `${ORIGIN}/opening`,
      bound: true,
      phased: true,
    });
  });

  it.each([
    [['attempt_start_url'], { bound: false, phased: false }],
    [['attempt_start_url', 'attempt_binding'], { bound: true, phased: false }],
    [['attempt_start_url', 'attempt_phases'], { bound: false, phased: true }],
    [['attempt_phases'], { kind: 'plain', phased: true }],
  ])('has of %j what it announces', (features, expected) => {
    expect(signInWay(settings({ enabled_features: features }))).toMatchObject(expected);
  });

  it('needs no origin where it is plain', () => {
    expect(signInWay(settings({ enabled_features: [], sign_in_origin: null, opening_url: 'x' }))).toEqual({
      kind: 'plain',
      phased: false,
    });
  });
});

describe('the opening page', () => {
  it.each(FOREIGN)('is refused where its address is %s', (_, opening_url) => {
    expect(() => signInWay(settings({ opening_url }))).toThrow(CONFIG_ERROR);
  });

  it.each([null, '', '*', 'https://hosted.example.test/', 'HTTPS://HOSTED.EXAMPLE.TEST', 'null'])(
    'is refused where the origin is told as %j',
    (sign_in_origin) => {
      expect(() => signInWay(settings({ sign_in_origin }))).toThrow(CONFIG_ERROR);
    },
  );

  it('is refused where it has a fragment of its own, for the nonce would be lost in it', () => {
    expect(() => signInWay(settings({ opening_url: `${ORIGIN}/opening#page` }))).toThrow(CONFIG_ERROR);
  });

  it.each([
    'http://localhost:4010',
    'http://sign-in.localhost:4010',
    'http://127.0.0.1:4010',
    'http://[::1]:4010',
  ])('may do without transport security on this machine: %s', (origin) => {
    const way = signInWay(settings({ sign_in_origin: origin, opening_url: `${origin}/opening` }));
    expect(way).toMatchObject({ origin, openingUrl: `${origin}/opening` });
  });
});

describe('the start address', () => {
  it.each(FOREIGN)('is refused where it is %s', (_, url) => {
    expect(() => checkedUrl(url, ORIGIN)).toThrow(CONFIG_ERROR);
  });

  it.each([
    [`${ORIGIN}/start?a=1`, `${ORIGIN}/start?a=1`],
    [`${ORIGIN}:443/start`, `${ORIGIN}/start`],
    ['HTTPS://HOSTED.example.test/start', `${ORIGIN}/start`],
    ['https:hosted.example.test/start', `${ORIGIN}/start`],
    ['https:/\\hosted.example.test/start', `${ORIGIN}/start`],
  ])('%s is of the origin, once it is read as a browser reads it', (url, read) => {
    expect(checkedUrl(url, ORIGIN)).toBe(read);
  });
});
