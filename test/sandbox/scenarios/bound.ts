import { expect } from 'vitest';
import { catalog } from '../../../src/sandbox/catalog/index.js';
import { AttemptCreated } from '../../../src/api/schemas.js';
import { read } from '../harness.js';
import { categories, firstConfig, type Hub, names, type Opened, submit, type Truths } from './reader.js';

export const bound: Truths = {
  'sandbox:create': async (hub) => {
    expect(await hub.connectors()).toHaveLength(catalog.length);
  },
  'sandbox:categories': async (hub) => {
    expect(await categories(hub)).toEqual(new Set(['hris', 'ats', 'crm']));
    expect(await hub.connectors()).toHaveLength(9);
  },
  'sandbox:category': async (hub) => {
    expect(await categories(hub)).toEqual(new Set(['crm']));
    expect((await hub.connectors()).length).toBeGreaterThan(1);
  },
  'sandbox:single': async (hub) => {
    expect(await names(hub)).toEqual(['BambooHR']);
    expect(await hub.settings()).not.toHaveProperty('existing_account_id');
    const { fields, notices, guide } = await firstConfig(hub);
    expect(fields.map(({ key, secret }) => [key, secret])).toEqual([
      ['subdomain', false],
      ['api_key', true],
    ]);
    expect(notices).toHaveLength(1);
    expect(guide?.link).toMatch(/^https:/);
    expect((await submit(hub)).status).toBe(201);
  },
  'sandbox:integration': async (hub) => {
    const { integration_id } = await hub.session();
    expect((await hub.connectors()).map((connector) => connector.integration_id)).toEqual([integration_id]);
  },
  'sandbox:versions': async (hub) => {
    const connectors = await hub.connectors();
    expect(new Set(connectors.map(({ name }) => name)).size).toBe(1);
    expect(new Set(connectors.map(({ integration_id }) => integration_id)).size).toBe(3);
  },
  'sandbox:connected': async (hub) => {
    const connected = (await hub.connectors()).map(({ name, connected: accounts }) => [
      name,
      accounts?.length,
    ]);
    expect(connected.filter(([, accounts]) => accounts)).toEqual([
      ['BambooHR', 1],
      ['Greenhouse', 1],
      ['Pipedrive', 2],
    ]);
  },
  'sandbox:multiple': async (hub, sandbox) => {
    expect(await hub.settings()).not.toHaveProperty('existing_account_id');
    expect((await submit(hub)).status).toBe(201);
    expect(await sandbox.accounts('sandbox-multiple')).toHaveLength(2);
  },
  'sandbox:edit': async (hub) => {
    const { account_id } = await hub.session();
    const account = await hub.account(account_id ?? '');
    expect(account).toMatchObject({
      setupInformation: { subdomain: 'acme' },
      secrets: { api_key: '__secretvalue:**redacted**4f9a' },
    });
    expect((await hub.connectors()).map(({ integration_id }) => integration_id)).toContain(
      account.integrationId,
    );
    const change = { integration_id: account.integrationId, credentials: { subdomain: 'acme-two' } };
    expect((await hub.patch(`/hub/accounts/${account_id}`, change)).status).toBe(200);
  },
  'sandbox:edit-existing': async (hub) => {
    const { existing_account_id } = await hub.settings();
    expect((await hub.account(existing_account_id ?? '')).provider).toBe('bamboohr');
    expect((await hub.session()).account_id).toBeNull();
  },
  'sandbox:edit-legacy': async (hub) => {
    const account = await hub.account((await hub.session()).account_id ?? '');
    expect(account).toMatchObject({
      authConfigKey: 'workday_v1',
      environment: 'production',
      secrets: { password: '__secretvalue:**redacted**' },
    });
  },
  'sandbox:reconnect': async (hub) => {
    const id = (await hub.session()).account_id ?? '';
    const before = await hub.account(id);
    expect(before.status).toBe('error');
    expect(before.status_reasons).toHaveLength(1);
    const change = { integration_id: before.integrationId, credentials: { api_key: 'new-key' } };
    await hub.patch(`/hub/accounts/${id}`, change);
    expect(await hub.account(id)).toMatchObject({ status: 'active', status_reasons: [] });
  },
  'sandbox:test': async (hub) => {
    expect((await hub.session()).type).toBe('test');
  },
  'sandbox:legacy': async (hub) => {
    const { fields, guide, signIn } = await firstConfig(hub);
    expect(signIn).toBe('form');
    expect(fields.map(({ key }) => key)).toEqual(['domain', 'tenant', 'username', 'password']);
    expect(guide?.description).toContain('Integration System User');
  },
  'sandbox:oauth': async (hub) => {
    expect(await hub.connectors()).toHaveLength(1);
    expect(await firstConfig(hub)).toMatchObject({ signIn: 'window', fields: [] });
  },
  'sandbox:oauth-fields': async (hub) => {
    const { signIn, fields } = await firstConfig(hub);
    expect(signIn).toBe('window');
    expect(fields.map(({ key }) => key)).toEqual(['subdomain']);
  },
  'sandbox:oauth-edit': async (hub) => {
    const account = await hub.account((await hub.session()).account_id ?? '');
    expect(account.display_name).toBe('avery@acme.example');
    expect((await firstConfig(hub)).signIn).toBe('window');
  },
  'sandbox:oauth-multiple': async (hub) => {
    expect(await hub.settings()).not.toHaveProperty('existing_account_id');
    const [connector] = await hub.connectors();
    const account = await hub.account(connector?.connected?.[0]?.account_id ?? '');
    expect(account.display_name).toBe('avery@acme.example');
  },
  'sandbox:oauth-coop': async (hub, sandbox) => {
    const page = await consentOf(hub, sandbox, 'sandbox:oauth-coop');
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  },
  'sandbox:oauth-expires': async (hub, sandbox) => {
    expect((await consentOf(hub, sandbox, 'sandbox:oauth-expires')).status).toBe(200);
    const page = await consentOf(hub, sandbox, 'sandbox:oauth-expires', 15);
    expect(page.status).toBe(410);
  },
};

/** The page at the end of the plain contract's window, that many seconds later. */
async function consentOf(hub: Hub, sandbox: Opened, token: string, later = 0): Promise<Response> {
  const [connector] = await hub.connectors();
  const { id } = await read(AttemptCreated, await hub.post('/hub/connection_attempts', { token }));
  const end = 'https://app.test/embedded/accounts/callback';
  const query = `redirect_uri=${end}&connection_attempt_id=${id}&token=${token}`;
  const opened = await hub.get(`/connect/oauth2/${connector?.integration_id}?${query}`);
  sandbox.pass(later);
  const { pathname, search } = new URL(opened.headers.get('location') ?? '');
  return hub.get(pathname + search);
}
