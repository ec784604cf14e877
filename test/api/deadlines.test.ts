import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/api/client.js';
import { deferred, isPending } from './promises.js';
import { type Arrived, fixedToken, POLL, READ, sendTo, startApi, WRITE } from './server.js';

/** An API that hears everything and answers when told to; `heard` is settled by its first request. */
async function silentApi() {
  const heard = deferred<Arrived>();
  const answer = deferred<Response>();
  const api = await startApi((request) => {
    heard.resolve(request);
    return answer.promise;
  });
  return { ...api, heard: heard.promise, answer: answer.resolve };
}

/** A body that begins and never ends. */
const beginning = () =>
  new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });

const timeout = 30;

describe('a call without an answer', () => {
  it('is given up when its time is over', async () => {
    const api = await silentApi();
    await expect(sendTo(api)({ ...POLL, timeout })).rejects.toMatchObject({
      name: 'HubError',
      code: 'timeout',
      retryable: true,
      status: undefined,
      outcomeUnknown: false,
    });
  });

  it('leaves the outcome of a write unknown', async () => {
    const api = await silentApi();
    await expect(sendTo(api)({ ...WRITE, timeout })).rejects.toMatchObject({
      code: 'timeout',
      outcomeUnknown: true,
    });
  });

  it('is given up too where the answer began and does not end', async () => {
    const api = await startApi(() => new Response(beginning()));
    await expect(sendTo(api)({ ...WRITE, timeout })).rejects.toMatchObject({ code: 'timeout' });
  });
});

describe('the end of the hub', () => {
  it.each([READ, POLL])('ends a $kind that is under way', async (call) => {
    const api = await silentApi();
    const lifetime = new AbortController();
    const answer = sendTo(api, { lifetime: lifetime.signal })(call);
    await api.heard;
    lifetime.abort();
    await expect(answer).rejects.toMatchObject({ name: 'HubError', code: 'network_unreachable' });
    expect(api.arrived).toHaveLength(1);
  });

  it('keeps a read that comes after it from being sent', async () => {
    const api = await startApi(() => Response.json({}));
    const send = sendTo(api, { lifetime: AbortSignal.abort() });
    await expect(send(READ)).rejects.toMatchObject({ name: 'HubError' });
    expect(api.arrived).toEqual([]);
  });

  it('lets a write arrive, and its answer', async () => {
    const api = await silentApi();
    const lifetime = new AbortController();
    const answer = sendTo(api, { lifetime: lifetime.signal })(WRITE);
    await api.heard;
    lifetime.abort();
    expect(await isPending(answer)).toBe(true);
    api.answer(new Response(null, { status: 204 }));
    expect(await answer).toBeUndefined();
  });

  it.each<[string, (client: Client) => Promise<unknown>]>([
    ['taken back', (client) => client.cancelAttempt('attempt-1')],
    ['confirmed', (client) => client.confirmAttempt('attempt-1', { confirm: 'a', verifier: 'b' })],
  ])('lets an attempt be %s', async (_, run) => {
    const api = await silentApi();
    const lifetime = new AbortController();
    const tokens = fixedToken();
    const client = createClient({ baseUrl: api.url, tokens, fetch: () => fetch, lifetime: lifetime.signal });
    const answer = run(client);
    expect((await api.heard).path).toContain('/hub/connection_attempts/attempt-1');
    lifetime.abort();
    expect(await isPending(answer)).toBe(true);
    api.answer(new Response(null, { status: 204 }));
    expect(await answer).toBeUndefined();
  });
});
