import { afterEach, expect, test } from 'vitest';
import { openBrowser } from './browser.js';
import type { Listening } from './listen.js';
import { oauthClient } from './oauth-client.js';
import { OAUTH_CLIENT, startProvider } from './provider.js';
import { COOPS } from './provider-pages.js';

let idp: Listening | undefined;
afterEach(() => idp?.close());

const REQUEST = {
  state: 'a-state',
  codeVerifier: 'v'.repeat(43),
  redirectUri: 'http://127.0.0.1:1/callback/x',
  loginHint: 'jo@acme.example',
  service: '<b>HubSpot</b>',
  parameters: {},
};

async function firstPage(options = {}, parameters: Record<string, string> = {}) {
  idp = await startProvider(options);
  const { authorize } = client(idp.url);
  return openBrowser().go(await authorize({ ...REQUEST, parameters }));
}

const client = (issuer: string, browserOrigin?: string) => {
  const oauth = oauthClient({ issuer, client: OAUTH_CLIENT, browserOrigin });
  return { authorize: (request: typeof REQUEST) => oauth.authorize(request) };
};

test('its pages need no script, can be framed by nobody, and write names as text', async () => {
  const { status, html, headers } = await firstPage();
  expect(status).toBe(200);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script-src|unsafe/);
  expect(html).not.toMatch(/<script|<style|style=| on\w+=/);
  expect(html).toContain('Sign in to &lt;b&gt;HubSpot&lt;/b&gt;');
  expect(html).toContain('value="jo@acme.example"');
  const style = await fetch(`${idp?.url}/page.css`);
  expect(style.headers.get('content-type')).toMatch(/^text\/css/);
});

test.each(COOPS)('it can cut itself off from its opener: %s', async (coop) => {
  const byOption = await firstPage({ coop });
  expect(byOption.headers.get('cross-origin-opener-policy')).toBe(coop === 'none' ? null : coop);
  await idp?.close();
  const byAuthorization = await firstPage({ coop: 'same-origin' }, { coop });
  expect(byAuthorization.headers.get('cross-origin-opener-policy')).toBe(coop === 'none' ? null : coop);
});

test('a policy that there is not is left out', async () => {
  const page = await firstPage({}, { coop: 'x\r\ny' });
  expect(page.status).toBe(200);
  expect(page.headers.get('cross-origin-opener-policy')).toBeNull();
});

test('browsers may know it by another name than the sandbox does', async () => {
  idp = await startProvider();
  const named = idp.url.replace('127.0.0.1', 'idp.localhost');
  expect(await client(idp.url, named).authorize(REQUEST)).toMatch(new RegExp(`^${named}/auth\\?`));
});

test('a page of a sign-in that is not this browser’s is refused', async () => {
  const { url } = await firstPage();
  const page = await openBrowser().go(url);
  expect(page.status).toBe(400);
  expect(page.html).toContain('begun in another browser');
});

test('two of them on one machine forget nothing of each other', async () => {
  const { url } = await firstPage();
  const other = await startProvider();
  expect((await fetch(new URL(new URL(url).pathname, other.url))).status).toBe(400);
  await other.close();
});
