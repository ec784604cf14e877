import { describe, expect, test } from 'vitest';
import { fragmentOf, RETURN_URL, started, statuses, VERIFIER } from './started.js';

/** Up to the host's return page, as where the window is cut off from the page that opened it. */
async function returned(options = {}, session = {}) {
  const attempt = await started(options, session);
  await attempt.begin(false);
  const back = fragmentOf(await attempt.comeBack());
  return { ...attempt, back, right: { confirm: back.confirm, verifier: VERIFIER } };
}

describe('a window that is cut off', () => {
  test('goes to the provider without a cookie, and comes back by the return page of the session', async () => {
    const { id, back, provider, attempt, sandbox } = await returned();
    expect(back).toEqual({ to: RETURN_URL, attempt: id, confirm: expect.stringMatching(/^[\w-]{43}$/) });
    expect(await attempt()).toMatchObject({ status: 'pending', phase: 'awaiting_confirmation' });
    expect(provider.exchanged).toEqual([]);
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('is finished by the page that began', async () => {
    const { confirm, right, provider, attempt, sandbox } = await returned();
    const confirmed = await confirm(right);
    expect(confirmed.status).toBe(200);
    expect(await confirmed.json()).toMatchObject({ status: 'authenticated', error: null });
    expect((await attempt()).status).toBe('authenticated');
    expect(provider.exchanged).toHaveLength(1);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test.each([
    ['another verifier', { verifier: 'w'.repeat(43) }, 403],
    ['another word', { confirm: 'w'.repeat(43) }, 403],
    ['no verifier', { verifier: undefined }, 400],
    ['no word', { confirm: undefined }, 400],
    ['consent to replace instead of a word', { confirm: undefined, replace: true }, 400],
  ])('is not finished with %s', async (_, wrong, status) => {
    const { confirm, right, provider, attempt } = await returned();
    expect((await confirm({ ...right, ...wrong })).status).toBe(status);
    expect(provider.exchanged).toEqual([]);
    expect((await attempt()).status).toBe('pending');
    expect((await confirm(right)).status).toBe(200);
  });

  test('is finished once', async () => {
    const { confirm, right, provider, sandbox } = await returned({}, { multiple: true });
    const answers = await Promise.all([confirm(right), confirm(right)]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect((await confirm(right)).status).toBe(409);
    expect(provider.exchanged).toHaveLength(1);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test("is not finished by another owner's session", async () => {
    const { sandbox, id, right } = await returned();
    const { token } = await sandbox.session({ origin_owner_id: 'globex' });
    const path = `/hub/connection_attempts/${id}/confirm`;
    expect((await sandbox.hub(token).post(path, right)).status).toBe(404);
  });

  test('that was refused at the provider comes back with nothing to confirm', async () => {
    const { begin, comeBack, attempt, confirm, id } = await started();
    await begin(false);
    expect(fragmentOf(await comeBack({ error: 'access_denied' }))).toEqual({
      to: RETURN_URL,
      attempt: id,
      confirm: null,
    });
    expect(await attempt()).toMatchObject({ status: 'error', error: { code: 'access_denied' } });
    expect((await confirm({ confirm: 'x', verifier: VERIFIER })).status).toBe(409);
  });

  test('is not confirmed once the hub has cancelled, or the time is over', async () => {
    const cancelled = await returned();
    await cancelled.cancel();
    expect((await cancelled.confirm(cancelled.right)).status).toBe(409);
    const late = await returned();
    late.sandbox.pass(300);
    expect((await late.confirm(late.right)).status).toBe(409);
    expect(late.provider.exchanged).toEqual([]);
  });

  test('is told the outcome of an exchange that fails', async () => {
    const { confirm, right, provider } = await returned();
    provider.refuses();
    const answer = await (await confirm(right)).json();
    expect(answer).toMatchObject({ status: 'error', error: { code: 'provider_error' } });
  });

  test('without a return page ends there, and says so', async () => {
    const { begin, attempt, provider } = await started({}, { return_url: null });
    const refused = await begin(false);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ message: 'This page cannot open the sign-in window.' });
    expect(provider.asked).toEqual([]);
    expect(await attempt()).toMatchObject({ status: 'error', error: { code: 'opener_severed' } });
  });
});

describe('a session without allowed origins', () => {
  test('has nobody to ask, and goes by the return page even with an opener', async () => {
    const { begin, comeBack } = await started({}, { allowed_origins: [] });
    expect(await (await begin(true)).json()).toHaveProperty('url');
    expect(fragmentOf(await comeBack()).to).toBe(RETURN_URL);
  });

  test('cannot sign in at all without a return page', async () => {
    const { begin, attempt } = await started({}, { allowed_origins: null, return_url: null });
    expect((await begin(true)).status).toBe(409);
    expect((await attempt()).error?.code).toBe('opener_severed');
  });
});

test('there is nothing to confirm in an attempt that did not come back, nor by any way in the plain contract', async () => {
  const { confirm, hub, id } = await started();
  expect((await confirm({ confirm: 'x', verifier: VERIFIER })).status).toBe(409);
  expect((await hub.post(`/plain/hub/connection_attempts/${id}/confirm`, {})).status).toBe(404);
});
