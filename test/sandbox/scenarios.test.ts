import { describe, expect, test } from 'vitest';
import { AccountCreated } from '../../src/api/schemas.js';
import { catalog } from '../../src/sandbox/catalog/index.js';
import { memoryStore, scenarios } from '../../src/sandbox.js';
import { few } from '../../src/sandbox/scenarios/few.js';
import { openSandbox, read } from './harness.js';
import { bound } from './scenarios/bound.js';
import { faults } from './scenarios/faults.js';
import { reader, submit } from './scenarios/reader.js';

/** One entry for every row of the public table. */
const truths = { ...bound, ...faults };

/** What a fresh sandbox says of `sandbox:edit`. */
async function openEdit() {
  const hub = reader(openSandbox(), 'sandbox:edit');
  const { account_id, id } = await hub.session();
  return { id, account: await hub.account(account_id ?? '') };
}

describe('the ready-made session', () => {
  test.each(scenarios)('$token: $what', async ({ token }) => {
    const sandbox = openSandbox(token === 'sandbox:create' ? { catalog } : {});
    const check = truths[token];
    if (!check) throw new Error(`Nobody says what is true of ${token}`);
    await check(reader(sandbox, token), sandbox);
  });

  test('has one row in the table, with a title and words', () => {
    expect(scenarios.map(({ token }) => token).toSorted()).toEqual(Object.keys(truths).toSorted());
    for (const { title, what } of scenarios) expect([title, what]).not.toContain('');
  });

  test('is there without anybody making it, and is the same for everybody', async () => {
    expect(await openEdit()).toEqual(await openEdit());
  });

  test('keeps what happened in it over a restart', async () => {
    const store = memoryStore();
    expect((await submit(reader(openSandbox({ store }), 'sandbox:single'))).status).toBe(201);
    const settings = await reader(openSandbox({ store }), 'sandbox:single').settings();
    expect(settings.existing_account_id).toBeTypeOf('string');
  });

  test('does not come back when its account was deleted', async () => {
    const sandbox = openSandbox();
    const hub = reader(sandbox, 'sandbox:edit');
    const id = (await hub.session()).account_id ?? '';
    await sandbox.backend('DELETE', `/accounts/${id}`);
    expect(await hub.status(`/hub/accounts/${id}`)).toBe(404);
  });

  test('has data of its own for every copy', async () => {
    const sandbox = openSandbox();
    const [one, two] = [reader(sandbox, 'sandbox:edit:one'), reader(sandbox, 'sandbox:edit:two')];
    const [first, second] = [await one.session(), await two.session()];
    expect(first.account_id).not.toBe(second.account_id);
    expect((await one.account(first.account_id ?? '')).provider).toBe('bamboohr');
    expect(await one.status(`/hub/accounts/${second.account_id}`)).toBe(404);
  });

  test.each(['sandbox:nobody', 'sandbox:edit:', 'sandbox:edit:a b', 'xsandbox:edit', 'sandbox:'])(
    'is not %j',
    async (token) => {
      expect((await openSandbox().hub(token).get('/hub/settings')).status).toBe(401);
    },
  );

  test('never ends by itself', async () => {
    const sandbox = openSandbox();
    const hub = reader(sandbox, 'sandbox:create');
    expect(await hub.session()).not.toHaveProperty('expires_at');
    sandbox.pass(365 * 24 * 3600);
    expect(await hub.status('/hub/settings')).toBe(200);
  });

  test('can be read over and over at once and is made but once', async () => {
    const store = memoryStore();
    const hub = reader(openSandbox({ store }), 'sandbox:connected');
    await Promise.all([hub.settings(), hub.connectors(), hub.session(), hub.connectors()]);
    expect(await store.list('account')).toHaveLength(4);
    expect(await store.list('session')).toHaveLength(1);
  });
});

test('connectors of the scenarios are of products that have a logo', () => {
  const known = new Set(catalog.map(({ provider }) => provider));
  expect(few.map(({ provider }) => provider).filter((provider) => !known.has(provider))).toEqual([]);
});

test('an account that a scenario made is answered as any other', async () => {
  const answer = await submit(reader(openSandbox(), 'sandbox:single'));
  expect(await read(AccountCreated, answer)).toMatchObject({ provider: 'bamboohr' });
});
