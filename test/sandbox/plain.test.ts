import { describe, expect, test } from 'vitest';
import { AccountCreated, AccountData, ConnectorList, Settings } from '../../src/api/schemas.js';
import { createSandbox } from '../../src/sandbox.js';
import { Refusal } from './backend-schemas.js';
import { ALPHA, BASE, connecting, openSandbox, read } from './harness.js';

/** The contract without any extension: by option, and by path. */
const modes = [
  ['createSandbox({ extensions: [] })', () => openSandbox({ extensions: [] })],
  ['the path /plain', () => openSandbox({}, `${BASE}/plain`)],
] as const;

describe.each(modes)('%s', (_, open) => {
  test('announces nothing', async () => {
    const sandbox = open();
    const { token } = await sandbox.session();
    const settings = await read(Settings, await sandbox.hub(token).get('/hub/settings'));
    expect(settings.enabled_features).toEqual([]);
  });

  test('does not say when the session ends', async () => {
    const sandbox = open();
    const session = await sandbox.session();
    expect(session).not.toHaveProperty('expires_at');
    expect(await (await sandbox.authenticate(session.token)).json()).not.toHaveProperty('expires_at');
  });

  test('does not say what is connected', async () => {
    const sandbox = open();
    const { token } = await sandbox.session();
    const { integrations } = await read(ConnectorList, await sandbox.hub(token).get('/hub/connectors'));
    expect(integrations[0]).not.toHaveProperty('connected');
  });

  test('names no account', async () => {
    const sandbox = open();
    const { token } = await sandbox.session();
    const created = await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA));
    expect(Object.keys((await created.clone().json()) as object)).toEqual(['id', 'provider']);
    const { id } = await read(AccountCreated, created);
    const data = await read(AccountData, await sandbox.hub(token).get(`/hub/accounts/${id}`));
    expect(data).not.toHaveProperty('display_name');
    expect(data).not.toHaveProperty('status');
  });

  test('names a wrong field in its message only', async () => {
    const sandbox = open();
    const { token } = await sandbox.session();
    const refused = await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA, { api_key: 'x' }));
    expect(refused.status).toBe(422);
    const body = Refusal.parse(await refused.json());
    expect(body.message).toBe('Subdomain is required.');
    expect(body).not.toHaveProperty('data');
  });

  test('is no different for a ready-made session', async () => {
    const settings = await read(Settings, await open().hub('sandbox:edit').get('/hub/settings'));
    expect(settings.enabled_features).toEqual([]);
  });
});

test('the data is the same on both paths', async () => {
  const sandbox = openSandbox();
  const { token } = await sandbox.session();
  const { id } = await read(
    AccountCreated,
    await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA)),
  );
  expect((await sandbox.hub(token).get(`/plain/hub/accounts/${id}`)).status).toBe(200);
});

test('a path that only begins like /plain is another', async () => {
  expect((await openSandbox().hub('sandbox:create').get('/plainly/hub/settings')).status).toBe(404);
});

test('an aborted request is rejected with its own reason', async () => {
  const controller = new AbortController();
  const request = new Request(`${BASE}/hub/settings`, {
    headers: { 'x-hub-session-token': 'sandbox:slow' },
    signal: controller.signal,
  });
  const answer = createSandbox().fetch(request);
  controller.abort(new DOMException('enough', 'AbortError'));
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
});
