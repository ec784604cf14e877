import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSend, type RequestOptions } from '../../src/api/request.js';
import { fixedToken, inTurn, POLL, READ, WRITE } from './server.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const KEY = '2b1b3c6e-6a3f-4b43-8f6c-0e8a4a8f1f01';

const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(code === 204 ? null : '{}', { status: code, headers });
const unreachable = () => {
  throw new TypeError('Failed to fetch');
};

/** A fetch that is never answered. */
const silent: typeof globalThis.fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
  });

/** A send over a fetch that answers one after the other, and what it was asked. */
function scripted(answers: readonly (() => Response)[], options: Partial<RequestOptions> = {}) {
  const next = inTurn(...answers);
  const fetch = vi.fn<typeof globalThis.fetch>(async () => next());
  const baseUrl = 'https://api.example';
  const send = createSend({ baseUrl, tokens: fixedToken(), fetch: () => fetch, ...options });
  const headersOf = () => fetch.mock.calls.map(([, init]) => new Headers(init?.headers));
  return { send, fetch, headersOf };
}

/** How it ends; time goes on by hand meanwhile. */
const ending = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'success',
    (error: unknown) => error,
  );

/** How it ends, however long that takes. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  const settled = ending(call);
  await vi.runAllTimersAsync();
  return settled;
}

describe('a read', () => {
  it.each([
    ['a server error', status(500)],
    ['a gateway that is down', status(503)],
    ['a network that does not reach', unreachable],
    ['a timeout at the server', status(408)],
  ])('is tried three times in all at %s', async (_, answer) => {
    const { send, fetch } = scripted([answer]);
    expect(await outcome(send(READ))).toMatchObject({ name: 'HubError', retryable: true });
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('is answered as soon as it works', async () => {
    const { send, fetch } = scripted([status(500), unreachable, status(200)]);
    expect(await outcome(send(READ))).toBe('success');
    expect(fetch).toHaveBeenCalledTimes(3);
  });

  it('is tried again when its time is over', async () => {
    const { send, fetch } = scripted([status(200)]);
    fetch.mockImplementationOnce(silent);
    expect(await outcome(send({ ...READ, timeout: 15_000 }))).toBe('success');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('waits longer each time, and less than two seconds in all', async () => {
    const { send, fetch } = scripted([status(500)]);
    const began = Date.now();
    const times: number[] = [];
    fetch.mockImplementation(async () => {
      times.push(Date.now() - began);
      return status(500)();
    });
    await outcome(send(READ));
    const [first = 0, second = 0, third = 0] = times;
    expect(first).toBe(0);
    expect(second).toBeGreaterThanOrEqual(250);
    expect(third - second).toBeGreaterThanOrEqual(500);
    expect(third).toBeLessThanOrEqual(1_500);
  });

  it.each([400, 401, 403, 404, 409, 410, 422])(
    'is tried once at %i: the same would come again',
    async (code) => {
      const { send, fetch } = scripted([status(code)]);
      expect(await outcome(send(READ))).toMatchObject({ status: code });
      expect(fetch).toHaveBeenCalledTimes(1);
    },
  );

  it('is tried once while the browser is offline', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const { send, fetch } = scripted([unreachable]);
    expect(await outcome(send(READ))).toMatchObject({ code: 'network_offline' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([429, 503])('waits as long as a %i says', async (code) => {
    const { send, fetch } = scripted([status(code, { 'retry-after': '7' }), status(200)]);
    const answer = ending(send(READ));
    await vi.advanceTimersByTimeAsync(6_999);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('success');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['does not say for how long', {}],
    ['wants more than half a minute', { 'retry-after': '31' }],
  ])('is tried once where a 429 %s', async (_, headers) => {
    const { send, fetch } = scripted([status(429, headers)]);
    expect(await outcome(send(READ))).toMatchObject({ code: 'rate_limited', retryable: true });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('a write', () => {
  it.each([
    ['a server error', status(500)],
    ['a network that does not reach', unreachable],
    ['a rate limit', status(429, { 'retry-after': '1' })],
  ])('without a key is sent once at %s', async (_, answer) => {
    const { send, fetch } = scripted([answer]);
    expect(await outcome(send(WRITE))).toMatchObject({ retryable: true });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('with a key is sent twice, with the same key and body', async () => {
    const { send, fetch, headersOf } = scripted([status(500)]);
    const body = '{"integration_id":"a"}';
    const failure = await outcome(send({ ...WRITE, body, idempotencyKey: KEY }));
    expect(failure).toMatchObject({ code: 'server_error', outcomeUnknown: true });
    expect(headersOf().map((headers) => headers.get('idempotency-key'))).toEqual([KEY, KEY]);
    expect(fetch.mock.calls.map(([, init]) => init?.body)).toEqual([body, body]);
  });

  it('with a key goes well when the second answer arrives', async () => {
    const { send, fetch } = scripted([unreachable, status(201)]);
    expect(await outcome(send({ ...WRITE, idempotencyKey: KEY }))).toBe('success');
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('with a key is sent once where it is refused', async () => {
    const { send, fetch } = scripted([status(422)]);
    expect(await outcome(send({ ...WRITE, idempotencyKey: KEY }))).toMatchObject({
      code: 'validation_failed',
    });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('a write whose first answer was lost', () => {
  it.each([
    ['unknown while it is still running', 409, true],
    ['unknown while too much is asked', 429, true],
    ['unknown where the session has ended', 401, true],
    ['unknown where the second is lost too', 500, true],
    ['known where it is refused', 422, false],
    ['known where there is nothing to write to', 404, false],
  ])('has an outcome that is %s', async (_, code, outcomeUnknown) => {
    const { send, fetch } = scripted([unreachable, status(code)]);
    const failure = await outcome(send({ ...WRITE, idempotencyKey: KEY }));
    expect(failure).toMatchObject({ status: code, outcomeUnknown });
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe('a poll', () => {
  it.each([
    ['a server error', status(500)],
    ['a network that does not reach', unreachable],
    ['a rate limit', status(429, { 'retry-after': '1' })],
  ])('is sent once at %s', async (_, answer) => {
    const { send, fetch } = scripted([answer]);
    expect(await outcome(send(POLL))).toMatchObject({ retryable: true });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('the end of the hub', () => {
  it('ends the wait for the next try of a read, which is not sent', async () => {
    const lifetime = new AbortController();
    const { send, fetch } = scripted([status(500)], { lifetime: lifetime.signal });
    const answer = ending(send(READ));
    await vi.advanceTimersByTimeAsync(100);
    lifetime.abort();
    expect(await answer).toMatchObject({ code: 'server_error' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a read that is under way at once, with nothing left to wait for', async () => {
    const lifetime = new AbortController();
    const { send, fetch } = scripted([], { lifetime: lifetime.signal });
    fetch.mockImplementation(silent);
    const answer = ending(send(READ));
    await vi.advanceTimersByTimeAsync(100);
    lifetime.abort();
    expect(await answer).toMatchObject({ name: 'HubError', code: 'network_unreachable' });
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves a write with a key its second try', async () => {
    const lifetime = new AbortController();
    const { send, fetch } = scripted([status(500), status(201)], { lifetime: lifetime.signal });
    const answer = ending(send({ ...WRITE, idempotencyKey: KEY }));
    await vi.advanceTimersByTimeAsync(100);
    lifetime.abort();
    await vi.runAllTimersAsync();
    expect(await answer).toBe('success');
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});
