import { describe, expect, test } from 'vitest';
import { AccountData, Attempt, AttemptCreated } from '../../src/api/schemas.js';
import { memoryStore } from '../../src/sandbox.js';
import { ALPHA, BASE, openSandbox, read, SIGN_IN } from './harness.js';

const CALLBACK = 'https://app.test/embedded/accounts/callback';

type Options = Parameters<typeof openSandbox>[0];

async function begun(options: Options = {}, input: object = {}) {
  const sandbox = openSandbox(options);
  const { token } = await sandbox.session(input);
  const hub = sandbox.hub(token);
  const created = await hub.post('/hub/connection_attempts', { token });
  expect(created.status).toBe(201);
  const { id } = await read(AttemptCreated, created);

  const address = (
    more: Record<string, string> = {},
    rawToken = token,
    integration = SIGN_IN.integrationId,
  ) => {
    const query = new URLSearchParams({
      redirect_uri: CALLBACK,
      connection_attempt_id: id,
      site: 'acme',
      ...more,
    });
    return `/connect/oauth2/${integration}?${query}&token=${rawToken}`;
  };
  const window = (path = address()) => sandbox.call('GET', path, {});
  const decide = (decision: string, path = address()) =>
    sandbox.call('POST', path, {}, new URLSearchParams({ decision, as: 'jo@acme.example' }).toString());
  const attempt = async () => read(Attempt, await hub.get(`/hub/connection_attempts/${id}`));
  const cancel = () => hub.delete(`/hub/connection_attempts/${id}`);
  return { sandbox, token, hub, id, address, window, decide, attempt, cancel };
}

const textOf = async (response: Response) => (await response.text()).replaceAll(/<[^>]*>/g, ' ');

describe('an attempt', () => {
  test('is pending until something happens in the window', async () => {
    const { attempt } = await begun();
    expect(await attempt()).toEqual({ status: 'pending', account: null, error: null });
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
    expect(await attempt()).toEqual({
      status: 'error',
      account: null,
      error: { code, description: expect.any(String) as string },
    });
    expect(await sandbox.accounts()).toEqual([]);
  });

  test.each(['refused', 'invalid', 'locked', 'conflict'])('fails at the provider with %s', async (site) => {
    const { attempt, decide, address } = await begun();
    await decide('allow', address({ site }));
    expect(await attempt()).toMatchObject({ status: 'error', error: { code: 'provider_error' } });
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
    const { sandbox, decide, hub, attempt } = await begun();
    await decide('allow');
    const id = (await attempt()).account?.id ?? '';
    const { token } = await sandbox.session({ account_id: id });
    const again = await read(
      AttemptCreated,
      await sandbox.hub(token).post('/hub/connection_attempts', { token }),
    );
    const query = new URLSearchParams({
      redirect_uri: CALLBACK,
      connection_attempt_id: again.id,
      site: 'two',
    });
    await sandbox.call(
      'POST',
      `/connect/oauth2/${SIGN_IN.integrationId}?${query}&token=${token}`,
      {},
      'decision=allow&as=other@acme.example',
    );
    expect(await sandbox.accounts()).toMatchObject([{ id, setup_information: { site: 'two' } }]);
    const data = await read(AccountData, await hub.get(`/hub/accounts/${id}`));
    expect(data.display_name).toBe('other@acme.example');
  });
});

describe('the window', () => {
  test('asks in the name of the owner, with three ways out', async () => {
    const { window } = await begun();
    const page = await window();
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const text = await textOf(page);
    expect(text).toContain('Acme Corp');
    expect(text).toContain('SIGNIN');
    for (const way of ['Allow', 'Deny', 'Something goes wrong']) expect(text).toContain(way);
  });

  test('needs no script and brings nothing from elsewhere', async () => {
    const { window } = await begun();
    const page = await window();
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' https://app.test");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).not.toMatch(/<script|<style|style=|onclick/);
  });

  test('finds its stylesheet, with and without /plain before it', async () => {
    const { sandbox, window, address } = await begun();
    for (const path of [address(), `/plain${address()}`]) {
      const href = /href="([^"]*)"/.exec(await (await window(path)).text())?.[1] ?? '';
      const { pathname } = new URL(href, BASE + path);
      const style = await sandbox.call('GET', pathname, {});
      expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
      expect((await style.text()).length).toBeGreaterThan(0);
    }
  });

  test('writes an owner called <script> as text', async () => {
    const { window } = await begun({}, { origin_owner_name: '<script>alert("1")</script>&' });
    const html = await (await window()).text();
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
    expect(html).not.toContain('<script>');
  });

  test('compares the token as it stands in the URL: %3D is not the = of base64', async () => {
    const { window, address, token } = await begun();
    expect((await window(address({}, encodeURIComponent(token)))).status).toBe(401);
    expect((await window(address({}, token.replace(/=$/, '')))).status).toBe(401);
    expect((await window(address({}, ''))).status).toBe(401);
  });

  test('is closed to an expired token', async () => {
    const { sandbox, window } = await begun({ attemptLifetime: 9999 });
    sandbox.pass(1800);
    const page = await window();
    expect(page.status).toBe(401);
    expect(await textOf(page)).toContain('has expired');
  });

  test.each([
    ['javascript:alert(1)//embedded/accounts/callback'],
    ['https://evil.example/'],
    ['/embedded/accounts/callback'],
    ['nothing'],
  ])('does not go on to %s', async (redirect_uri) => {
    const { window, address } = await begun();
    expect((await window(address({ redirect_uri }))).status).toBe(400);
  });

  test('refuses an attempt that there is not', async () => {
    const { window, address } = await begun();
    expect((await window(address({ connection_attempt_id: 'x' }))).status).toBe(404);
  });

  test("refuses another owner's attempt", async () => {
    const { sandbox, window, address } = await begun();
    const { token } = await sandbox.session({ origin_owner_id: 'globex' });
    expect((await window(address({}, token))).status).toBe(404);
  });

  test('refuses an integration that is a form, or none', async () => {
    const { window, address, token } = await begun();
    expect((await window(address({}, token, ALPHA.integrationId))).status).toBe(400);
    expect((await window(address({}, token, 'nobody'))).status).toBe(404);
  });

  test('refuses fields that are not right', async () => {
    const { window, address } = await begun();
    const page = await window(address({ site: '' }));
    expect(page.status).toBe(422);
    expect(await textOf(page)).toContain('Site is required.');
  });

  test('refuses a choice that there is not', async () => {
    const { decide, attempt } = await begun();
    expect((await decide('maybe')).status).toBe(400);
    expect((await attempt()).status).toBe('pending');
  });
});

describe('the callback page', () => {
  test.each(['', '/plain'])('says that the window can be closed, and closes it (%s)', async (prefix) => {
    const sandbox = openSandbox();
    const path = `${prefix}/embedded/accounts/callback`;
    const page = await sandbox.call('GET', path, {});
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const html = await page.text();
    expect(html).toContain('You can close this window');
    const source = /<script src="([^"]*)">/.exec(html)?.[1] ?? '';
    const script = await sandbox.call('GET', new URL(source, BASE + path).pathname, {});
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await script.text()).toContain('window.close()');
  });
});
