import { describe, expect, test } from 'vitest';
import { AccountCreated, AccountData } from '../../src/api/schemas.js';
import type { CatalogEntry } from '../../src/sandbox.js';
import { Refusal } from './backend-schemas.js';
import {
  ALPHA,
  ALPHA_AGAIN,
  BETA,
  CATALOG,
  CREDENTIALS,
  connected,
  connecting,
  IDLE,
  openSandbox,
  read,
  SIGN_IN,
  sleeper,
} from './harness.js';

const refusalOf = async (response: Response) => Refusal.parse(await response.json());

describe('an account that was made', () => {
  test('has an id of digits, too many for a number', async () => {
    const { id } = await connected(openSandbox());
    expect(id).toMatch(/^\d{20}$/);
  });

  test('shows plain values, and of a secret its last four characters', async () => {
    const { id, data } = await connected(openSandbox());
    expect(await data()).toEqual({
      secureId: id,
      provider: 'alpha',
      setupInformation: { subdomain: 'acme' },
      secrets: { api_key: '__secretvalue:**redacted**1234' },
      version: '1',
      integrationId: ALPHA.integrationId,
      display_name: 'acme',
      status: 'active',
      status_reasons: [],
    });
  });

  test('shows nothing of a secret that is short', async () => {
    const { data } = await connected(openSandbox(), { ...CREDENTIALS, api_key: 'elevenchars' });
    expect((await data()).secrets).toEqual({ api_key: '__secretvalue:**redacted**' });
  });

  test('keeps a field secret that does not say that it is not', async () => {
    const { data } = await connected(openSandbox(), { ...CREDENTIALS, pin: '123456789012' });
    expect((await data()).secrets).toHaveProperty('pin', '__secretvalue:**redacted**9012');
    expect((await data()).setupInformation).not.toHaveProperty('pin');
  });

  test('keeps nothing for keys that its form does not have', async () => {
    const { data } = await connected(openSandbox(), { ...CREDENTIALS, stranger: 'x' });
    expect((await data()).setupInformation).toEqual({ subdomain: 'acme' });
  });

  test('says which configuration of old it belongs to', async () => {
    const legacy: CatalogEntry = {
      ...BETA,
      config: {
        key: 'beta',
        name: 'Beta',
        authentication: {
          beta_v1: {
            production: { type: 'custom', fields: [{ key: 'tenant', label: 'Tenant', secret: false }] },
          },
        },
      },
    };
    const { data } = await connected(openSandbox({ catalog: [legacy] }), { tenant: 'acme' }, legacy);
    expect(await data()).toMatchObject({
      authConfigKey: 'beta_v1',
      environment: 'production',
      setupInformation: { tenant: 'acme' },
    });
  });

  test.each(['__proto__', 'constructor', 'a.b', 'items[0]', 'k'.repeat(500)])(
    'keeps the value of a field with the key %s',
    async (key) => {
      const entry: CatalogEntry = {
        ...BETA,
        config: {
          key: 'beta',
          name: 'Beta',
          type: 'custom',
          configFields: [
            { key, label: 'Plain', secret: false, required: true },
            { key: `${key}!`, label: 'Secret', required: true },
          ],
        },
      };
      const sandbox = openSandbox({ catalog: [entry] });
      const { token } = await sandbox.session();
      const body = `{"integration_id":"${entry.integrationId}","credentials":{"${key}":"v","${key}!":"s"}}`;
      const { id } = await read(AccountCreated, await sandbox.hub(token).post('/hub/accounts', body));
      const data = await read(AccountData, await sandbox.hub(token).get(`/hub/accounts/${id}`));
      expect(Object.entries(data.setupInformation ?? {})).toEqual([[key, 'v']]);
      expect(Object.keys(data.secrets ?? {})).toEqual([`${key}!`]);
      expect({}).not.toHaveProperty('v');
    },
  );

  test.each([
    [
      'an e-mail address',
      { subdomain: 'acme', user_email: 'jo@acme.example', api_key: 'x' },
      'jo@acme.example',
    ],
    ['a user name', { subdomain: 'acme', username: 'jo', api_key: 'x' }, 'jo'],
    ['where it is', { subdomain: 'acme', api_key: 'x' }, 'acme'],
    ['the product', { api_key: 'x' }, 'BETA'],
  ])('is named after %s', async (_, credentials, name) => {
    const configFields = ['subdomain', 'username', 'user_email', 'api_key'].map((key) => ({
      key,
      label: key,
      secret: key === 'api_key',
    }));
    const entry: CatalogEntry = {
      ...BETA,
      config: { key: 'beta', name: 'Beta', type: 'custom', configFields },
    };
    const sandbox = openSandbox({ catalog: [entry] });
    const { token } = await sandbox.session();
    const answer = await sandbox.hub(token).post('/hub/accounts', connecting(entry, credentials));
    expect(await read(AccountCreated, answer)).toMatchObject({ display_name: name });
  });

  test("is another owner's 404", async () => {
    const sandbox = openSandbox();
    const { id } = await connected(sandbox);
    const stranger = sandbox.hub((await sandbox.session({ origin_owner_id: 'globex' })).token);
    expect((await stranger.get(`/hub/accounts/${id}`)).status).toBe(404);
    expect((await stranger.patch(`/hub/accounts/${id}`, connecting(ALPHA))).status).toBe(404);
  });
});

/** Submits what must not be connected, and returns how it was refused. */
async function refusedSubmit(body: object) {
  const sandbox = openSandbox();
  const { token } = await sandbox.session({ categories: ['hris', 'crm', 'stackone'] });
  const refused = await sandbox.hub(token).post('/hub/accounts', body);
  expect(await sandbox.accounts()).toEqual([]);
  return { status: refused.status, ...(await refusalOf(refused)) };
}

describe('an account that cannot be made', () => {
  test.each([
    ['without an integration', { credentials: {} }, 400, 'integration_id is required'],
    ['of an unknown integration', { integration_id: 'x', credentials: {} }, 404, /x is not available/],
    ['of an inactive integration', connecting(IDLE), 404, /is not available in this session/],
    ['of one that the session does not offer', connecting(CATALOG[3]!), 404, /is not available/],
    ['by typing what is a sign-in', connecting(SIGN_IN), 400, /connected by signing in/],
    ['with credentials that are none', { ...connecting(ALPHA), credentials: [] }, 400, /must be an object/],
    [
      'with a number for a value',
      connecting(ALPHA, { subdomain: 7 }),
      400,
      'credentials.subdomain must be a string',
    ],
    [
      'without what is required',
      connecting(ALPHA, { subdomain: '' }),
      422,
      'Subdomain is required. API key is required.',
    ],
  ])('%s', async (_, body, status, message) => {
    expect(await refusedSubmit(body)).toMatchObject({
      status,
      message: expect.stringMatching(message) as string,
    });
  });

  test('names each field that is wrong', async () => {
    expect(await refusedSubmit(connecting(ALPHA, {}))).toMatchObject({
      data: { fields: { subdomain: 'Subdomain is required.', api_key: 'API key is required.' } },
    });
  });
});

describe('a change of an account', () => {
  test('replaces what was given and keeps what was not', async () => {
    const sandbox = openSandbox();
    const { data, patch } = await connected(sandbox, { ...CREDENTIALS, region: 'eu' });
    expect((await patch({ subdomain: 'acme-two' })).status).toBe(200);
    expect(await data()).toMatchObject({
      setupInformation: { subdomain: 'acme-two', region: 'eu' },
      secrets: { api_key: '__secretvalue:**redacted**1234' },
    });
  });

  test('replaces a secret', async () => {
    const { data, patch } = await connected(openSandbox());
    await patch({ api_key: 'another-secret-9876' });
    expect((await data()).secrets).toEqual({ api_key: '__secretvalue:**redacted**9876' });
  });

  test('clears a plain value with the empty string', async () => {
    const { data, patch } = await connected(openSandbox(), { ...CREDENTIALS, region: 'eu' });
    await patch({ region: '' });
    expect((await data()).setupInformation).toEqual({ subdomain: 'acme' });
  });

  test.each(['', '__secretvalue:**redacted**1234'])('does not take %j for a new secret', async (api_key) => {
    const { data, patch } = await connected(openSandbox());
    expect((await patch({ api_key })).status).toBe(200);
    expect((await data()).secrets).toEqual({ api_key: '__secretvalue:**redacted**1234' });
  });

  test('cannot clear what is required', async () => {
    const { data, patch } = await connected(openSandbox());
    const refused = await patch({ subdomain: '' });
    expect(refused.status).toBe(422);
    expect(await refusalOf(refused)).toMatchObject({
      data: { fields: { subdomain: 'Subdomain is required.' } },
    });
    expect((await data()).setupInformation).toEqual({ subdomain: 'acme' });
  });

  test("cannot be another connector's", async () => {
    const sandbox = openSandbox();
    const { hub, id } = await connected(sandbox);
    const refused = await hub.patch(`/hub/accounts/${id}`, connecting(BETA));
    expect(refused.status).toBe(400);
    expect((await refusalOf(refused)).message).toMatch(/integration_id/);
  });

  test('puts the label and the metadata of its session on the account', async () => {
    const sandbox = openSandbox();
    const { id } = await connected(sandbox);
    const { token } = await sandbox.session({ account_id: id, label: 'New', metadata: { plan: 'gold' } });
    await sandbox.hub(token).patch(`/hub/accounts/${id}`, connecting(ALPHA, {}));
    expect(await sandbox.accounts()).toMatchObject([{ label: 'New', metadata: { plan: 'gold' } }]);
  });

  test('happens after the making, by the clock', async () => {
    const sandbox = openSandbox();
    const { patch } = await connected(sandbox);
    sandbox.pass(60);
    await patch({});
    expect(await sandbox.accounts()).toMatchObject([
      { created_at: '2026-01-01T12:00:00.000Z', updated_at: '2026-01-01T12:01:00.000Z' },
    ]);
  });

  test("through another of the provider's connectors keeps the id, and nothing of the former form", async () => {
    const sandbox = openSandbox();
    const { hub, id, data } = await connected(sandbox, { ...CREDENTIALS, region: 'eu' });
    const again = await read(AccountCreated, await hub.post('/hub/accounts', connecting(ALPHA_AGAIN)));
    expect(again.id).toBe(id);
    expect(await data()).toMatchObject({ integrationId: ALPHA_AGAIN.integrationId, version: '2' });
    expect((await data()).setupInformation).toEqual({ subdomain: 'acme' });
  });

  test('that takes its time keeps what another has changed meanwhile', async () => {
    const sleep = sleeper();
    const { data, patch } = await connected(openSandbox({ sleep: () => sleep.asleep }));
    const slow = patch({ region: 'slow' });
    await patch({ subdomain: 'acme-two' });
    sleep.wake();
    expect((await slow).status).toBe(200);
    expect((await data()).setupInformation).toEqual({ subdomain: 'acme-two', region: 'slow' });
  });

  test('that takes its time does not bring back what was deleted meanwhile', async () => {
    const sleep = sleeper();
    const sandbox = openSandbox({ sleep: () => sleep.asleep });
    const { id, patch } = await connected(sandbox);
    const slow = patch({ region: 'slow' });
    await sandbox.backend('DELETE', `/accounts/${id}`);
    sleep.wake();
    expect((await slow).status).toBe(404);
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('two submits at once make one account', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const submit = () => sandbox.hub(token).post('/hub/accounts', connecting(ALPHA));
    await Promise.all([submit(), submit(), submit()]);
    expect(await sandbox.accounts()).toHaveLength(1);
  });
});
