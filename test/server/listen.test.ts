import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ConnectionLost } from '../../src/sandbox/errors.js';
import { type FetchHandler, type Listening, listen } from './listen.js';

let server: Listening | undefined;
afterEach(() => server?.close());

async function start(handler: FetchHandler): Promise<Listening> {
  server = await listen(handler);
  return server;
}

test('the handler gets a real request: its method, path, headers and body', async () => {
  const { url } = await start(async (request) => {
    // Only a real Request can be copied into another, as a server does that strips a prefix.
    const copy = new Request(request.url.replace('/plain', ''), request);
    const { pathname, search } = new URL(copy.url);
    return new Response(
      `${copy.method} ${pathname}${search} ${copy.headers.get('x-a')} ${await copy.text()}`,
    );
  });
  const answer = await fetch(`${url}/plain/b?c=d`, { method: 'POST', body: 'ü', headers: { 'x-a': '1' } });
  expect(await answer.text()).toBe('POST /b?c=d 1 ü');
});

test('an answer that gets lost is a network error for the caller', async () => {
  const { url } = await start(async () => {
    throw new ConnectionLost();
  });
  await expect(fetch(url)).rejects.toThrow(TypeError);
});

test('a handler that breaks is a 500, and the server lives on', async () => {
  const { url } = await start(async (request) => {
    if (request.url.endsWith('/broken')) throw new Error('broken');
    return new Response('fine');
  });
  expect((await fetch(`${url}/broken`)).status).toBe(500);
  expect(await (await fetch(url)).text()).toBe('fine');
});

test('a caller that gives up aborts the request', async () => {
  const heard = new EventEmitter();
  const { url } = await start(async ({ signal }) => {
    heard.emit('request');
    await once(signal, 'abort');
    heard.emit('abort');
    return new Response('too late');
  });
  const controller = new AbortController();
  const [arrived, aborted] = [once(heard, 'request'), once(heard, 'abort')];
  const asking = fetch(url, { signal: controller.signal });
  await arrived;
  controller.abort();
  await expect(asking).rejects.toThrow('aborted');
  await aborted;
});

test('a port that is taken is refused with the reason', async () => {
  const { url } = await start(async () => new Response());
  const second = listen(async () => new Response(), { port: Number(new URL(url).port) });
  await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('closing cuts connections that are still open', async () => {
  const { url, close } = await start(async () => new Response('fine'));
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const closed = once(socket, 'close');
  await close();
  await closed;
  await expect(fetch(url)).rejects.toThrow(TypeError);
});
