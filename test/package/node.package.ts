import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { bundle } from './bundle.js';
import { importsOf, published } from './contents.js';
import { evaluate } from './run.js';

const { oldest, newest } = published.hosts;

const rendered = (server: string): string => `
  import { createElement, version } from 'react';
  ${server}
  import { ConnectHub, HUB_ERROR_CODES } from 'connect-hub';
  const page = createElement(ConnectHub, { token: 'a-token', height: '480px' });
  console.log(JSON.stringify({ html: await render(page), version, codes: HUB_ERROR_CODES.length }));
`;

const AT_ONCE = `import { renderToString as render } from 'react-dom/server';`;
const AS_A_STREAM = `
  import { PassThrough } from 'node:stream';
  import { text } from 'node:stream/consumers';
  import { renderToPipeableStream } from 'react-dom/server';
  const render = (page) => text(renderToPipeableStream(page).pipe(new PassThrough()));
`;

describe.each([
  ['18.3', oldest],
  ['19.', newest],
])('on a server with React %s', (version, host) => {
  test.each([
    ['at once', AT_ONCE],
    ['as a stream', AS_A_STREAM],
  ])('the component renders %s to its skeleton, and nothing is warned of', async (_, server) => {
    const { result, stderr } = await evaluate(host, rendered(server));
    expect(result).toMatchObject({
      version: expect.stringContaining(version) as string,
      html: expect.stringMatching(/^<section class="hub".*hub-loading".*Loading…/) as string,
      codes: expect.any(Number) as number,
    });
    expect(JSON.stringify(result)).not.toMatch(/a-token| style=|suppressHydrationWarning/);
    expect(stderr).toBe('');
  });
});

/** A host's own test, in a word: a session is made, and an account through it. */
const CONNECT = `
  import { createSandbox } from 'connect-hub/sandbox';
  const sandbox = createSandbox();
  const ask = async (path, headers, body) => {
    const init = { method: body ? 'POST' : 'GET', headers, ...(body && { body: JSON.stringify(body) }) };
    return (await sandbox.fetch(new Request('http://sandbox.localhost' + path, init))).json();
  };
  const connect = async () => {
    const backend = { authorization: 'Basic ' + btoa('sandbox_key:') };
    const owner = { origin_owner_id: 'acme', origin_owner_name: 'Acme', provider: 'bamboohr' };
    const { token } = await ask('/connect_sessions', backend, owner);
    const hub = { 'x-hub-session-token': token };
    const { integrations } = await ask('/hub/connectors', hub);
    const { integration_id } = integrations.find(({ name }) => name === 'BambooHR');
    await ask('/hub/accounts', hub, { integration_id, credentials: { subdomain: 'acme', api_key: 'key' } });
    return ask('/accounts?origin_owner_id=acme', backend);
  };
`;

const CONNECTED = [{ provider: 'bamboohr', origin_owner_id: 'acme', status: 'active' }];

describe('the sandbox', () => {
  test('needs nothing but zod', () => {
    expect(importsOf('dist/sandbox.js')).toEqual(['zod/mini']);
  });

  test('runs in plain Node', async () => {
    const { result, stderr } = await evaluate(
      newest,
      `${CONNECT} console.log(JSON.stringify(await connect()));`,
    );
    expect(result).toMatchObject(CONNECTED);
    expect(stderr).toBe('');
  });

  test('runs where there is only what the web has, and no code is made out of text', async () => {
    const { code } = await bundle(newest, `${CONNECT} globalThis.connected = connect();`);
    const web = { Request, Response, Headers, URL, URLSearchParams, TextEncoder, TextDecoder, AbortSignal };
    const more = {
      AbortController,
      ReadableStream,
      crypto,
      atob,
      btoa,
      setTimeout,
      clearTimeout,
      queueMicrotask,
    };
    const edge = createContext({ ...web, ...more }, { codeGeneration: { strings: false, wasm: false } });
    runInContext(code, edge);
    expect(await (edge['connected'] as Promise<unknown>)).toMatchObject(CONNECTED);
  });
});
