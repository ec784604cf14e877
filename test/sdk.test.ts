import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StackOne } from '@stackone/stackone-client-ts';
import {
  ConnectSessionCreateCategories,
  type ConnectSessionCreate,
} from '@stackone/stackone-client-ts/sdk/models/shared';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acme, connectAcme } from './server/acme.js';
import type { Listening } from './server/listen.js';
import { API_KEY, startSandboxServer } from './server/main.js';

/**
 * The published client of the API, as a host's backend uses it. It validates every answer against its own
 * schemas and throws at one that differs: what it accepts keeps the contract.
 */
let folder: string;
let server: Listening;
let client: StackOne;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'connect-hub-sdk-'));
  server = await startSandboxServer({ databasePath: join(folder, 'sandbox.db'), catalog: [acme] });
  client = new StackOne({ serverURL: server.url, security: { username: API_KEY, password: '' } });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const owner = (id: string): ConnectSessionCreate => ({ originOwnerId: id, originOwnerName: `Owner ${id}` });

async function tokenOf(session: ConnectSessionCreate): Promise<string> {
  const { connectSessionTokenAuthLink } = await client.connectSessions.createConnectSession(session);
  return connectSessionTokenAuthLink?.token ?? '';
}

async function accountsOf(ownerId: string) {
  const { classes: accounts } = await client.accounts.listLinkedAccounts({ originOwnerId: ownerId });
  return accounts ?? [];
}

test('it makes a session, and the token is that session', async () => {
  const session = {
    ...owner('sessions'),
    originUsername: 'ada@owner.example',
    categories: [ConnectSessionCreateCategories.Hris, ConnectSessionCreateCategories.HrisLegacy],
    label: 'Head office',
    expiresIn: 600,
    multiple: true,
  };
  const token = await tokenOf(session);
  const { connectSession } = await client.connectSessions.authenticateConnectSession({ token });
  expect(connectSession).toMatchObject({
    originOwnerId: 'sessions',
    originOwnerName: 'Owner sessions',
    originUsername: 'ada@owner.example',
    categories: ['hris', 'hris-legacy'],
    label: 'Head office',
    createdAt: expect.any(Date),
  });
});

test('a session of every category that it knows', async () => {
  const categories = Object.values(ConnectSessionCreateCategories);
  const token = await tokenOf({ ...owner('categories'), categories });
  const { connectSession } = await client.connectSessions.authenticateConnectSession({ token });
  expect(connectSession?.categories).toEqual(categories);
});

test('it lists, gets and deletes what a customer connected through the hub', async () => {
  const created = await connectAcme(server.url, await tokenOf(owner('accounts')));
  const { id } = (await created.json()) as { id: string };
  await connectAcme(server.url, await tokenOf(owner('somebody else')));

  expect((await accountsOf('accounts')).map((account) => account.id)).toEqual([id]);
  const { linkedAccount } = await client.accounts.getAccount({ id });
  expect(linkedAccount).toMatchObject({
    id,
    provider: 'acme',
    providerName: 'Acme HR',
    originOwnerId: 'accounts',
    status: 'active',
    createdAt: expect.any(Date),
  });

  const { linkedAccount: deleted } = await client.accounts.deleteAccount({ id });
  expect(deleted?.id).toBe(id);
  expect(await accountsOf('accounts')).toEqual([]);
  await expect(client.accounts.getAccount({ id })).rejects.toMatchObject({ statusCode: 404 });
});

test('another key opens nothing', async () => {
  const stranger = new StackOne({ serverURL: server.url, security: { username: 'wrong', password: '' } });
  const attempt = stranger.connectSessions.createConnectSession(owner('stranger'));
  await expect(attempt).rejects.toMatchObject({ statusCode: 401 });
});
