import { describe, expect, test } from 'vitest';
import { type AccountEvent, createSandbox } from '../../src/sandbox.js';
import { LinkedAccount, Refusal } from './backend-schemas.js';
import { ALPHA, BASE, BETA, CREDENTIALS, connected, connecting, openSandbox, read } from './harness.js';

describe("the backend's accounts", () => {
  test('are listed by owner and by provider', async () => {
    const sandbox = openSandbox();
    await connected(sandbox);
    await connected(sandbox, CREDENTIALS, BETA);
    const { token } = await sandbox.session({ origin_owner_id: 'globex' });
    await sandbox.hub(token).post('/hub/accounts', connecting(ALPHA));

    const providers = async (query: string) => {
      const listed = (await (await sandbox.backend('GET', `/accounts${query}`)).json()) as {
        provider: string;
      }[];
      return listed.map(({ provider }) => provider);
    };
    expect(await providers('')).toEqual(['alpha', 'beta', 'alpha']);
    expect(await providers('?origin_owner_id=acme')).toEqual(['alpha', 'beta']);
    expect(await providers('?origin_owner_id=acme&provider=beta')).toEqual(['beta']);
    expect(await providers('?origin_owner_id=nobody')).toEqual([]);
  });

  test('are read one by one, without their secrets', async () => {
    const sandbox = openSandbox();
    const { id } = await connected(sandbox);
    const answer = await sandbox.backend('GET', `/accounts/${id}`);
    const account = await read(LinkedAccount, answer);
    expect(account).toMatchObject({
      id,
      provider: 'alpha',
      provider_name: 'ALPHA',
      status: 'active',
      setup_information: { subdomain: 'acme' },
    });
    expect(JSON.stringify(account)).not.toContain('secret');
  });

  test('are deleted, and answered once more', async () => {
    const sandbox = openSandbox();
    const { id, hub } = await connected(sandbox);
    const deleted = await sandbox.backend('DELETE', `/accounts/${id}`);
    expect(deleted.status).toBe(200);
    expect((await read(LinkedAccount, deleted)).id).toBe(id);
    expect((await sandbox.backend('GET', `/accounts/${id}`)).status).toBe(404);
    expect((await sandbox.backend('DELETE', `/accounts/${id}`)).status).toBe(404);
    expect((await hub.get(`/hub/accounts/${id}`)).status).toBe(404);
  });

  test('are told to whoever listens, as webhooks would', async () => {
    const events: AccountEvent[] = [];
    const sandbox = openSandbox({ onAccountEvent: (event) => void events.push(event) });
    const { id, patch } = await connected(sandbox);
    await patch({ region: 'us' });
    await sandbox.backend('DELETE', `/accounts/${id}`);
    expect(events.map(({ event, account }) => [event, account.id])).toEqual([
      ['account.created', id],
      ['account.updated', id],
      ['account.deleted', id],
    ]);
    expect(events[1]?.account.setup_information).toEqual({ subdomain: 'acme', region: 'us' });
  });
});

describe('the API key', () => {
  const calls = [
    ['POST', '/connect_sessions'],
    ['GET', '/accounts'],
    ['GET', '/accounts/1'],
    ['DELETE', '/accounts/1'],
  ] as const;
  const keys = ['', 'other_key:', 'sandbox_key', ':sandbox_key', 'sandbox_key:password'];
  const rows = calls.flatMap(([method, path]) => keys.map((key) => [method, path, key] as const));

  test.each(rows)('%s %s is closed to %j', async (method, path, key) => {
    const refused = await openSandbox().backend(method, path, method === 'POST' ? {} : undefined, key);
    expect(refused.status).toBe(401);
    expect(Refusal.parse(await refused.json())).toMatchObject({
      statusCode: 401,
      message: expect.any(String) as string,
    });
  });

  test.each(['', 'Basic', 'Basic %%%', 'Bearer sandbox_key'])(
    'is not the header %j',
    async (authorization) => {
      const request = new Request(`${BASE}/accounts`, { headers: { authorization } });
      expect((await createSandbox().fetch(request)).status).toBe(401);
    },
  );

  test('can be chosen', async () => {
    const sandbox = openSandbox({ apiKey: 'mine' });
    expect((await sandbox.backend('GET', '/accounts', undefined, 'mine:')).status).toBe(200);
    expect((await sandbox.backend('GET', '/accounts')).status).toBe(401);
  });
});
