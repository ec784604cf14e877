import { describe, expect, test } from 'vitest';
import { AccountCreated, ConnectorList, ConnectSession, Settings } from '../../src/api/schemas.js';
import { Refusal, StrictSession } from './backend-schemas.js';
import { ALPHA, ALPHA_AGAIN, BETA, connecting, GAMMA, openSandbox, read, SIGN_IN } from './harness.js';

type Opened = ReturnType<typeof openSandbox>;

const providersOf = async (sandbox: Opened, token: string) => {
  const { integrations } = await read(ConnectorList, await sandbox.hub(token).get('/hub/connectors'));
  return integrations.map((integration) => integration.integration_id);
};

const settingsOf = async (sandbox: Opened, token: string) =>
  read(Settings, await sandbox.hub(token).get('/hub/settings'));

const connect = async (sandbox: Opened, token: string, entry = ALPHA) =>
  read(AccountCreated, await sandbox.hub(token).post('/hub/accounts', connecting(entry)));

describe('what a session can be made with', () => {
  interface Row {
    readonly field: string;
    readonly effect: string;
    readonly holds: (sandbox: Opened) => Promise<void>;
  }

  const rows: readonly Row[] = [
    {
      field: 'origin_owner_id',
      effect: 'is whose accounts they are',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ origin_owner_id: 'globex' });
        await connect(sandbox, token);
        expect(await sandbox.accounts('globex')).toHaveLength(1);
        expect(await sandbox.accounts('acme')).toHaveLength(0);
      },
    },
    {
      field: 'origin_owner_name',
      effect: 'is told to the hub and put on the account',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ origin_owner_name: 'Acme GmbH' });
        await connect(sandbox, token);
        const session = await read(ConnectSession, await sandbox.authenticate(token));
        expect(session.origin_owner_name).toBe('Acme GmbH');
        expect(await sandbox.accounts()).toMatchObject([{ origin_owner_name: 'Acme GmbH' }]);
      },
    },
    {
      field: 'origin_username',
      effect: 'is told to the hub and put on the account',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ origin_username: 'jo@acme.example' });
        await connect(sandbox, token);
        const session = await read(ConnectSession, await sandbox.authenticate(token));
        expect(session.origin_username).toBe('jo@acme.example');
        expect(await sandbox.accounts()).toMatchObject([{ origin_username: 'jo@acme.example' }]);
      },
    },
    {
      field: 'categories',
      effect: 'leaves only connectors of these categories',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ categories: ['hris'] });
        expect(await providersOf(sandbox, token)).toEqual([ALPHA.integrationId, ALPHA_AGAIN.integrationId]);
      },
    },
    {
      field: 'categories',
      effect: 'can be spelled as the clients spell them',
      holds: async (sandbox) => {
        const session = await sandbox.session({ categories: ['hrisLegacy', 'stackOne'] });
        expect(session.categories).toEqual(['hris-legacy', 'stackone']);
        expect(await providersOf(sandbox, session.token)).toEqual([
          GAMMA.integrationId,
          SIGN_IN.integrationId,
        ]);
      },
    },
    {
      field: 'categories',
      effect: 'can be unknown, and then have no connectors',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ categories: ['quantum'] });
        expect(await providersOf(sandbox, token)).toEqual([]);
      },
    },
    {
      field: 'categories',
      effect: 'filter nothing when there are none',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ categories: [] });
        expect(await providersOf(sandbox, token)).toHaveLength(6);
      },
    },
    {
      field: 'provider',
      effect: 'leaves only its connectors, every one of them',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ provider: 'alpha' });
        expect(await providersOf(sandbox, token)).toEqual([ALPHA.integrationId, ALPHA_AGAIN.integrationId]);
      },
    },
    {
      field: 'provider_version',
      effect: 'is accepted and changes nothing',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ provider: 'alpha', provider_version: '1' });
        expect(await providersOf(sandbox, token)).toHaveLength(2);
      },
    },
    {
      field: 'integration_id',
      effect: 'leaves that one integration',
      holds: async (sandbox) => {
        const session = await sandbox.session({ integration_id: ALPHA_AGAIN.integrationId });
        expect(session.integration_id).toBe(ALPHA_AGAIN.integrationId);
        expect(await providersOf(sandbox, session.token)).toEqual([ALPHA_AGAIN.integrationId]);
      },
    },
    {
      field: 'connector_profile_id',
      effect: 'is the other name of integration_id',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ connector_profile_id: BETA.integrationId });
        expect(await providersOf(sandbox, token)).toEqual([BETA.integrationId]);
      },
    },
    {
      field: 'account_id',
      effect: 'is told to the hub, which edits that account',
      holds: async (sandbox) => {
        const account = await connect(sandbox, (await sandbox.session()).token);
        const { token } = await sandbox.session({ account_id: account.id });
        const session = await read(ConnectSession, await sandbox.authenticate(token));
        expect(session.account_id).toBe(account.id);
      },
    },
    {
      field: 'account_id',
      effect: 'keeps the connector of its account on offer',
      holds: async (sandbox) => {
        const account = await connect(sandbox, (await sandbox.session()).token);
        const { token } = await sandbox.session({ account_id: account.id, categories: ['crm'] });
        expect(await providersOf(sandbox, token)).toContain(ALPHA.integrationId);
      },
    },
    {
      field: 'multiple',
      effect: 'makes a second account of a provider',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ provider: 'alpha', multiple: true });
        const first = await connect(sandbox, token);
        expect(await settingsOf(sandbox, token)).not.toHaveProperty('existing_account_id');
        const second = await connect(sandbox, token);
        expect(second.id).not.toBe(first.id);
        expect(await sandbox.accounts()).toHaveLength(2);
      },
    },
    {
      field: 'multiple',
      effect: 'left out, settings name the account that a bound provider has',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ provider: 'alpha' });
        expect(await settingsOf(sandbox, token)).not.toHaveProperty('existing_account_id');
        const { id } = await connect(sandbox, token);
        expect(await settingsOf(sandbox, token)).toMatchObject({ existing_account_id: id });
      },
    },
    {
      field: 'multiple',
      effect: 'left out, settings name it for a bound integration, too',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ integration_id: ALPHA.integrationId });
        const { id } = await connect(sandbox, token);
        expect(await settingsOf(sandbox, token)).toMatchObject({ existing_account_id: id });
      },
    },
    {
      field: 'multiple',
      effect: 'left out, settings name nothing in a session that is bound to no provider',
      holds: async (sandbox) => {
        const { token } = await sandbox.session();
        await connect(sandbox, token);
        expect(await settingsOf(sandbox, token)).not.toHaveProperty('existing_account_id');
      },
    },
    {
      field: 'multiple',
      effect: 'left out, a second POST changes the account that is there',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ provider: 'alpha' });
        const first = await connect(sandbox, token);
        const other = { subdomain: 'acme-two', api_key: 'another-secret-5678' };
        const answer = await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA, other));
        expect((await read(AccountCreated, answer)).id).toBe(first.id);
        expect(await sandbox.accounts()).toMatchObject([{ setup_information: { subdomain: 'acme-two' } }]);
      },
    },
    {
      field: 'multiple',
      effect: 'left out, an owner of another name is another owner',
      holds: async (sandbox) => {
        await connect(sandbox, (await sandbox.session({ provider: 'alpha' })).token);
        const { token } = await sandbox.session({ provider: 'alpha', origin_owner_name: 'Acme GmbH' });
        expect(await settingsOf(sandbox, token)).not.toHaveProperty('existing_account_id');
        await connect(sandbox, token);
        expect(await sandbox.accounts()).toHaveLength(2);
      },
    },
    {
      field: 'multiple',
      effect: 'has no effect with account_id',
      holds: async (sandbox) => {
        const { id } = await connect(sandbox, (await sandbox.session()).token);
        const { token } = await sandbox.session({ account_id: id, multiple: true });
        expect((await connect(sandbox, token)).id).toBe(id);
      },
    },
    {
      field: 'expires_in',
      effect: 'is how many seconds the token lives',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ expires_in: 90 });
        sandbox.pass(89);
        expect((await sandbox.hub(token).get('/hub/settings')).status).toBe(200);
        sandbox.pass(1);
        const refused = await sandbox.hub(token).get('/hub/settings');
        expect(refused.status).toBe(401);
        expect(Refusal.parse(await refused.json()).message).toMatch(/has expired$/);
      },
    },
    {
      field: 'expires_in',
      effect: 'is 1800 where it is left out',
      holds: async (sandbox) => {
        const { token, expires_at } = await sandbox.session();
        expect(expires_at).toBe('2026-01-01T12:30:00.000Z');
        sandbox.pass(1799);
        expect((await sandbox.hub(token).get('/hub/settings')).status).toBe(200);
        sandbox.pass(1);
        expect((await sandbox.hub(token).get('/hub/settings')).status).toBe(401);
      },
    },
    {
      field: 'expires_in',
      effect: 'can be longer than any calendar',
      holds: async (sandbox) => {
        const { token } = await sandbox.session({ expires_in: 1e300 });
        expect((await sandbox.hub(token).get('/hub/settings')).status).toBe(200);
      },
    },
    {
      field: 'metadata',
      effect: 'is put on the account',
      holds: async (sandbox) => {
        const metadata = { plan: 'gold', seats: 3 };
        const session = await sandbox.session({ metadata });
        await connect(sandbox, session.token);
        expect(session.metadata).toEqual(metadata);
        expect(await sandbox.accounts()).toMatchObject([{ metadata }]);
      },
    },
    {
      field: 'label',
      effect: 'is put on the account',
      holds: async (sandbox) => {
        const session = await sandbox.session({ label: 'Head office' });
        await connect(sandbox, session.token);
        expect(session.label).toBe('Head office');
        expect(await sandbox.accounts()).toMatchObject([{ label: 'Head office' }]);
      },
    },
    {
      field: 'type',
      effect: 'is put on the account, whatever its case',
      holds: async (sandbox) => {
        const session = await sandbox.session({ type: 'TEST' });
        await connect(sandbox, session.token);
        expect(session.type).toBe('test');
        expect(await sandbox.accounts()).toMatchObject([{ type: 'test' }]);
      },
    },
    {
      field: 'everything optional',
      effect: 'can be null',
      holds: async (sandbox) => {
        const optional =
          'origin_username categories provider provider_version integration_id connector_profile_id account_id multiple expires_in metadata label type';
        const session = await sandbox.session(
          Object.fromEntries(optional.split(' ').map((field) => [field, null])),
        );
        expect(session).toMatchObject({ provider: null, type: 'production', label: null });
      },
    },
  ];

  test.each(rows)('$field $effect', ({ holds }) => holds(openSandbox()));
});

describe('a session that was made', () => {
  test('has a token that ends with the padding of base64', async () => {
    const { token } = await openSandbox().session();
    expect(token).toMatch(/^[A-Za-z0-9+/]+=$/);
  });

  test('has a token and an id of its own', async () => {
    const sandbox = openSandbox();
    const [first, second] = [await sandbox.session(), await sandbox.session()];
    expect(second.token).not.toBe(first.token);
    expect(second.id).not.toBe(first.id);
  });

  test('has a link for another device, whose token no server log sees', async () => {
    const { token, auth_link_url } = await openSandbox({ appUrl: 'https://app.test' }).session();
    const { origin, search, hash } = new URL(auth_link_url);
    expect(origin).toBe('https://app.test');
    expect(search).toBe('');
    expect(decodeURIComponent(hash)).toBe(`#token=${token}`);
  });

  test('is what its token authenticates', async () => {
    const sandbox = openSandbox();
    const { token, auth_link_url: _, ...made } = await sandbox.session({ provider: 'alpha', label: 'L' });
    const answer = await sandbox.authenticate(token);
    expect(answer.status).toBe(201);
    expect(await read(StrictSession, answer)).toEqual(made);
  });
});

/** One call of every kind that a token opens. */
const calls = (sandbox: Opened, token: string) => [
  sandbox.authenticate(token),
  sandbox.hub(token).get('/hub/settings'),
  sandbox.hub(token).get('/hub/connectors'),
  sandbox.hub(token).post('/hub/accounts', connecting(ALPHA)),
  sandbox.hub(token).post('/hub/connection_attempts', { token }),
];

describe('a token that does not hold', () => {
  test('is not valid, everywhere, where it never was', async () => {
    for (const answer of await Promise.all(calls(openSandbox(), 'bm9ib2R5IGtub3dzIHRoaXM='))) {
      expect(answer.status).toBe(401);
      expect(Refusal.parse(await answer.json()).message).toMatch(/is not valid$/);
    }
  });

  test('has expired, everywhere, where its time is over', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session({ expires_in: 1 });
    sandbox.pass(1);
    for (const answer of await Promise.all(calls(sandbox, token))) {
      expect(answer.status).toBe(401);
      expect(Refusal.parse(await answer.json()).message).toMatch(/has expired$/);
    }
  });

  test('is missing', async () => {
    const sandbox = openSandbox();
    expect((await sandbox.call('GET', '/hub/settings', {})).status).toBe(401);
    expect((await sandbox.call('POST', '/connect_sessions/authenticate', {}, {})).status).toBe(400);
  });
});
