import { afterEach, beforeEach, expect, test } from 'vitest';
import { hostBackend } from './host-backend.js';
import { type FetchHandler, type Listening, listen } from './listen.js';

const OWN = 'http://127.0.0.1:5173';
const KEY = 'a key for the backend alone';

let api: Listening;
let asked: { method: string; path: string; authorization: string | null; body: string }[];
let backend: FetchHandler;

beforeEach(async () => {
  asked = [];
  api = await listen(async (request) => {
    const { pathname, search } = new URL(request.url);
    const authorization = request.headers.get('authorization');
    asked.push({
      method: request.method,
      path: pathname + search,
      authorization,
      body: await request.text(),
    });
    return Response.json({ from: 'the API' }, { status: 201 });
  });
  backend = hostBackend({ sandboxUrl: api.url, apiKey: KEY });
});
afterEach(() => api.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  new Request(`${OWN}/api/sessions`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', origin: OWN, ...headers },
  });

test('a session is made with the key, which the page neither sends nor sees', async () => {
  const session = { origin_owner_id: 'o', origin_owner_name: 'Owner' };
  const answer = await backend(post(JSON.stringify(session)));

  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(JSON.stringify([await answer.json(), [...answer.headers]])).not.toContain(KEY);
  const bound = { ...session, allowed_origins: [OWN], return_url: `${OWN}/connect-return.html` };
  const authorization = `Basic ${btoa(`${KEY}:`)}`;
  expect(asked).toEqual([
    { method: 'POST', path: '/connect_sessions', authorization, body: JSON.stringify(bound) },
  ]);
});

test('a page cannot have its sign-ins end elsewhere', async () => {
  await backend(post('{"allowed_origins":["https://evil.example"],"return_url":"https://evil.example/"}'));
  expect(asked[0]?.body).not.toContain('evil');
});

test('a page under another name of this machine has that origin', async () => {
  const url = 'http://app.localhost:5173';
  const request = new Request(`${url}/api/sessions`, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', origin: url },
  });
  expect((await backend(request)).status).toBe(201);
  expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ allowed_origins: [url] });
});

test('accounts are listed for one owner, and deleted by their id', async () => {
  await backend(new Request(`${OWN}/api/accounts?origin_owner_id=a%26b`));
  await backend(new Request(`${OWN}/api/accounts/acc_1-2`, { method: 'DELETE', headers: { origin: OWN } }));

  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /accounts?origin_owner_id=a%26b',
    'DELETE /accounts/acc_1-2',
  ]);
});

test('the page learns where the API is', async () => {
  const answer = await backend(new Request(`${OWN}/api/config`));
  expect(await answer.json()).toEqual({ sandboxUrl: api.url });
});

test.each<[string, Request]>([
  ['another origin', post('{}', { origin: 'https://evil.example' })],
  ['another port of this machine', post('{}', { origin: 'http://127.0.0.1:9999' })],
  ['an opaque origin', post('{}', { origin: 'null' })],
  [
    'another site, without an origin',
    new Request(`${OWN}/api/config`, { headers: { 'sec-fetch-site': 'cross-site' } }),
  ],
  ['a name that was made to point here', new Request('http://evil.example/api/config')],
])('a request from %s is refused', async (_, request) => {
  const answer = await backend(request);
  expect(answer.status).toBe(403);
  expect(asked).toEqual([]);
});

test.each<[number, string, Request]>([
  [415, 'a form', post('a=b', { 'content-type': 'application/x-www-form-urlencoded' })],
  [400, 'broken JSON', post('{')],
  [400, 'a list', post('[]')],
  [413, 'more than a session needs', post(JSON.stringify('x'.repeat(70_000)))],
  [400, 'accounts of nobody', new Request(`${OWN}/api/accounts`)],
  [
    404,
    'a path instead of an id',
    new Request(`${OWN}/api/accounts/..%2Fconnect_sessions`, { method: 'DELETE' }),
  ],
  [404, 'what is not there', new Request(`${OWN}/api/other`)],
])('%i is the answer to %s, and the API is not asked', async (status, _, request) => {
  const answer = await backend(request);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toEqual({ message: expect.any(String) });
  expect(asked).toEqual([]);
});

test('the page learns the name under which browsers reach the API, where that is another', async () => {
  const publicSandboxUrl = 'http://api.localhost:4010';
  const named = hostBackend({ sandboxUrl: api.url, publicSandboxUrl, apiKey: KEY });
  expect(await (await named(new Request(`${OWN}/api/config`))).json()).toEqual({
    sandboxUrl: publicSandboxUrl,
  });
  expect((await named(post('{}'))).status).toBe(201);
});

test('an API that is down is said to be down', async () => {
  await api.close();
  const answer = await backend(post('{}'));
  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({ message: 'The API cannot be reached.' });
});
