import { describe, expect, test } from 'vitest';
import { memoryStore, OAuthError } from '../../../src/sandbox.js';
import { BASE } from '../harness.js';
import { started, type Started, statuses } from './started.js';

const textOf = async (response: Response) => (await response.text()).replaceAll(/<[^>]*>/g, ' ');

describe('back from the provider', () => {
  test('with the cookie, the code is exchanged and the account is there', async () => {
    const { bind, comeBack, attempt, provider, sandbox, id } = await started();
    const back = await comeBack({ code: 'a code' }, await bind());
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe(`${BASE}/done`);
    expect(back.headers.get('set-cookie')).toMatch(new RegExp(`^__Host-hub_${id}=; .*Max-Age=0`));

    const { status, account } = await attempt();
    expect(status).toBe('authenticated');
    expect(await sandbox.accounts()).toMatchObject([
      { id: account?.id, setup_information: { site: 'acme' } },
    ]);
    const [asked] = provider.asked;
    expect(provider.exchanged).toEqual([
      {
        url: `${asked?.redirectUri}?code=a+code&state=${asked?.state}`,
        state: asked?.state,
        codeVerifier: asked?.codeVerifier,
      },
    ]);
  });

  test.each([
    ['no cookie', {}],
    ['another cookie', { cookie: '__Host-hub_other=x' }],
    ['a cookie with another value', { cookie: '__Host-hub_ID=x' }],
    ['an empty cookie', { cookie: '__Host-hub_ID=' }],
  ])('with %s it is refused before anything is exchanged', async (_, headers: { cookie?: string }) => {
    const { bind, comeBack, attempt, provider, sandbox, id } = await started();
    const own = await bind();
    const cookie = headers.cookie?.replace('ID', id);
    const back = await comeBack({ code: 'code' }, cookie === undefined ? {} : { cookie });
    expect(back.status).toBe(403);
    expect(await textOf(back)).toContain('This sign-in was not started in this browser.');
    expect(provider.exchanged).toEqual([]);
    expect(await attempt()).toMatchObject({ status: 'error', error: { code: 'not_same_browser' } });
    expect(await sandbox.accounts()).toEqual([]);
    expect((await comeBack({ code: 'code' }, own)).status).toBe(400);
  });

  test('the cookie of one attempt is none for another', async () => {
    const first = await started();
    const second = await started();
    const foreign = await first.bind();
    await second.bind();
    expect((await second.comeBack({ code: 'code' }, foreign)).status).toBe(403);
  });

  test('a state is used once', async () => {
    const { bind, comeBack, provider, sandbox } = await started({}, { multiple: true });
    const cookie = await bind();
    const answers = await Promise.all([
      comeBack({ code: 'code' }, cookie),
      comeBack({ code: 'code' }, cookie),
    ]);
    expect(statuses(answers)).toEqual([303, 400]);
    expect((await comeBack({ code: 'code' }, cookie)).status).toBe(400);
    expect(provider.exchanged).toHaveLength(1);
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test.each(['', 'x', 'nonce-0123456789'])('the state %j is none', async (state) => {
    const { bind, comeBack, provider, attempt } = await started();
    expect((await comeBack({ code: 'code' }, await bind(), state)).status).toBe(400);
    expect(provider.exchanged).toEqual([]);
    expect((await attempt()).status).toBe('pending');
  });

  test("a state comes back to its own integration's address", async () => {
    const { bind, comeBack, provider } = await started();
    const other = '00000000-0000-4000-8000-000000000001';
    expect((await comeBack({ code: 'code' }, await bind(), undefined, other)).status).toBe(400);
    expect(provider.exchanged).toEqual([]);
  });

  test.each([
    ['access_denied', undefined, 'access_denied', 'access_denied'],
    ['access_denied', 'They said no.', 'access_denied', 'They said no.'],
    ['server_error', '<b>it</b> is Bearer x', 'provider_error', '<b>it</b> is Bearer x'],
    ['temporarily_unavailable', undefined, 'provider_error', 'temporarily_unavailable'],
  ])('with %s (%s), the attempt ends as %s', async (error, words, code, description) => {
    const { bind, comeBack, attempt, provider } = await started();
    const answer = { error, ...(words !== undefined && { error_description: words }) };
    const back = await comeBack(answer, await bind());
    expect(back.headers.get('location')).toBe(`${BASE}/done`);
    expect(await attempt()).toMatchObject({ status: 'error', error: { code, description } });
    expect(provider.exchanged).toEqual([]);
  });

  test('with an answer that the provider does not exchange, the attempt ends in its words', async () => {
    const { bind, comeBack, attempt, provider, sandbox } = await started();
    const cookie = await bind();
    provider.refuses(new OAuthError('invalid_grant', 'The code has expired.'));
    await comeBack({ code: 'code' }, cookie);
    expect(await attempt()).toMatchObject({
      status: 'error',
      error: { code: 'provider_error', description: 'The code has expired.' },
    });
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('while the provider is down, the attempt ends in words of our own', async () => {
    const { bind, comeBack, attempt, provider } = await started();
    const cookie = await bind();
    provider.refuses(new TypeError('connect ECONNREFUSED 10.0.0.7:443'));
    await comeBack({ code: 'code' }, cookie);
    const { status, error } = await attempt();
    expect(status).toBe('error');
    expect(error?.description).not.toContain('10.0.0.7');
  });

  test('after the hub has cancelled, nothing is exchanged', async () => {
    const { bind, comeBack, attempt, cancel, provider } = await started();
    const cookie = await bind();
    await cancel();
    const back = await comeBack({ code: 'code' }, cookie);
    expect(back.status).toBe(410);
    expect(await textOf(back)).toContain('over');
    expect(provider.exchanged).toEqual([]);
    expect((await attempt()).status).toBe('cancelled');
  });

  test('in the second in which the hub cancels, one of the two holds, and both hear which', async () => {
    const { bind, comeBack, attempt, cancel, sandbox, provider } = await started();
    const cookie = await bind();
    provider.meanwhile(cancel);
    expect((await comeBack({ code: 'code' }, cookie)).status).toBe(410);
    expect((await attempt()).status).toBe('cancelled');
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('before the hub cancels, the account stays', async () => {
    const { signIn, attempt, cancel, sandbox } = await started();
    await signIn();
    expect((await cancel()).status).toBe(204);
    expect((await attempt()).status).toBe('authenticated');
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test('in time, though the session is over by then', async () => {
    const { bind, comeBack, sandbox } = await started({}, { expires_in: 60 });
    const cookie = await bind();
    sandbox.pass(61);
    expect((await comeBack({ code: 'code' }, cookie)).headers.get('location')).toBe(`${BASE}/done`);
    expect(await sandbox.accounts()).toHaveLength(1);
  });
});

describe('once it is over, nothing that was typed is kept', () => {
  const ends: readonly (readonly [string, (attempt: Started) => Promise<unknown>])[] = [
    ['refused', async ({ bind, comeBack }) => comeBack({ error: 'access_denied' }, await bind())],
    ['in another browser', async ({ bind, comeBack }) => bind().then(() => comeBack())],
    ['cancelled at the start', ({ cancel }) => cancel()],
    ['cancelled at the provider', ({ bind, cancel }) => bind().then(cancel)],
    [
      'cancelled before it was confirmed',
      async ({ begin, comeBack, cancel }) => {
        await begin(false);
        await comeBack();
        await cancel();
      },
    ],
    [
      'out of time',
      async ({ bind, sandbox, cancel }) => {
        await bind();
        sandbox.pass(300);
        await cancel();
      },
    ],
  ];

  test.each(ends)('%s', async (_, end) => {
    const store = memoryStore();
    const attempt = await started({ store }, {}, { credentials: { site: 'CANARY' } });
    expect(JSON.stringify(await store.list('attempt'))).toContain('CANARY');
    await end(attempt);
    for (const kind of ['attempt', 'authorization', 'code', 'grant', 'account'] as const) {
      expect(JSON.stringify(await store.list(kind))).not.toContain('CANARY');
    }
  });
});
