import { describe, expect, test } from 'vitest';
import { BASE } from '../harness.js';
import {
  HOST,
  RETURN_URL,
  s256,
  signingIn,
  startMore,
  started,
  statuses,
  type Started,
  VERIFIER,
} from './started.js';

const NONCE = 'nonce-0123456789';

describe('the opening page', () => {
  test('finds its attempt by the nonce', async () => {
    const { sandbox, id } = await started({}, {}, { nonce: NONCE });
    const found = await sandbox.call('GET', `/opening/${NONCE}`, {});
    expect(await found.json()).toEqual({ start_url: `${BASE}/start?a=${id}`, over: false });
  });

  test('waits while there is none', async () => {
    const { sandbox } = await started();
    const found = await sandbox.call('GET', '/opening/some-other-nonce', {});
    expect(found.status).toBe(200);
    expect(await found.json()).toEqual({ start_url: null, over: false });
  });

  test.each<[string, (attempt: Started) => unknown]>([
    ['is cancelled', ({ cancel }) => cancel()],
    ['has begun already', ({ begin }) => begin(false)],
    ['is out of time', ({ sandbox }) => sandbox.pass(300)],
  ])('has nowhere to go when the attempt %s', async (_, happens) => {
    const attempt = await started({}, {}, { nonce: NONCE });
    await happens(attempt);
    const found = await attempt.sandbox.call('GET', `/opening/${NONCE}`, {});
    expect(await found.json()).toEqual({ start_url: null, over: true });
  });
});

describe('the pages', () => {
  test.each(['/opening', '/start?a=ID', '/done'])(
    '%s can be framed by nobody and brings nothing along',
    async (path) => {
      const { sandbox, id } = await started();
      const page = await sandbox.call('GET', path.replace('ID', id), {});
      expect(page.status).toBe(200);
      const policy = page.headers.get('content-security-policy') ?? '';
      expect(policy.split('; ')).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "frame-ancestors 'none'",
          "form-action 'none'",
          "base-uri 'none'",
        ]),
      );
      expect(policy).not.toContain('unsafe');
      expect(page.headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('cache-control')).toBe('no-store');
      const html = await page.text();
      expect(html).not.toMatch(/<script>|<style|style=| on\w+=/);
      for (const [, file = ''] of html.matchAll(/(?:src|href)="(\/[^"]*)"/g)) {
        const answer = await sandbox.call('GET', file, {});
        expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
        expect((await answer.text()).length).toBeGreaterThan(0);
      }
    },
  );

  test('are closed to scripts of other origins', async () => {
    const { sandbox, id } = await started();
    for (const path of ['/opening/nonce', `/start?a=${id}`, '/done', '/callback/x']) {
      const answer = await sandbox.call('GET', path, { origin: HOST });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('are not there in the plain contract', async () => {
    const { sandbox, id } = await started();
    for (const path of ['/plain/opening', `/plain/start?a=${id}`]) {
      expect((await sandbox.call('GET', path, {})).status).toBe(404);
    }
  });
});

describe('the start page', () => {
  test('knows the origins that may answer it, and no secret', async () => {
    const { startPage, token } = await started();
    const html = await (await startPage()).text();
    expect(html).toContain(`data-origins="[&quot;${HOST}&quot;]"`);
    expect(html).toContain('Connecting to SIGNIN');
    for (const hidden of [token, VERIFIER, s256(VERIFIER), RETURN_URL]) expect(html).not.toContain(hidden);
  });

  test('sends a page with an opener nowhere before that has proved itself', async () => {
    const { begin, provider } = await started();
    expect(await (await begin(true)).json()).toEqual({});
    expect(provider.asked).toEqual([]);
  });

  test('goes on at once where sign-ins are not bound', async () => {
    const { begin, comeBack, attempt } = await started({ extensions: ['attempt_start_url'] });
    expect(await (await begin(true)).json()).toEqual({ url: expect.stringMatching(/^https:\/\/idp\.test/) });
    const back = await comeBack();
    expect(back.headers.get('location')).toBe(`${BASE}/done`);
    expect((await attempt()).status).toBe('authenticated');
  });

  test.each<[string, (attempt: Started) => unknown, number]>([
    ['is cancelled', ({ cancel }) => cancel(), 410],
    ['is out of time', ({ sandbox }) => sandbox.pass(300), 410],
    ['was begun before', ({ begin }) => begin(false), 409],
  ])('is closed once the attempt %s', async (_, happens, status) => {
    const attempt = await started();
    await happens(attempt);
    expect((await attempt.startPage()).status).toBe(status);
    expect((await attempt.begin(true)).status).toBe(status);
    expect((await attempt.redeem()).status).toBe(status);
  });

  test('of no attempt is closed', async () => {
    const { sandbox } = await started();
    expect((await sandbox.call('GET', '/start?a=nobody', {})).status).toBe(410);
    expect((await sandbox.call('GET', '/start', {})).status).toBe(410);
  });

  test('says so when the provider cannot be reached, and the attempt ends', async () => {
    const { provider, begin, redeem, attempt } = await started();
    await begin(true);
    provider.refuses(new TypeError('fetch failed'));
    expect((await redeem()).status).toBe(500);
    expect(await attempt()).toMatchObject({ status: 'error', error: { code: 'provider_error' } });
  });
});

describe('the verifier', () => {
  test('is redeemed for a cookie and the address at the provider', async () => {
    const { begin, redeem, id, provider } = await started();
    await begin(true);
    const redeemed = await redeem();
    expect(await redeemed.json()).toEqual({ url: `https://idp.test/auth?state=${provider.asked[0]?.state}` });
    expect(redeemed.headers.get('cache-control')).toBe('no-store');
    const [pair = '', ...attributes] = (redeemed.headers.get('set-cookie') ?? '').split('; ');
    expect(pair).toMatch(new RegExp(`^__Host-hub_${id}=[\\w-]{43}$`));
    expect(attributes).toEqual(['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=300', 'Secure']);
  });

  test('gives a cookie that holds as long as the attempt does', async () => {
    const { sandbox, redeem } = await started();
    sandbox.pass(100.5);
    expect((await redeem()).headers.get('set-cookie')).toContain('Max-Age=200;');
  });

  test('gives a cookie that works without https on this machine', async () => {
    const { redeem, id } = await started({}, {}, {}, 'http://api.localhost:4010');
    const cookie = (await redeem()).headers.get('set-cookie');
    expect(cookie).toMatch(new RegExp(`^hub_${id}=`));
    expect(cookie).not.toContain('Secure');
  });

  test('is redeemed once', async () => {
    const { redeem, provider } = await started();
    const answers = await Promise.all([redeem(), redeem()]);
    expect(statuses(answers)).toEqual([200, 409]);
    expect((await redeem()).status).toBe(409);
    expect(provider.asked).toHaveLength(1);
  });

  test.each(['', 'w'.repeat(43), s256(VERIFIER)])('%j is not it', async (verifier) => {
    const { redeem, provider, attempt } = await started();
    const refused = await redeem(verifier);
    expect(refused.status).toBe(verifier === '' ? 400 : 403);
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect(provider.asked).toEqual([]);
    expect((await attempt()).status).toBe('pending');
    expect((await redeem()).status).toBe(200);
  });

  test.each([
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['a form', { 'content-type': 'text/plain' }],
  ])('is taken from the start page alone, not from %s', async (_, headers) => {
    const { post, id, provider } = await started();
    expect((await post(`/start/${id}`, { opener: false }, headers)).status).toBe(403);
    expect((await post(`/start/${id}/redeem`, { verifier: VERIFIER }, headers)).status).toBe(403);
    expect(provider.asked).toEqual([]);
  });
});

describe('on the way to the provider', () => {
  test('go state and PKCE, new for each attempt, and who will sign in', async () => {
    const first = await started({}, { origin_username: 'avery@acme.example' });
    await first.bind();
    await (await startMore(first)).bind();
    const [one, other] = first.provider.asked;
    expect(one).toMatchObject({
      redirectUri: `${BASE}/callback/00000000-0000-4000-8000-000000000006`,
      loginHint: 'avery@acme.example',
      service: 'SIGNIN',
      parameters: {},
    });
    for (const secret of [one?.state, one?.codeVerifier]) expect(secret).toMatch(/^[\w-]{43}$/);
    expect(new Set([one?.state, one?.codeVerifier, other?.state, other?.codeVerifier]).size).toBe(4);
  });

  test("go a ready-made session's own wishes", async () => {
    const { sandbox, provider, post } = await started();
    const token = 'sandbox:oauth-coop';
    const hub = sandbox.hub(token, { origin: HOST });
    const integration_id = '5a4db0c5-0000-4000-8000-000000000009';
    const body = signingIn(token, { integration_id, credentials: {} });
    const { id } = (await (await hub.post('/hub/connection_attempts', body)).json()) as { id: string };
    await post(`/start/${id}/redeem`, { verifier: VERIFIER });
    expect(provider.asked[0]?.parameters).toEqual({ coop: 'same-origin' });
  });
});
