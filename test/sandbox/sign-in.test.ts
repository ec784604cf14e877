import { describe, expect, test } from 'vitest';
import { ALPHA, BASE, openSandbox, SIGN_IN } from './harness.js';
import { begun } from './window.js';

const textOf = async (response: Response) => (await response.text()).replaceAll(/<[^>]*>/g, ' ');

/** A sign-in that asks for a secret first. */
const WITH_SECRET = {
  ...SIGN_IN,
  config: {
    key: 'signin',
    name: 'SIGNIN',
    type: 'oauth2',
    configFields: [
      { key: 'site', label: 'Site', required: true, secret: false },
      { key: 'key', label: 'Key', required: true },
    ],
  },
} as const;

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

  test('refuses fields that are not right, and the hub hears of it', async () => {
    const { window, address, attempt } = await begun();
    const page = await window(address({ site: '' }));
    expect(page.status).toBe(422);
    expect(await textOf(page)).toContain('Site is required.');
    expect(await attempt()).toMatchObject({
      status: 'error',
      error: { code: 'provider_error', description: 'Site is required.' },
    });
  });

  test('does not ask again for a secret that is kept', async () => {
    const first = await begun({ catalog: [WITH_SECRET] });
    await first.decide('allow', first.address({ key: 'secret-secret-1234' }));
    const { account } = await first.attempt();
    const again = await first.again({ account_id: account?.id });
    expect((await again.decide('allow')).status).toBe(303);
    expect(await again.attempt()).toMatchObject({ status: 'authenticated', account });
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
