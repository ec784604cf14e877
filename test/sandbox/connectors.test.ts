import { describe, expect, test } from 'vitest';
import { AccountCreated, ConnectorDetails, ConnectorList, Settings } from '../../src/api/schemas.js';
import { catalog } from '../../src/sandbox/catalog/index.js';
import { EXTENSIONS, createSandbox } from '../../src/sandbox.js';
import { ALPHA, ALPHA_AGAIN, BETA, CATALOG, connecting, IDLE, openSandbox, read } from './harness.js';

const list = async (sandbox: ReturnType<typeof openSandbox>, token: string, query = '') =>
  read(ConnectorList, await sandbox.hub(token).get(`/hub/connectors${query}`));

describe('settings', () => {
  test('announce every extension', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const settings = await read(Settings, await sandbox.hub(token).get('/hub/settings'));
    expect(settings.enabled_features).toEqual([...EXTENSIONS]);
  });

  test('announce only those that were chosen', async () => {
    const sandbox = openSandbox({ extensions: ['field_errors'] });
    const { token } = await sandbox.session();
    const settings = await read(Settings, await sandbox.hub(token).get('/hub/settings'));
    expect(settings.enabled_features).toEqual(['field_errors']);
  });
});

describe('the list of connectors', () => {
  test('is the catalogue in the words of the wire', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const { integrations } = await list(sandbox, token);
    expect(integrations[0]).toEqual({
      active: true,
      name: 'ALPHA',
      provider: 'alpha',
      type: 'hris',
      version: '1',
      authentication_config_key: 'alpha_v1',
      environment: 'production',
      integration_id: ALPHA.integrationId,
      logo_url: '',
      connected: [],
    });
    expect(integrations).toHaveLength(CATALOG.length);
  });

  test('says honestly which are inactive', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session({ provider: 'idle' });
    expect((await list(sandbox, token)).integrations).toMatchObject([{ active: false }]);
  });

  test('can be asked for one provider', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const { integrations } = await list(sandbox, token, '?provider=alpha');
    expect(integrations.map((integration) => integration.integration_id)).toEqual([
      ALPHA.integrationId,
      ALPHA_AGAIN.integrationId,
    ]);
  });

  test('shows where the logos are', async () => {
    const sandbox = openSandbox({ assetsUrl: 'https://assets.test' });
    const { token } = await sandbox.session({ provider: 'beta' });
    const { integrations } = await list(sandbox, token);
    expect(integrations[0]?.logo_url).toMatch(/^https:\/\/assets\.test\/.*beta/);
  });

  test('names the accounts of this owner that are connected, beside their own connector', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session({ multiple: true });
    const connect = async () =>
      (await read(AccountCreated, await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA)))).id;
    const ids = [await connect(), await connect()];
    const stranger = await sandbox.session({ origin_owner_id: 'globex' });
    await sandbox.hub(stranger.token).post('/hub/accounts', connecting(BETA));

    const { integrations } = await list(sandbox, token);
    const connected = integrations.map((integration) =>
      integration.connected?.map((account) => account.account_id),
    );
    expect(connected).toEqual([ids, [], [], [], [], []]);
  });

  test('carries what forms refer to', async () => {
    const sandbox = openSandbox();
    const { token, external_trigger_token } = await sandbox.session();
    const answer = await list(sandbox, token);
    expect(answer.external_trigger_token).toBe(external_trigger_token);
    expect(answer.webhooks_url).toBe('https://api.test/webhooks');
    expect(answer.events_encoded_context).toMatch(/^[A-Za-z0-9+/]+=*$/);
  });

  test('is the catalogue of real products where no other was given', async () => {
    const headers = { 'x-hub-session-token': 'sandbox:create' };
    const answer = await createSandbox().fetch(new Request('https://api.test/hub/connectors', { headers }));
    const { integrations } = await read(ConnectorList, answer);
    expect(integrations.map((integration) => integration.integration_id)).toEqual(
      catalog.map((entry) => entry.integrationId),
    );
  });
});

describe('a connector', () => {
  test('has its configuration as the catalogue has it, and the settings of the hub', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const answer = await sandbox.hub(token).get(`/hub/connectors/${ALPHA.integrationId}`);
    expect(await answer.clone().json()).toEqual({
      config: ALPHA.config,
      hub_settings: {
        configured_webhook_events: { hris: expect.any(Array) as string[] },
        project_settings: { webhooks_enabled: true },
      },
    });
    await read(ConnectorDetails, answer);
  });

  test('has an icon where there are assets', async () => {
    const sandbox = openSandbox({ assetsUrl: 'https://assets.test' });
    const { token } = await sandbox.session();
    const answer = await sandbox.hub(token).get(`/hub/connectors/${ALPHA.integrationId}`);
    const { config } = await read(ConnectorDetails, answer);
    expect(config.assets?.icon).toMatch(/^https:\/\/assets\.test\/.*alpha/);
  });

  test('whose configuration is none has no icon put into it', async () => {
    const hub = openSandbox({ assetsUrl: 'https://assets.test' }).hub('sandbox:broken-config');
    const { integrations } = await read(ConnectorList, await hub.get('/hub/connectors'));
    const configs = integrations.slice(0, 3).map(async ({ integration_id }) => {
      const answer = await hub.get(`/hub/connectors/${integration_id}`);
      return ((await answer.json()) as { config: unknown }).config;
    });
    expect(await Promise.all(configs)).toEqual([null, 'not a configuration', []]);
  });

  test('can be read though it is inactive: its accounts can still be edited', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    expect((await sandbox.hub(token).get(`/hub/connectors/${IDLE.integrationId}`)).status).toBe(200);
  });

  test('that is not there is 404', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    expect((await sandbox.hub(token).get('/hub/connectors/nobody')).status).toBe(404);
  });
});
