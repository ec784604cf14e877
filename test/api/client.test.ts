import { describe, expect, it } from 'vitest';
import { createClient, toConnectors } from '../../src/api/client.js';
import { ConnectorList } from '../../src/api/schemas.js';
import { type Arrived, fixedToken, startApi } from './server.js';
import { account, current, details, integration, session } from './wire.js';

/** What a server answers, by method and path. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  'POST /connect_sessions/authenticate': session(),
  'GET /hub/settings': { enabled_features: [] },
  'GET /hub/connectors': { integrations: [integration()] },
  'GET /hub/connectors/integration-1': details(current()),
  'POST /hub/accounts': { id: 'account-1', provider: 'bamboohr' },
  'GET /hub/accounts/account-1': account(),
  'PATCH /hub/accounts/account-1': {},
  'POST /hub/connection_attempts': { id: 'attempt-1' },
  'GET /hub/connection_attempts/attempt-1': { status: 'pending', account: null, error: null },
  'DELETE /hub/connection_attempts/attempt-1': null,
  'POST /hub/connection_attempts/attempt-1/confirm': null,
};

const answerTo = ({ method, path }: Arrived): Response => {
  const answer = ANSWERS[`${method} ${path}`];
  if (answer === undefined) return new Response(null, { status: 404 });
  return answer === null ? new Response(null, { status: 204 }) : Response.json(answer);
};

async function connected() {
  const api = await startApi(answerTo);
  const client = createClient({ baseUrl: api.url, tokens: fixedToken(), fetch: () => fetch });
  return { api, client };
}
type Client = Awaited<ReturnType<typeof connected>>['client'];

const credentials = { integrationId: 'integration-1', credentials: '{"b":"1","1":"x"}' };
const sent = '{"integration_id":"integration-1","credentials":{"b":"1","1":"x"}}';

describe('a call of the contract', () => {
  const CALLS: readonly (readonly [call: string, run: (client: Client) => Promise<unknown>, body: string])[] =
    [
      ['POST /connect_sessions/authenticate', (client) => client.session(), '{"token":"token"}'],
      ['GET /hub/settings', (client) => client.settings(), ''],
      ['GET /hub/connectors', (client) => client.connectors(), ''],
      ['GET /hub/connectors/integration-1', (client) => client.connector('integration-1'), ''],
      ['POST /hub/accounts', (client) => client.createAccount(credentials), sent],
      ['GET /hub/accounts/account-1', (client) => client.account('account-1'), ''],
      ['PATCH /hub/accounts/account-1', (client) => client.updateAccount('account-1', credentials), sent],
      ['POST /hub/connection_attempts', (client) => client.createAttempt({}), '{"token":"token"}'],
      ['GET /hub/connection_attempts/attempt-1', (client) => client.attempt('attempt-1'), ''],
      ['DELETE /hub/connection_attempts/attempt-1', (client) => client.cancelAttempt('attempt-1'), ''],
    ];

  it.each(CALLS)('%s says what the contract says, in its order', async (call, run, body) => {
    const { api, client } = await connected();
    await run(client);
    expect(api.arrived.map(({ method, path }) => `${method} ${path}`)).toEqual([call]);
    expect(api.arrived[0]?.body).toBe(body);
  });

  it('takes what the server answers', async () => {
    const { client } = await connected();
    expect(await client.session()).toEqual(session());
    expect(await client.account('account-1')).toEqual(account());
    expect(await client.createAccount(credentials)).toEqual({ id: 'account-1', provider: 'bamboohr' });
    expect(await client.attempt('attempt-1')).toMatchObject({ status: 'pending' });
    expect(await client.updateAccount('account-1', credentials)).toBeUndefined();
  });

  it('begins a sign-in with everything that the server’s own pages need, the credentials to the letter', async () => {
    const { api, client } = await connected();
    const proven = { ...credentials, accountId: 'account-1', nonce: 'nonce-1', challenge: 'challenge-1' };
    await client.createAttempt({ details: proven });
    await client.createAttempt({ details: { ...credentials, nonce: 'nonce-2' } });
    expect(api.arrived.map((request) => JSON.parse(request.body) as unknown)).toEqual([
      {
        token: 'token',
        integration_id: 'integration-1',
        account_id: 'account-1',
        nonce: 'nonce-1',
        challenge: 'challenge-1',
        credentials: { b: '1', 1: 'x' },
      },
      { token: 'token', integration_id: 'integration-1', nonce: 'nonce-2', credentials: { b: '1', 1: 'x' } },
    ]);
    for (const { body } of api.arrived) expect(body).toContain(`"credentials":${credentials.credentials}}`);
  });

  it('confirms a sign-in by what only its beginner has', async () => {
    const { api, client } = await connected();
    await client.confirmAttempt('attempt-1', { confirm: 'confirm-1', verifier: 'verifier-1' });
    expect(api.arrived).toMatchObject([
      {
        method: 'POST',
        path: '/hub/connection_attempts/attempt-1/confirm',
        body: '{"confirm":"confirm-1","verifier":"verifier-1"}',
      },
    ]);
  });

  it('looks at another token without using it', async () => {
    const { api, client } = await connected();
    await client.inspect('another');
    await client.settings();
    expect(api.arrived.map(({ headers }) => headers.get('x-hub-session-token'))).toEqual([
      'another',
      'token',
    ]);
    expect(api.arrived[0]?.body).toBe('{"token":"another"}');
  });

  it('carries an idempotency key where it is given one, and nowhere else', async () => {
    const { api, client } = await connected();
    await client.createAccount({ ...credentials, idempotencyKey: 'key-1' });
    await client.createAttempt({ idempotencyKey: 'key-2' });
    await client.createAccount(credentials);
    await client.updateAccount('account-1', { ...credentials, idempotencyKey: 'key-3' });
    expect(api.arrived.map(({ headers }) => headers.get('idempotency-key'))).toEqual([
      'key-1',
      'key-2',
      null,
      null,
    ]);
  });

  it.each(['..', '.', '../settings', 'a/b', '%2e%2e', '', 'x'.repeat(129)])(
    'is not made for the id %j, which is none',
    async (id) => {
      const { api, client } = await connected();
      for (const call of [
        () => client.connector(id),
        () => client.account(id),
        () => client.updateAccount(id, credentials),
        () => client.attempt(id),
        () => client.cancelAttempt(id),
        () => client.confirmAttempt(id, { confirm: 'a', verifier: 'b' }),
      ]) {
        await expect((async () => call())()).rejects.toMatchObject({ name: 'HubError', code: 'not_found' });
      }
      expect(api.arrived).toEqual([]);
    },
  );
});

const connectors = (...integrations: readonly object[]) =>
  toConnectors(ConnectorList.parse({ integrations }));

describe('the connectors of a list', () => {
  it('come in the words of the hub', () => {
    expect(connectors(integration())).toEqual([
      {
        id: 'integration-1',
        name: 'BambooHR',
        provider: 'bamboohr',
        category: 'hris',
        version: '1.2.0',
        configKey: 'api_key',
        environment: 'production',
        logoUrl: 'https://logos.example/bamboohr.svg',
        accountIds: ['account-1'],
      },
    ]);
  });

  it('need no more than an id and a provider', () => {
    expect(connectors({ integration_id: 'i', provider: 'acme' })).toEqual([
      { id: 'i', name: 'acme', provider: 'acme', category: '', accountIds: [] },
    ]);
  });

  it('leave out what is not active', () => {
    const list = [
      integration({ integration_id: 'off', active: false }),
      integration({ integration_id: 'on' }),
    ];
    expect(connectors(...list).map(({ id }) => id)).toEqual(['on']);
  });

  it('are one an id, the first that is active: two of a provider are two', () => {
    const list = [
      integration({ integration_id: 'a', active: false, name: 'Off' }),
      integration({ integration_id: 'a', name: 'First' }),
      integration({ integration_id: 'a', name: 'Second' }),
      integration({ integration_id: 'b', name: 'First' }),
    ];
    expect(connectors(...list).map(({ id, name }) => [id, name])).toEqual([
      ['a', 'First'],
      ['b', 'First'],
    ]);
  });

  it.each([
    ['  BambooHR ', 'bamboohr', 'BambooHR'],
    ['  ', 'bamboohr', 'bamboohr'],
    [null, '', 'integration-1'],
  ])('named %j of the provider %j are called %s', (name, provider, called) => {
    expect(connectors(integration({ name, provider }))[0]?.name).toBe(called);
  });

  it.each([
    ['hrisLegacy', 'hris-legacy'],
    ['hris-legacy', 'hris-legacy'],
    ['stackOne', 'stackone'],
    ['ATS', 'ats'],
    ['time_travel', 'time-travel'],
  ])('of the category %s are found under %s', (type, category) => {
    expect(connectors(integration({ type }))[0]?.category).toBe(category);
  });
});
