import * as z from 'zod/mini';
import { describe, expect, it, vi } from 'vitest';
import { createSend } from '../../src/api/request.js';
import { HUB_VERSION } from '../../src/contract/version.js';
import { deferred, isPending } from './promises.js';
import { fixedToken, POLL, READ, sendTo, startApi, WRITE } from './server.js';

const Named = z.object({ id: z.string() });

const json = (body: unknown, init?: ResponseInit): Response => Response.json(body, init);

describe('a request', () => {
  it('carries three headers besides those of every fetch, and no other', async () => {
    const api = await startApi(() => json({}));
    await fetch(api.url, { cache: 'no-store' });
    await sendTo(api)(READ);
    const [plain, ours] = api.arrived.map(({ headers }) => new Map(headers));
    const added = [...(ours ?? [])].filter(([name]) => !plain?.has(name));
    expect(Object.fromEntries(added)).toEqual({
      'x-hub-session-token': 'token',
      'x-hub-version': HUB_VERSION,
      'content-type': 'application/json',
    });
  });

  it('carries an idempotency key where it is given one', async () => {
    const api = await startApi(() => json({}));
    await sendTo(api)({ ...WRITE, idempotencyKey: '2b1b3c6e-6a3f-4b43-8f6c-0e8a4a8f1f01' });
    await sendTo(api)({ ...WRITE, idempotencyKey: undefined });
    expect(api.arrived.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      '2b1b3c6e-6a3f-4b43-8f6c-0e8a4a8f1f01',
      null,
    ]);
  });

  it('goes where it is sent, with its body to the letter', async () => {
    const api = await startApi(() => json({}));
    const send = sendTo({ url: `${api.url}/eu` });
    const body = '{"credentials":{"b":"ä 😀","1":"x"}}';
    await send({ ...WRITE, method: 'PATCH', path: '/hub/accounts/a%3Ab', body });
    await send({ ...READ, path: '/hub/settings' });
    expect(api.arrived).toMatchObject([
      { method: 'PATCH', path: '/eu/hub/accounts/a%3Ab', body },
      { method: 'GET', path: '/eu/hub/settings', body: '' },
    ]);
  });

  it('can put the token that it sends into its body', async () => {
    const api = await startApi(() => json({}));
    await sendTo(api)({ ...WRITE, body: (token) => JSON.stringify({ token }) });
    expect(api.arrived).toMatchObject([{ body: '{"token":"token"}' }]);
  });

  it('can be sent with another token than the one in use', async () => {
    const api = await startApi(() => json({}));
    await sendTo(api)({ ...READ, token: 'another' });
    expect(api.arrived[0]?.headers.get('x-hub-session-token')).toBe('another');
  });

  it('waits for a token', async () => {
    const api = await startApi(() => json({ id: 'a' }));
    const { promise, resolve } = deferred<string>();
    const tokens = { ...fixedToken(), current: () => promise };
    const answer = sendTo(api, { tokens })({ ...READ, schema: Named });
    expect(await isPending(answer)).toBe(true);
    resolve('late');
    expect(await answer).toEqual({ id: 'a' });
    expect(api.arrived[0]?.headers.get('x-hub-session-token')).toBe('late');
  });

  it('is not made with a token that no header can carry', async () => {
    const api = await startApi(() => json({}));
    const tokens = fixedToken('evil\r\nx-admin: 1');
    await expect(sendTo(api, { tokens })(READ)).rejects.toMatchObject({ code: 'session_invalid' });
    expect(api.arrived).toEqual([]);
  });

  it('takes no cookies, no referrer, no cache and no redirect along', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => json({}));
    const send = createSend({ baseUrl: 'https://api.example', tokens: fixedToken(), fetch: () => fetch });
    await send(READ);
    expect(fetch).toHaveBeenCalledWith(
      'https://api.example/read',
      expect.objectContaining({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
      }),
    );
  });

  it.each([
    ['a write', WRITE, true],
    [
      'a write that asks for nothing',
      { method: 'DELETE', kind: 'write', path: '/write', timeout: 5_000 } as const,
      true,
    ],
    ['a write larger than browsers keep', { ...WRITE, body: '€'.repeat(21_334) }, undefined],
    ['a read', READ, undefined],
    ['a poll', POLL, undefined],
  ])('goes on without its page as it should: %s', async (_, call, keepalive) => {
    const sent: (RequestInit | undefined)[] = [];
    const fetch: typeof globalThis.fetch = async (__, init) => {
      sent.push(init);
      return json({});
    };
    await createSend({ baseUrl: 'https://api.example', tokens: fixedToken(), fetch: () => fetch })(call);
    expect(sent.map((init) => init?.keepalive)).toEqual([keepalive]);
  });

  it('goes through the fetch that the host has now', async () => {
    const used: string[] = [];
    let name = 'first';
    const fetch = () => {
      const current = name;
      return async () => {
        used.push(current);
        return json({});
      };
    };
    const send = createSend({ baseUrl: 'https://api.example', tokens: fixedToken(), fetch });
    await send(READ);
    name = 'second';
    await send(READ);
    expect(used).toEqual(['first', 'second']);
  });
});

describe('an answer', () => {
  it.each([200, 201, 202])('with the status %i is what it parses as', async (status) => {
    const api = await startApi(() => json({ id: 'a', extra: 1 }, { status }));
    expect(await sendTo(api)({ ...READ, schema: Named })).toEqual({ id: 'a' });
  });

  it('needs no content type: it is JSON when it parses as such', async () => {
    const api = await startApi(
      () => new Response('{"id":"a"}', { headers: { 'content-type': 'text/html' } }),
    );
    expect(await sendTo(api)({ ...READ, schema: Named })).toEqual({ id: 'a' });
  });

  it('is read in whatever pieces it comes, characters cut in two included', async () => {
    const bytes = new TextEncoder().encode('{"id":"schlüssel 😀"}');
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const fetch = () => async () => new Response(pieces);
    const send = sendTo({ url: 'https://api.example' }, { fetch });
    expect(await send({ ...READ, schema: Named })).toEqual({ id: 'schlüssel 😀' });
  });

  it.each([200, 204])(
    'is not looked at where none is expected: a PATCH with the status %i',
    async (status) => {
      const api = await startApi(() => new Response(null, { status }));
      expect(await sendTo(api)({ ...WRITE, method: 'PATCH' })).toBeUndefined();
    },
  );

  it.each([
    ['nothing', () => new Response('')],
    ['no content', () => new Response(null, { status: 204 })],
    ['HTML', () => new Response('<!doctype html><title>Sign in</title>')],
    ['half of it', () => new Response('{"id":"a"')],
    ['null', () => json(null)],
    ['a list', () => json([{ id: 'a' }])],
    ['another shape', () => json({ id: 5 })],
  ])('that is %s is a failure', async (_, answer) => {
    const api = await startApi(answer);
    const failed = { name: 'HubError', code: 'invalid_response', retryable: false };
    await expect(sendTo(api)({ ...READ, schema: Named })).rejects.toMatchObject({
      ...failed,
      outcomeUnknown: false,
    });
    await expect(sendTo(api)({ ...WRITE, schema: Named })).rejects.toMatchObject({
      ...failed,
      outcomeUnknown: true,
    });
    expect(api.arrived).toHaveLength(2);
  });

  it('says its request id even where it makes no sense', async () => {
    const api = await startApi(() => json({}, { headers: { 'x-request-id': 'req-1' } }));
    await expect(sendTo(api)({ ...READ, schema: Named })).rejects.toMatchObject({
      status: 200,
      requestId: 'req-1',
    });
  });

  it('is a failure beyond 16 MB, even where what came before was whole', async () => {
    const filler = ' '.repeat(1024 * 1024);
    const body = () => `{"id":"a"}${filler.repeat(17)}`;
    const api = await startApi(() => new Response(body()));
    await expect(sendTo(api)({ ...POLL, schema: Named })).rejects.toMatchObject({ code: 'invalid_response' });
  });

  it('may be large up to there', async () => {
    const filler = ' '.repeat(1024 * 1024);
    const api = await startApi(() => new Response(`{"id":"a"}${filler.repeat(10)}`));
    expect(await sendTo(api)({ ...POLL, schema: Named })).toEqual({ id: 'a' });
  });
});
