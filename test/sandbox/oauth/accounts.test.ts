import { describe, expect, test } from 'vitest';
import { AccountData } from '../../../src/api/schemas.js';
import { type AccountEvent, memoryStore, type SandboxOptions } from '../../../src/sandbox.js';
import { read } from '../harness.js';
import { AVERY, CANARY, KIM } from './provider.js';
import { fragmentOf, startMore, started, type Started, VERIFIER } from './started.js';

/** An account of Avery's, and a further attempt for it at which somebody else signs in. */
async function reconnected(as: string, options: SandboxOptions = {}) {
  const first = await started(options);
  await first.signIn();
  const accountId = (await first.attempt()).account?.id ?? '';
  first.provider.is(as);
  const again = await startMore(first, { account_id: accountId }, { credentials: { site: 'north' } });
  await again.signIn();
  const { hub, sandbox } = again;
  return {
    ...again,
    accountId,
    name: async () => (await read(AccountData, await hub.get(`/hub/accounts/${accountId}`))).display_name,
    site: async () => (await sandbox.accounts())[0]?.setup_information['site'],
  };
}

/** A first account of Avery's, and a second sign-in beside it. */
const again = async (as: string): Promise<Started> => {
  const first = await started({}, { multiple: true });
  await first.signIn();
  first.provider.is(as);
  const second = await startMore(first, { multiple: true });
  await second.signIn();
  return second;
};

/** An account with tokens, and the backend's look at it. */
const connected = async (options: SandboxOptions = {}) => {
  const attempt = await started(options);
  await attempt.signIn();
  const id = (await attempt.attempt()).account?.id ?? '';
  return { ...attempt, accountId: id, look: () => attempt.sandbox.backend('GET', `/accounts/${id}`) };
};

describe('signing in again', () => {
  test('as the same person changes the account', async () => {
    const { answer, accountId, site, sandbox } = await reconnected(AVERY);
    expect(await answer()).toMatchObject({ status: 'authenticated', account: { id: accountId } });
    expect(await site()).toBe('north');
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('as somebody else asks before it replaces anything', async () => {
    const { answer, name, site } = await reconnected(KIM);
    expect(await answer()).toEqual({
      status: 'pending',
      account: null,
      error: null,
      phase: 'awaiting_confirmation',
      poll_after: 1,
      another_account: { display_name: KIM, instead_of: AVERY },
    });
    expect(await name()).toBe(AVERY);
    expect(await site()).toBe('acme');
  });

  test('as somebody else replaces the account once the user wants that', async () => {
    const { confirm, answer, accountId, name, site, sandbox } = await reconnected(KIM);
    const confirmed = await confirm({ replace: true, verifier: VERIFIER });
    expect(await confirmed.json()).toMatchObject({ status: 'authenticated', account: { id: accountId } });
    expect(await answer()).not.toHaveProperty('another_account');
    expect(await name()).toBe(KIM);
    expect(await site()).toBe('north');
    expect(await sandbox.accounts()).toHaveLength(1);
    expect((await confirm({ replace: true, verifier: VERIFIER })).status).toBe(409);
  });

  test('as somebody else leaves everything as it is when the user does not want that', async () => {
    const { cancel, answer, name, site } = await reconnected(KIM);
    expect((await cancel()).status).toBe(204);
    expect(await answer()).toMatchObject({ status: 'cancelled', account: null });
    expect(await name()).toBe(AVERY);
    expect(await site()).toBe('acme');
  });

  test('as somebody else is agreed to by a page that was reloaded, too', async () => {
    const { confirm, name } = await reconnected(KIM);
    expect((await confirm({ replace: true })).status).toBe(200);
    expect(await name()).toBe(KIM);
  });

  test.each([{}, { replace: 'true' }, { replace: false }, { confirm: 'x', verifier: VERIFIER }])(
    'as somebody else replaces nothing with %j',
    async (content) => {
      const { confirm, name } = await reconnected(KIM);
      expect((await confirm(content)).status).toBe(400);
      expect(await name()).toBe(AVERY);
    },
  );

  test('as somebody else is not asked about where the hub could not hear it', async () => {
    const extensions = ['attempt_start_url', 'attempt_binding', 'account_names'] as const;
    const { answer, name } = await reconnected(KIM, { extensions });
    expect(await answer()).toMatchObject({ status: 'authenticated' });
    expect(await name()).toBe(KIM);
  });

  test('asks both questions where the window is cut off, too', async () => {
    const first = await started();
    await first.signIn();
    first.provider.is(KIM);
    const { begin, comeBack, confirm } = await startMore(first);
    await begin(false);
    const back = fragmentOf(await comeBack());
    const once = await (await confirm({ confirm: back.confirm, verifier: VERIFIER })).json();
    expect(once).toMatchObject({ status: 'pending', another_account: { display_name: KIM } });
    const twice = await (await confirm({ replace: true, verifier: VERIFIER })).json();
    expect(twice).toMatchObject({ status: 'authenticated' });
  });
});

describe('where several accounts may be', () => {
  test('somebody else is a second one', async () => {
    const { attempt, sandbox } = await again(KIM);
    expect(await attempt()).toMatchObject({ status: 'authenticated' });
    expect(await sandbox.accounts()).toHaveLength(2);
  });

  test('the same person is connected already', async () => {
    const { attempt, sandbox } = await again(AVERY);
    expect(await attempt()).toMatchObject({
      status: 'error',
      account: null,
      error: { code: 'already_connected', description: `${AVERY} is connected already.` },
    });
    expect(await sandbox.accounts()).toHaveLength(1);
  });
});

describe("an account's tokens", () => {
  test('are kept, and in no answer', async () => {
    const store = memoryStore();
    const events: AccountEvent[] = [];
    const { sandbox, hub, id, accountId, look } = await connected({
      store,
      onAccountEvent: (event: AccountEvent) => events.push(event),
    });
    expect(JSON.stringify(await store.list('grant'))).toContain(CANARY);
    sandbox.pass(4000);
    const answers = [
      await hub.get(`/hub/connection_attempts/${id}`),
      await sandbox.hub('sandbox:create').get('/hub/connectors'),
      await look(),
      await sandbox.backend('GET', '/accounts'),
      await sandbox.backend('DELETE', `/accounts/${accountId}`),
    ];
    for (const answer of answers) {
      expect(await answer.text()).not.toContain(CANARY);
      expect(JSON.stringify([...answer.headers])).not.toContain(CANARY);
    }
    expect(events.map(({ event }) => event)).toEqual(['account.created', 'account.deleted']);
    expect(JSON.stringify(events)).not.toContain(CANARY);
    expect(await store.list('grant')).toEqual([]);
  });

  test('are left alone while they hold', async () => {
    const { sandbox, look, provider } = await connected();
    sandbox.pass(3599);
    expect((await look()).status).toBe(200);
    expect(provider.refreshed).toEqual([]);
  });

  test('are refreshed once they have expired, each time with the newest', async () => {
    const { sandbox, look, provider } = await connected();
    sandbox.pass(3600);
    expect(await (await look()).json()).toMatchObject({ status: 'active' });
    await look();
    sandbox.pass(3600);
    await look();
    expect(provider.refreshed).toEqual([`${CANARY} refresh 1`, `${CANARY} refresh 2`]);
  });

  test('are refreshed once, however many ask for it', async () => {
    const { sandbox, look, provider } = await connected();
    sandbox.pass(3600);
    const answers = await Promise.all([look(), look(), look()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(provider.refreshed).toHaveLength(1);
  });

  test('that the provider does not renew end the sign-in, until the next one', async () => {
    const { sandbox, look, provider } = await connected();
    sandbox.pass(3600);
    provider.refuses();
    expect(await (await look()).json()).toMatchObject({
      status: 'error',
      status_reasons: [{ description: 'The sign-in at SIGNIN has ended. Sign in again.' }],
    });
    await look();
    expect(provider.refreshed).toHaveLength(1);
    provider.agrees();
    await (await startMore({ sandbox, provider })).signIn();
    expect(await (await look()).json()).toMatchObject({ status: 'active', status_reasons: [] });
  });

  test('stay as they are while the provider does not answer', async () => {
    const { sandbox, look, provider } = await connected();
    sandbox.pass(3600);
    provider.refuses(new TypeError('fetch failed'));
    expect(await (await look()).json()).toMatchObject({ status: 'active' });
    provider.agrees();
    await look();
    expect(provider.refreshed).toEqual([`${CANARY} refresh 1`, `${CANARY} refresh 1`]);
  });
});
