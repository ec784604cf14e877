import { createServer } from 'node:http';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ConnectionLost } from '../../src/sandbox/errors.js';
import { listenWith } from '../server/listen.js';
import { POLL, sendTo, startApi, WRITE } from './server.js';

const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

/** What comes of each status: everything that is no 2xx fails. */
const STATUSES: readonly (readonly [status: number, code: string, retryable: boolean])[] = [
  [400, 'validation_failed', false],
  [401, 'session_invalid', false],
  [402, 'invalid_response', false],
  [403, 'forbidden', false],
  [404, 'not_found', false],
  [405, 'invalid_response', false],
  [408, 'timeout', true],
  [409, 'conflict', false],
  [410, 'not_found', false],
  [413, 'invalid_response', false],
  [418, 'invalid_response', false],
  [422, 'validation_failed', false],
  [429, 'rate_limited', true],
  [500, 'server_error', true],
  [501, 'server_error', true],
  [502, 'server_error', true],
  [503, 'server_error', true],
  [504, 'server_error', true],
];

describe('a status', () => {
  it.each(STATUSES)('%i is %s, worth another try: %j', async (status, code, retryable) => {
    const body = { statusCode: status, message: 'No.', timestamp: '2026-03-01T09:30:00Z' };
    const api = await startApi(() => Response.json(body, { status, headers: { 'x-request-id': 'req-1' } }));
    await expect(sendTo(api)(POLL)).rejects.toMatchObject({
      name: 'HubError',
      code,
      retryable,
      status,
      requestId: 'req-1',
      details: 'No.',
      outcomeUnknown: false,
    });
    await expect(sendTo(api)(WRITE)).rejects.toMatchObject({ code, outcomeUnknown: status >= 500 });
    expect(api.arrived).toHaveLength(2);
  });

  it.each(STATUSES)(
    '%i is the same with the HTML of a gateway, which nobody is shown',
    async (status, code) => {
      const api = await startApi(() => new Response('<html>Bad</html>', { status }));
      await expect(sendTo(api)(POLL)).rejects.toMatchObject({ code, status, details: undefined });
    },
  );

  it('of a redirect is not followed', async () => {
    const api = await startApi(({ path }) =>
      path === '/poll'
        ? new Response(null, { status: 302, headers: { location: '/evil' } })
        : Response.json({}),
    );
    await expect(sendTo(api)(POLL)).rejects.toMatchObject({ code: 'network_unreachable' });
    expect(api.arrived.map(({ path }) => path)).toEqual(['/poll']);
  });

  it('of a failure with a body beyond 64 KB is told all the same, without the body', async () => {
    const message = 'x'.repeat(70 * 1024);
    const api = await startApi(() => Response.json({ message }, { status: 422 }));
    await expect(sendTo(api)(POLL)).rejects.toMatchObject({ code: 'validation_failed', details: undefined });
  });
});

describe('no answer', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is a network that does not reach, with the outcome of a write unknown', async () => {
    const api = await startApi(() => Promise.reject(new ConnectionLost()));
    const lost = { name: 'HubError', code: 'network_unreachable', retryable: true, status: undefined };
    await expect(sendTo(api)(POLL)).rejects.toMatchObject({ ...lost, outcomeUnknown: false });
    await expect(sendTo(api)(WRITE)).rejects.toMatchObject({ ...lost, outcomeUnknown: true });
  });

  it('half of an answer is none', async () => {
    const server = await listenWith(
      createServer((_, outgoing) => {
        outgoing.writeHead(200, { 'content-length': '100' });
        outgoing.write('{"id":"a"}', () => outgoing.destroy());
      }),
    );
    onTestFinished(() => server.close());
    await expect(sendTo(server)(WRITE)).rejects.toMatchObject({
      code: 'network_unreachable',
      outcomeUnknown: true,
    });
  });

  it('while the browser is offline is that, and nothing was sent', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const send = sendTo({ url: 'https://api.example' }, { fetch: () => unreachable });
    await expect(send(WRITE)).rejects.toMatchObject({
      code: 'network_offline',
      outcomeUnknown: false,
    });
  });

  it('when the browser went offline meanwhile leaves the outcome of a write unknown', async () => {
    const navigator = { onLine: true };
    vi.stubGlobal('navigator', navigator);
    const fetch = () => () => {
      navigator.onLine = false;
      return unreachable();
    };
    await expect(sendTo({ url: 'https://api.example' }, { fetch })(WRITE)).rejects.toMatchObject({
      code: 'network_offline',
      outcomeUnknown: true,
    });
  });
});
