import { mkdtemp, rm } from 'node:fs/promises';
import { request as nodeRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acme, connectAcme, hubHeaders } from './acme.js';
import type { Listening } from './listen.js';
import { API_KEY, startSandboxServer } from './main.js';

const OWNER = { origin_owner_id: 'owner-1', origin_owner_name: 'Owner One' };

let folder: string;
let server: Listening;

const start = () => startSandboxServer({ databasePath: join(folder, 'sandbox.db'), catalog: [acme] });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-hub-server-'));
  server = await start();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const basic = { authorization: `Basic ${btoa(`${API_KEY}:`)}`, 'content-type': 'application/json' };

async function newToken(): Promise<string> {
  const answer = await fetch(`${server.url}/connect_sessions`, {
    method: 'POST',
    headers: basic,
    body: JSON.stringify(OWNER),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function accounts(): Promise<unknown> {
  const query = `origin_owner_id=${OWNER.origin_owner_id}`;
  return (await fetch(`${server.url}/accounts?${query}`, { headers: basic })).json();
}

test('accounts survive a restart', async () => {
  expect((await connectAcme(server.url, await newToken())).ok).toBe(true);
  const before = await accounts();
  expect(before).toMatchObject([{ provider: 'acme', origin_owner_id: OWNER.origin_owner_id }]);

  await server.close();
  server = await start();
  expect(await accounts()).toEqual(before);
});

test('an answer that gets lost is a network error, and what it would have told has happened', async () => {
  await expect(connectAcme(server.url, await newToken(), 'lost')).rejects.toThrow(TypeError);
  expect(await accounts()).toHaveLength(1);
});

test('logos come from the server that names them, and every page may show them', async () => {
  const answer = await fetch(`${server.url}/hub/connectors`, { headers: hubHeaders(await newToken()) });
  const { integrations } = (await answer.json()) as { integrations: { logo_url: string }[] };
  expect(integrations[0]?.logo_url).toBe(`${server.url}/logos/acme.svg`);

  const logo = await fetch(`${server.url}/logos/there-is-none.svg`);
  expect(logo.status).toBe(404);
  expect(logo.headers.get('access-control-allow-origin')).toBe('*');
});

test('nothing beside the logos is served', async () => {
  for (const path of ['/logos/..%2f..%2fpackage.json', '/logos/../../package.json', '/package.json']) {
    expect(await statusOfRawPath(path)).toBeGreaterThanOrEqual(400);
  }
});

/** `fetch` would tidy the path up before it is sent. */
function statusOfRawPath(path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    nodeRequest({ hostname, port, path }, (answer) => resolve(answer.resume().statusCode))
      .once('error', reject)
      .end();
  });
}

const preflight = (headers: string, method = 'POST') =>
  fetch(`${server.url}/hub/accounts`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://host.example',
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    },
  });

const allowed = (answer: Response): string[] =>
  (answer.headers.get('access-control-allow-headers') ?? '').toLowerCase().split(/,\s*/);

test('a browser may send the headers of the contract', async () => {
  const answer = await preflight('content-type,x-hub-session-token,x-hub-version');
  expect(answer.ok).toBe(true);
  expect(allowed(answer)).toEqual(
    expect.arrayContaining(['content-type', 'x-hub-session-token', 'x-hub-version']),
  );
});

test('a stray header is not allowed, so a browser does not even ask', async () => {
  const answer = await preflight('content-type,x-hub-session-token,x-hub-version,x-stray');
  expect(allowed(answer)).not.toContain('x-stray');
  expect(allowed(answer)).not.toContain('*');
});
