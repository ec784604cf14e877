import { describe, expect, test } from 'vitest';
import { AccountData, Attempt, AttemptCreated } from '../../src/api/schemas.js';
import { memoryStore } from '../../src/sandbox.js';
import { connecting, openSandbox, read, SIGN_IN } from './harness.js';
import { begun, CALLBACK } from './window.js';

describe('an attempt', () => {
  test('is pending until something happens in the window', async () => {
    const { attempt } = await begun();
    expect(await attempt()).toMatchObject({ status: 'pending', account: null, error: null });
  });

  test('is authenticated once the user allowed it, with an account', async () => {
    const { sandbox, attempt, decide, hub } = await begun();
    const redirect = await decide('allow');
    expect(redirect.status).toBe(303);
    expect(redirect.headers.get('location')).toBe(CALLBACK);

    const { status, account } = await attempt();
    expect(status).toBe('authenticated');
    expect(await sandbox.accounts()).toMatchObject([
      { id: account?.id, provider: 'signin', setup_information: { site: 'acme' }, status: 'active' },
    ]);
    const data = await read(AccountData, await hub.get(`/hub/accounts/${account?.id}`));
    expect(data.display_name).toBe('jo@acme.example');
  });

  test.each([
    ['deny', 'access_denied'],
    ['fail', 'provider_error'],
  ])('ends in an error after %s', async (decision, code) => {
    const { sandbox, attempt, decide } = await begun();
    expect((await decide(decision)).headers.get('location')).toBe(CALLBACK);
    expect(await attempt()).toMatchObject({
      status: 'error',
      account: null,
      error: { code, description: expect.any(String) as string },
    });
    expect(await sandbox.accounts()).toEqual([]);
  });

  test.each([
    ['refused', 'provider_error'],
    ['invalid', 'provider_error'],
    ['locked', 'provider_error'],
    ['conflict', 'already_connected'],
  ])('fails at the provider with %s', async (site, code) => {
    const { attempt, decide, address } = await begun();
    await decide('allow', address({ site }));
    expect(await attempt()).toMatchObject({ status: 'error', error: { code } });
  });

  test('expires after five minutes', async () => {
    const { sandbox, attempt, window } = await begun();
    sandbox.pass(299);
    expect((await attempt()).status).toBe('pending');
    sandbox.pass(1);
    expect((await attempt()).status).toBe('expired');
    expect((await window()).status).toBe(410);
  });

  test('expires when it was told to', async () => {
    const { sandbox, attempt } = await begun({ attemptLifetime: 30 });
    sandbox.pass(30);
    expect((await attempt()).status).toBe('expired');
  });

  test('is cancelled by the hub, and the window cannot finish it any more', async () => {
    const { sandbox, attempt, cancel, window, decide } = await begun();
    expect((await cancel()).status).toBe(204);
    expect((await attempt()).status).toBe('cancelled');
    expect((await window()).status).toBe(410);
    expect((await decide('allow')).status).toBe(410);
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('stays authenticated when it is cancelled too late', async () => {
    const { attempt, cancel, decide } = await begun();
    await decide('allow');
    expect((await cancel()).status).toBe(204);
    expect((await attempt()).status).toBe('authenticated');
  });

  test('stays expired when it is cancelled too late', async () => {
    const { sandbox, attempt, cancel } = await begun();
    sandbox.pass(300);
    await cancel();
    expect((await attempt()).status).toBe('expired');
  });

  test('makes one account of two clicks', async () => {
    const { sandbox, decide } = await begun({}, { multiple: true });
    await Promise.all([decide('allow'), decide('allow')]);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('of another owner is 404', async () => {
    const { sandbox, id } = await begun();
    const stranger = sandbox.hub((await sandbox.session({ origin_owner_id: 'globex' })).token);
    expect((await stranger.get(`/hub/connection_attempts/${id}`)).status).toBe(404);
    expect((await stranger.delete(`/hub/connection_attempts/${id}`)).status).toBe(404);
  });

  test('goes on under a new token of the same owner', async () => {
    const { sandbox, id } = await begun();
    const renewed = sandbox.hub((await sandbox.session()).token);
    expect((await renewed.get(`/hub/connection_attempts/${id}`)).status).toBe(200);
  });

  test('needs the token of its own session in the body', async () => {
    const { sandbox, hub } = await begun();
    const other = await sandbox.session();
    expect((await hub.post('/hub/connection_attempts', {})).status).toBe(400);
    expect((await hub.post('/hub/connection_attempts', { token: other.token })).status).toBe(400);
  });

  test('survives a restart', async () => {
    const store = memoryStore();
    const { token, id, decide } = await begun({ store });
    await decide('allow');
    const answer = await openSandbox({ store }).hub(token).get(`/hub/connection_attempts/${id}`);
    expect((await read(Attempt, answer)).status).toBe('authenticated');
  });

  test('changes the account that the session is about', async () => {
    const { sandbox, decide, hub, attempt, address } = await begun();
    await decide('allow');
    const id = (await attempt()).account?.id ?? '';
    const { token } = await sandbox.session({ account_id: id });
    const again = await read(
      AttemptCreated,
      await sandbox.hub(token).post('/hub/connection_attempts', { token }),
    );
    await decide(
      'allow',
      address({ connection_attempt_id: again.id, site: 'two' }, token),
      'other@acme.example',
    );
    expect(await sandbox.accounts()).toMatchObject([{ id, setup_information: { site: 'two' } }]);
    const data = await read(AccountData, await hub.get(`/hub/accounts/${id}`));
    expect(data.display_name).toBe('other@acme.example');

    await hub.patch(`/hub/accounts/${id}`, connecting(SIGN_IN, { site: 'three' }));
    const changed = await read(AccountData, await hub.get(`/hub/accounts/${id}`));
    expect(changed.display_name).toBe('other@acme.example');
  });
});
