import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hasAttempts } from '../../src/authorize/attempts.js';
import {
  type AttemptRecord,
  forgetAttempt,
  rememberAttempt,
  rememberedAttempts,
} from '../../src/authorize/record.js';

const API = 'https://api.example.test';
const NOW = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

const record = (parts: Partial<AttemptRecord> = {}): AttemptRecord => ({
  v: 1,
  attemptId: 'attempt-1',
  baseUrl: API,
  owner: 'acme',
  integrationId: 'hubspot-1',
  provider: 'hubspot',
  target: { mode: 'create', connectorId: 'hubspot-1' },
  until: NOW + 5 * MINUTE,
  secrets: [],
  ...parts,
});

const ids = (baseUrl = API): string[] => rememberedAttempts(baseUrl).map(({ attemptId }) => attemptId);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  sessionStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an attempt that is remembered', () => {
  it('is found again as it was', () => {
    expect(hasAttempts()).toBe(false);
    rememberAttempt(record());
    expect(hasAttempts()).toBe(true);
    expect(rememberedAttempts(API)).toEqual([record()]);
  });

  it('is what a form was for: an account that is edited, too', () => {
    const edited = record({ target: { mode: 'edit', accountId: 'account-1' } });
    rememberAttempt(edited);
    expect(rememberedAttempts(API)).toEqual([edited]);
  });

  it('is gone once it is forgotten, and no other with it', () => {
    rememberAttempt(record());
    rememberAttempt(record({ attemptId: 'attempt-2' }));
    forgetAttempt('attempt-1');
    expect(ids()).toEqual(['attempt-2']);
    forgetAttempt('attempt-2');
    forgetAttempt('attempt-2');
    expect(hasAttempts()).toBe(false);
  });

  it('is one record, however often it is remembered', () => {
    rememberAttempt(record());
    rememberAttempt(record({ leaving: { verifier: 'v', page: 'https://host.test/', values: [] } }));
    expect(sessionStorage).toHaveLength(1);
    expect(rememberedAttempts(API)[0]?.leaving?.verifier).toBe('v');
  });

  it('is one of its API’s alone, and stays there for it', () => {
    const other = 'https://api.other.test';
    rememberAttempt(record());
    rememberAttempt(record({ attemptId: 'attempt-2', baseUrl: other }));
    expect(ids(other)).toEqual(['attempt-2']);
    expect(ids('https://api.example.test/v2')).toEqual([]);
    expect(ids(API)).toEqual(['attempt-1']);
  });

  it('keeps what was typed to the letter, whatever its fields are called', () => {
    const values: [string, string][] = [
      ['__proto__', 'a'],
      ['1', 'b'],
      ['a.b', ' c '],
      ['1', 'd'],
    ];
    const left = record({ leaving: { verifier: 'v', page: 'https://host.test/', values } });
    rememberAttempt(left);
    expect(rememberedAttempts(API)).toEqual([left]);
  });

  it('comes before older ones', () => {
    rememberAttempt(record({ attemptId: 'older', until: NOW + MINUTE }));
    rememberAttempt(record({ attemptId: 'newest', until: NOW + 3 * MINUTE }));
    rememberAttempt(record({ attemptId: 'newer', until: NOW + 2 * MINUTE }));
    expect(ids()).toEqual(['newest', 'newer', 'older']);
  });

  it('is thrown away once its time is long over, whoever asks: it may have worked while nobody could', () => {
    rememberAttempt(record({ until: NOW + MINUTE }));
    vi.setSystemTime(NOW + 61 * MINUTE - 1);
    expect(ids()).toEqual(['attempt-1']);
    vi.setSystemTime(NOW + 61 * MINUTE);
    expect(ids('https://api.other.test')).toEqual([]);
    expect(sessionStorage).toHaveLength(0);
  });
});

describe('a record that cannot be read', () => {
  it.each([
    '',
    'null',
    '7',
    '"text"',
    '[]',
    '{',
    '{}',
    JSON.stringify({ ...record(), attemptId: 7 }),
    JSON.stringify({ ...record(), owner: null }),
    JSON.stringify({ ...record(), secrets: [7] }),
    JSON.stringify({ ...record(), until: 'soon' }),
    JSON.stringify({ ...record(), target: { mode: 'create' } }),
    JSON.stringify({ ...record(), target: { mode: 'remove', accountId: 'a' } }),
    JSON.stringify({ ...record(), leaving: { verifier: 'v' } }),
    JSON.stringify({ ...record(), leaving: { verifier: 'v', page: '', values: { a: 'b' } } }),
    JSON.stringify({ ...record(), leaving: { verifier: 'v', page: '', values: [['a', 1]] } }),
    `{"__proto__":${JSON.stringify(record())}}`,
  ])('is thrown away: %s', (text) => {
    sessionStorage.setItem('connect-hub.attempt.broken', text);
    rememberAttempt(record());
    expect(ids()).toEqual(['attempt-1']);
    expect(sessionStorage).toHaveLength(1);
    expect(({} as { owner?: string }).owner).toBeUndefined();
  });

  it('is left to another version of the hub, where it is of one', () => {
    sessionStorage.setItem('connect-hub.attempt.newer', JSON.stringify({ v: 2, id: 'attempt-2' }));
    sessionStorage.setItem('connect-hub.attempt.older', JSON.stringify({ ...record(), v: 0 }));
    expect(ids()).toEqual([]);
    expect(sessionStorage).toHaveLength(2);
  });

  it('is not what the host keeps beside it', () => {
    sessionStorage.setItem('attempt', 'mine');
    sessionStorage.setItem('connect-hub', 'mine');
    expect(hasAttempts()).toBe(false);
    expect(ids()).toEqual([]);
    expect(sessionStorage).toHaveLength(2);
  });
});

const refuse = (): never => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

describe('storage that does not work', () => {
  it('costs the memory, and nothing else, where it is forbidden', () => {
    rememberAttempt(record());
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(refuse);
    expect(hasAttempts()).toBe(false);
    expect(() => rememberAttempt(record())).not.toThrow();
    expect(() => forgetAttempt('attempt-1')).not.toThrow();
    expect(ids()).toEqual([]);
  });

  it.each(['setItem', 'getItem', 'removeItem'] as const)('costs nothing else where %s throws', (method) => {
    sessionStorage.setItem('connect-hub.attempt.broken', '{');
    vi.spyOn(Storage.prototype, method).mockImplementation(refuse);
    expect(() => rememberAttempt(record())).not.toThrow();
    expect(() => forgetAttempt('attempt-1')).not.toThrow();
    expect(() => rememberedAttempts(API)).not.toThrow();
  });

  it('that cannot throw away what is broken still finds what is not', () => {
    sessionStorage.setItem('connect-hub.attempt.broken', '{');
    rememberAttempt(record());
    vi.spyOn(Storage.prototype, 'removeItem').mockImplementation(refuse);
    expect(ids()).toEqual(['attempt-1']);
  });

  it('costs the memory, and nothing else, where it is missing', () => {
    vi.spyOn(globalThis, 'sessionStorage', 'get').mockReturnValue(undefined as unknown as Storage);
    expect(hasAttempts()).toBe(false);
    expect(() => rememberAttempt(record())).not.toThrow();
    expect(ids()).toEqual([]);
  });
});
