import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import { cleanToken, createTokenSource } from '../../src/api/tokens.js';
import { deferred, isPending } from './promises.js';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 1, 9, 30);

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: NOW }));
afterEach(() => void vi.useRealTimers());

/** A host that gives `token-1`, `token-2`, … and counts. */
function numberedTokens() {
  let given = 0;
  return vi.fn(async () => `token-${++given}`);
}

const refusal = { name: 'HubError', code: 'session_invalid' };

describe('a token', () => {
  it.each([
    ['cst_abc.DEF-123=', 'cst_abc.DEF-123='],
    ['  padded\n', 'padded'],
    ['a', 'a'],
    ['x'.repeat(4096), 'x'.repeat(4096)],
  ])('%j is sent as %j', (token, clean) => {
    expect(cleanToken(token)).toBe(clean);
  });

  it.each([
    ['empty', ''],
    ['of white space', ' \n'],
    ['with a line break', 'a\r\nx-evil: 1'],
    ['with a null byte', 'a\0b'],
    ['with a space', 'a b'],
    ['beyond Latin', 'tökén'],
    ['with an emoji', 'token😀'],
    ['of 5 KB', 'x'.repeat(5 * 1024)],
  ])('%s is no session', (_, token) => {
    expect(() => cleanToken(token)).toThrow(expect.objectContaining(refusal));
  });

  it.each([[undefined], [null], [5], [{ token: 'a' }], [['a']]])('that is %j is no session', (token) => {
    expect(() => cleanToken(token as unknown as string)).toThrow(expect.objectContaining(refusal));
  });
});

const never = () => new Promise<string>(() => undefined);

describe('a host that does not answer', () => {
  it('is waited for while there was no token yet', async () => {
    vi.useFakeTimers();
    const { promise, resolve } = deferred<string>();
    const first = createTokenSource(() => () => promise).current();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    resolve('token');
    expect(await first).toBe('token');
  });

  it('has no other token when its time is over, and is asked again by whoever needs one next', async () => {
    vi.useFakeTimers();
    const getToken = vi.fn(never).mockResolvedValueOnce('token');
    const tokens = createTokenSource(() => getToken);
    await tokens.current();
    const refused = expect(tokens.renew('token')).rejects.toMatchObject({ ...refusal, retryable: true });
    await vi.advanceTimersByTimeAsync(30_000);
    await refused;
    getToken.mockResolvedValueOnce('next');
    expect(await tokens.current()).toBe('next');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is not waited for when nobody needs a token any more', async () => {
    vi.useFakeTimers();
    const getToken = vi.fn(never).mockResolvedValueOnce('token');
    const lifetime = new AbortController();
    const tokens = createTokenSource(() => getToken, undefined, lifetime.signal);
    await tokens.current();
    const refused = expect(tokens.renew('token')).rejects.toMatchObject(refusal);
    await vi.advanceTimersByTimeAsync(0);
    lifetime.abort();
    await refused;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a source that is handed its token', () => {
  it('waits until there is one', async () => {
    const tokens = createTokenSource(() => undefined);
    const first = tokens.current();
    const second = tokens.current();
    expect(await isPending(first)).toBe(true);
    tokens.offer(' token ');
    expect(await Promise.all([first, second, tokens.current()])).toEqual(['token', 'token', 'token']);
  });

  it('gives the newest', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer('old');
    tokens.offer('new');
    expect(await tokens.current()).toBe('new');
  });

  it('waits for one that is still being looked at', async () => {
    const tokens = createTokenSource(() => undefined);
    const { promise, resolve } = deferred<string>();
    tokens.offer('old');
    tokens.offer(promise);
    const asked = tokens.current();
    expect(await isPending(asked)).toBe(true);
    resolve('new');
    expect(await asked).toBe('new');
  });

  it('passes on that the one looked at was none, and takes the next', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer(Promise.reject(new Error('another owner')));
    await expect(tokens.current()).rejects.toThrow('another owner');
    tokens.offer('next');
    expect(await tokens.current()).toBe('next');
  });

  it('refuses a malformed one, and takes the next', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer('two words');
    await expect(tokens.current()).rejects.toMatchObject(refusal);
    tokens.offer('next');
    expect(await tokens.current()).toBe('next');
  });

  it('has no other for one that was refused', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer('token');
    expect(await tokens.renew('token')).toBeUndefined();
    expect(await tokens.current()).toBe('token');
  });

  it('has the newer one for one that was refused before it came', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer('old');
    tokens.offer('new');
    expect(await tokens.renew('old')).toBe('new');
  });

  it('keeps it past its end: there is nobody to ask', async () => {
    const tokens = createTokenSource(() => undefined);
    tokens.offer('token');
    tokens.expires(NOW + 60_000);
    vi.setSystemTime(NOW + 120_000);
    expect(await tokens.current()).toBe('token');
  });
});

describe('a source that asks the host', () => {
  it('asks nothing before a token is needed', async () => {
    const getToken = numberedTokens();
    createTokenSource(() => getToken);
    await new Promise(setImmediate);
    expect(getToken).not.toHaveBeenCalled();
  });

  it('asks once, however many wait', async () => {
    const getToken = numberedTokens();
    const tokens = createTokenSource(() => getToken);
    expect(await Promise.all([tokens.current(), tokens.current(), tokens.current()])).toEqual(
      Array(3).fill('token-1'),
    );
    expect(await tokens.current()).toBe('token-1');
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('asks the host as it is now', async () => {
    let getToken: (() => Promise<string>) | null = null;
    const tokens = createTokenSource(() => getToken);
    const early = tokens.current();
    getToken = async () => 'late';
    expect(await tokens.current()).toBe('late');
    expect(await early).toBe('late');
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new Error('backend down'))],
    [
      'throws',
      () => {
        throw new Error('backend down');
      },
    ],
    ['gives nothing', () => Promise.resolve(undefined)],
    ['gives an answer instead of its text', () => Promise.resolve({ token: 'a' })],
    ['gives two words', () => Promise.resolve('two words')],
  ])('asks again after a time when the host %s', async (_, failing) => {
    const getToken = vi.fn<() => Promise<string>>(async () => 'token');
    getToken.mockImplementationOnce(failing as () => Promise<string>);
    const tokens = createTokenSource(() => getToken);
    await expect(tokens.current()).rejects.toMatchObject(refusal);
    expect(await tokens.current()).toBe('token');
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('takes a token that is not a promise', async () => {
    const getToken = (() => 'token') as unknown as () => Promise<string>;
    expect(await createTokenSource(() => getToken).current()).toBe('token');
  });

  it('renews a refused token once, however many were told', async () => {
    const getToken = numberedTokens();
    const renewed = vi.fn();
    const tokens = createTokenSource(() => getToken, renewed);
    await tokens.current();
    const all = await Promise.all(Array.from({ length: 10 }, () => tokens.renew('token-1')));
    expect(all).toEqual(Array(10).fill('token-2'));
    expect(await tokens.renew('token-1')).toBe('token-2');
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(renewed.mock.calls).toEqual([['token-2']]);
  });

  it('sends nothing with a token that is not the right one', async () => {
    const getToken = numberedTokens();
    const tokens = createTokenSource(
      () => getToken,
      (token) => {
        if (token === 'token-2') throw new HubError({ code: 'session_replaced' });
      },
    );
    await tokens.current();
    await expect(tokens.renew('token-1')).rejects.toMatchObject({ code: 'session_replaced' });
    expect(await tokens.current()).toBe('token-3');
  });

  it('renews again when the renewed one is refused too', async () => {
    const getToken = numberedTokens();
    const tokens = createTokenSource(() => getToken);
    await tokens.current();
    expect(await tokens.renew('token-1')).toBe('token-2');
    expect(await tokens.renew('token-2')).toBe('token-3');
  });

  it('says that it got none, and asks again the next time', async () => {
    const getToken = numberedTokens();
    const renewed = vi.fn();
    const tokens = createTokenSource(() => getToken, renewed);
    await tokens.current();
    getToken.mockRejectedValueOnce(new Error('backend down'));
    const told = await Promise.allSettled([tokens.renew('token-1'), tokens.renew('token-1')]);
    for (const result of told) expect(result).toMatchObject({ status: 'rejected', reason: refusal });
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(renewed).not.toHaveBeenCalled();
    expect(await tokens.current()).toBe('token-2');
    expect(renewed.mock.calls).toEqual([['token-2']]);
  });
});

async function sourceUntil(end: number) {
  const getToken = numberedTokens();
  const renewed = vi.fn();
  const tokens = createTokenSource(() => getToken, renewed);
  await tokens.current();
  tokens.expires(end);
  return { tokens, getToken, renewed };
}

describe('a token whose end is known', () => {
  it('is used while it holds', async () => {
    const { tokens, getToken } = await sourceUntil(NOW + 30 * MINUTE);
    vi.setSystemTime(NOW + 29 * MINUTE);
    expect(await tokens.current()).toBe('token-1');
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('is replaced before its end, once', async () => {
    const { tokens, getToken, renewed } = await sourceUntil(NOW + 30 * MINUTE);
    vi.setSystemTime(NOW + 30 * MINUTE - 1_000);
    expect(await Promise.all([tokens.current(), tokens.current()])).toEqual(['token-2', 'token-2']);
    vi.setSystemTime(NOW + 90 * MINUTE);
    expect(await tokens.current()).toBe('token-2');
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(renewed.mock.calls).toEqual([['token-2']]);
  });

  it('is used where its end lies behind us: then it is our clock that is wrong', async () => {
    const { tokens, getToken } = await sourceUntil(NOW - MINUTE);
    vi.setSystemTime(NOW + MINUTE);
    expect(await tokens.current()).toBe('token-1');
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('takes its end along when another comes in its place', async () => {
    const { tokens, getToken } = await sourceUntil(NOW + MINUTE);
    tokens.offer('offered');
    vi.setSystemTime(NOW + 2 * MINUTE);
    expect(await tokens.current()).toBe('offered');
    expect(getToken).toHaveBeenCalledTimes(1);
  });
});
