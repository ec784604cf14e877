import { describe, expect, test } from 'vitest';
import { AccountCreated } from '../../src/api/schemas.js';
import { memoryStore } from '../../src/sandbox.js';
import { ALPHA, CREDENTIALS, connecting, openSandbox, read, sleeper } from './harness.js';

const KEY = { 'idempotency-key': '7d9f4c1e-0f1c-4b1e-9b8e-2f6d3f6d1a11' };
const OTHER_KEY = { 'idempotency-key': '7d9f4c1e-0f1c-4b1e-9b8e-2f6d3f6d1a12' };

async function opened(options: Parameters<typeof openSandbox>[0] = {}, base?: string) {
  const sandbox = openSandbox(options, base);
  const { token } = await sandbox.session({ multiple: true });
  const post = (body: object, headers: Record<string, string> = KEY) =>
    sandbox.hub(token, headers).post('/hub/accounts', body);
  return { sandbox, token, post };
}

describe('the same key', () => {
  test('and the same body are the same answer, and one account', async () => {
    const { sandbox, post } = await opened();
    const first = await post(connecting(ALPHA));
    const again = await post(connecting(ALPHA));
    expect(again.status).toBe(first.status);
    expect(await again.json()).toEqual(await first.json());
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('and another body are 422', async () => {
    const { sandbox, post } = await opened();
    await post(connecting(ALPHA));
    const refused = await post(connecting(ALPHA, { ...CREDENTIALS, region: 'eu' }));
    expect(refused.status).toBe(422);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('while the first is still running are 409, and the first goes on', async () => {
    const { asleep, wake } = sleeper();
    const { post } = await opened({ sleep: () => asleep });
    const body = connecting(ALPHA, { ...CREDENTIALS, region: 'slow' });
    const first = post(body);
    expect((await post(body)).status).toBe(409);
    wake();
    expect((await first).status).toBe(201);
    expect((await post(body)).status).toBe(201);
  });

  test('of another owner has nothing to do with it', async () => {
    const { sandbox, post } = await opened();
    const mine = await read(AccountCreated, await post(connecting(ALPHA)));
    const { token } = await sandbox.session({ origin_owner_id: 'globex' });
    const theirs = await sandbox.hub(token, KEY).post('/hub/accounts', connecting(ALPHA));
    expect((await read(AccountCreated, theirs)).id).not.toBe(mine.id);
  });

  test('is not to be had by an owner whose id ends where the other key begins', async () => {
    const sandbox = openSandbox();
    const connect = async (owner: string, key: string) => {
      const { token } = await sandbox.session({ origin_owner_id: owner });
      const made = await sandbox
        .hub(token, { 'idempotency-key': key })
        .post('/hub/accounts', connecting(ALPHA));
      return (await read(AccountCreated, made)).id;
    };
    expect(await connect('globex a', 'b')).not.toBe(await connect('globex', 'a b'));
  });

  test('still means the same account after a restart', async () => {
    const store = memoryStore();
    const { sandbox, token, post } = await opened({ store });
    const first = await read(AccountCreated, await post(connecting(ALPHA)));
    const restarted = openSandbox({ store });
    const again = await restarted.hub(token, KEY).post('/hub/accounts', connecting(ALPHA));
    expect((await read(AccountCreated, again)).id).toBe(first.id);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('keeps a refusal of what was submitted', async () => {
    const { post } = await opened();
    const first = await post(connecting(ALPHA, { subdomain: 'invalid', api_key: 'x' }));
    const again = await post(connecting(ALPHA, { subdomain: 'invalid', api_key: 'x' }));
    expect([first.status, again.status]).toEqual([422, 422]);
    expect(await again.json()).toEqual(await first.json());
  });

  test.each([
    ['rate-limited', 429],
    ['boom', 500],
    ['gateway', 502],
  ])('does not keep %s, which says nothing of what was submitted', async (subdomain, status) => {
    const store = memoryStore();
    const { post } = await opened({ store });
    expect((await post(connecting(ALPHA, { subdomain, api_key: 'x' }))).status).toBe(status);
    expect(await store.list('submission')).toEqual([]);
  });

  test('is one attempt', async () => {
    const { sandbox, token } = await opened();
    const hub = sandbox.hub(token, KEY);
    const first = await (await hub.post('/hub/connection_attempts', { token })).json();
    expect(await (await hub.post('/hub/connection_attempts', { token })).json()).toEqual(first);
  });
});

test('another key is another submission', async () => {
  const { sandbox, post } = await opened();
  await post(connecting(ALPHA), KEY);
  await post(connecting(ALPHA), OTHER_KEY);
  expect(await sandbox.accounts()).toHaveLength(2);
});

test('what is kept tells nothing of the credentials', async () => {
  const store = memoryStore();
  const { post } = await opened({ store });
  await post(connecting(ALPHA));
  const kinds = ['session', 'account', 'attempt', 'submission', 'visit'] as const;
  const kept = JSON.stringify(await Promise.all(kinds.map((kind) => store.list(kind))));
  expect(kept).toContain('__secretvalue');
  expect(kept).not.toContain(CREDENTIALS.api_key);
});

test('without the extension the key is nothing', async () => {
  const { sandbox, post } = await opened({ extensions: [] });
  await post(connecting(ALPHA));
  await post(connecting(ALPHA));
  expect(await sandbox.accounts()).toHaveLength(2);
});
