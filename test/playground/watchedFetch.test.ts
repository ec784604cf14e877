import { expect, test } from 'vitest';
import { createLog, type RequestEntry } from '../../src/playground/log.js';
import { DOTS } from '../../src/playground/mask.js';
import { watchedFetch } from '../../src/playground/watchedFetch.js';

function watching(answer: typeof globalThis.fetch) {
  const log = createLog(() => 0);
  let time = 0;
  const fetch = watchedFetch({ log, from: 'hub', fetch: answer, clock: () => (time += 20) });
  return { log, fetch, newest: () => log.entries()[0] as RequestEntry };
}

test('a request stands in the log with its answer', async () => {
  const { fetch, newest } = watching(async () =>
    Response.json({}, { status: 201, headers: { 'x-request-id': 'req_1' } }),
  );
  await fetch('http://127.0.0.1:4010/hub/settings');
  expect(newest()).toEqual({
    kind: 'request',
    id: 1,
    at: 0,
    from: 'hub',
    method: 'GET',
    path: '/hub/settings',
    state: 'answered',
    status: 201,
    milliseconds: 20,
    requestId: 'req_1',
  });
});

test('it stands there from the moment it leaves', async () => {
  const states: unknown[] = [];
  const { fetch, newest } = watching(async () => {
    states.push(newest().state);
    return new Response();
  });
  await fetch('/x');
  expect(states).toEqual(['running']);
});

test('the answer arrives untouched', async () => {
  const response = Response.json({ token: 'CANARY' });
  const { fetch } = watching(async () => response);
  expect(await fetch('/x')).toBe(response);
  expect(response.bodyUsed).toBe(false);
});

test('a request that fails says so, and its error goes on to who asked', async () => {
  const { fetch, newest } = watching(async () => {
    throw new TypeError('Failed to fetch');
  });
  await expect(fetch('/x')).rejects.toThrow('Failed to fetch');
  expect(newest()).toMatchObject({ state: 'failed', milliseconds: 20 });
});

test('a request that was given up is told apart from one that failed', async () => {
  const controller = new AbortController();
  const { fetch, newest } = watching(async () => {
    controller.abort();
    throw controller.signal.reason;
  });
  await expect(fetch('/x', { signal: controller.signal })).rejects.toBe(controller.signal.reason);
  expect(newest().state).toBe('aborted');
});

test('no token and no credential ever stands in the log', async () => {
  const { fetch, log, newest } = watching(async () => Response.json({ token: 'CANARY-ANSWER' }));
  const headers = { 'x-hub-session-token': 'CANARY-HEADER', authorization: 'Basic CANARY-KEY' };
  const body = { integration_id: 'i', credentials: { password: 'CANARY-PASSWORD', url: 'CANARY-PLAIN' } };
  await fetch('/hub/accounts', { method: 'POST', headers, body: JSON.stringify(body) });
  await fetch('/hub/connection_attempts', {
    method: 'POST',
    body: JSON.stringify({ token: 'CANARY-TOKEN' }),
  });
  await fetch('/connect/oauth2/i?token=CANARY-QUERY');
  await fetch('/form', { method: 'POST', body: new URLSearchParams({ password: 'CANARY-FORM' }) });
  await fetch(new Request('http://localhost/r', { method: 'POST', headers, body: 'CANARY-REQUEST' }));

  expect(log.entries()).toHaveLength(5);
  expect(JSON.stringify(log.entries())).not.toContain('CANARY');
  expect(newest()).toMatchObject({ method: 'POST', path: '/r' });
  expect(log.entries()[4]).toMatchObject({
    body: { integration_id: 'i', credentials: { password: DOTS, url: DOTS } },
  });
});
