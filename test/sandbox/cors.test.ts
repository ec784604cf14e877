import { describe, expect, test } from 'vitest';
import { ALPHA, connecting, openSandbox } from './harness.js';

/** A browser asks before it calls: what it hears decides what the hub may send. */
const preflight = (path: string, extensions?: []) =>
  openSandbox(extensions ? { extensions } : {}).call('OPTIONS', path, {
    origin: 'https://host.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'x-hub-session-token,x-anything',
  });

const allowed = (answer: Response) =>
  (answer.headers.get('access-control-allow-headers') ?? '').split(/,\s*/);

const OPEN = [
  '/hub/settings',
  '/hub/connectors',
  '/hub/connectors/1',
  '/hub/accounts',
  '/hub/accounts/1',
  '/hub/connection_attempts',
  '/hub/connection_attempts/1',
  '/connect_sessions/authenticate',
  '/connect/oauth2/1',
];
const CONTRACT = ['x-hub-session-token', 'x-hub-version', 'content-type'];

describe('a page of any origin', () => {
  test.each(OPEN)('may call %s, with the headers of the contract and no others', async (path) => {
    const answer = await preflight(path);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET,POST,PATCH,DELETE');
    expect(allowed(answer)).toEqual([...CONTRACT, 'idempotency-key']);
  });

  test.each(OPEN)('may send no idempotency key to %s in the plain contract', async (path) => {
    expect(allowed(await preflight(path, []))).toEqual(CONTRACT);
    expect(allowed(await preflight(`/plain${path}`))).toEqual(CONTRACT);
  });

  test.each(['/connect_sessions', '/accounts', '/accounts/1', '/plain/connect_sessions', '/plain/accounts'])(
    "may not call %s: that is the backend's",
    async (path) => {
      const answer = await preflight(path);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(
        (await openSandbox().backend('GET', path)).headers.get('access-control-allow-origin'),
      ).toBeNull();
    },
  );

  test('reads Retry-After and X-Request-Id of every answer, a refusal too', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const body = connecting(ALPHA, { subdomain: 'rate-limited', api_key: 'x' });
    const answers = [
      await sandbox.hub(token).get('/hub/settings'),
      await sandbox.hub('nobody').get('/hub/settings'),
      await sandbox.hub(token).post('/hub/accounts', body),
      await sandbox.hub(token).get('/hub/nothing/here'),
      await sandbox.hub('sandbox:gateway').get('/hub/settings'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 429, 404, 502]);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After,X-Request-Id');
    }
  });
});

test('every answer has a request id of its own', async () => {
  const sandbox = openSandbox();
  const paths = [
    '/hub/settings',
    '/plain/hub/settings',
    '/accounts',
    '/nothing',
    '/embedded/accounts/callback',
  ];
  const answers = await Promise.all(paths.map((path) => sandbox.backend('GET', path)));
  const ids = new Set(answers.map(({ headers }) => headers.get('x-request-id')));
  expect(ids.size).toBe(paths.length);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});
