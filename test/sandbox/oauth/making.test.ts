import { describe, expect, test } from 'vitest';
import { AttemptCreated, Settings } from '../../../src/api/schemas.js';
import { ALPHA, BASE, openSandbox, read, SIGN_IN } from '../harness.js';
import { signingIn, started } from './started.js';

const PATH = '/hub/connection_attempts';

describe('settings', () => {
  test('say where the window starts', async () => {
    const { hub } = await started();
    const settings = await read(Settings, await hub.get('/hub/settings'));
    expect(settings).toMatchObject({ sign_in_origin: BASE, opening_url: `${BASE}/opening` });
  });

  test('say nothing of it in the plain contract', async () => {
    const { hub } = await started();
    const settings = (await (await hub.get('/plain/hub/settings')).json()) as object;
    expect(Object.keys(settings)).toEqual(['enabled_features']);
  });
});

describe('a new attempt', () => {
  test('has a start address on the announced origin, with nothing secret in it', async () => {
    const { hub, token } = await started();
    const body = signingIn(token, { credentials: { site: 'CANARY' } });
    const made = await hub.post(PATH, body);
    expect(made.status).toBe(201);
    const answer = (await made.json()) as { id: string };
    expect(answer).toEqual({ id: answer.id, start_url: `${BASE}/start?a=${answer.id}`, expires_in: 300 });
  });

  test('without an integration is the plain contract: an id and nothing else', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const made = await sandbox.hub(token).post(PATH, { token });
    expect(Object.keys((await made.json()) as object)).toEqual(['id']);
  });

  test('is no plain one where the session is bound: its address could be sent to somebody else', async () => {
    const { hub, token } = await started();
    expect((await hub.post(PATH, { token })).status).toBe(400);
  });

  test('under /plain is the plain contract, whatever its body says', async () => {
    const { hub, token } = await started();
    const made = await hub.post(`/plain${PATH}`, signingIn(token));
    expect(Object.keys((await made.json()) as object)).toEqual(['id']);
  });

  test('needs no challenge where sign-ins are not bound', async () => {
    const sandbox = openSandbox({ extensions: ['attempt_start_url'] });
    const { token } = await sandbox.session();
    const made = await sandbox.hub(token).post(PATH, signingIn(token, { challenge: undefined }));
    expect(made.status).toBe(201);
  });

  test('is the same one for the same idempotency key', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const hub = sandbox.hub(token, { 'idempotency-key': 'd94c2e1c-8b0a-4c6f-9f0e-3a1f64a52c11' });
    const body = signingIn(token);
    const first = await (await hub.post(PATH, body)).json();
    expect(await (await hub.post(PATH, body)).json()).toEqual(first);
  });

  test.each([
    [404, 'an integration that there is not', { integration_id: 'nobody' }],
    [400, 'an integration that is a form', { integration_id: ALPHA.integrationId }],
    [400, 'no nonce', { nonce: undefined }],
    [400, 'a nonce that can be guessed', { nonce: 'short' }],
    [400, 'no challenge', { challenge: undefined }],
    [400, 'a challenge that is no S256', { challenge: 'v' }],
    [400, 'credentials that are none', { credentials: 'site' }],
    [404, 'an account that there is not', { account_id: '1' }],
    [400, "another session's token", { token: 'sandbox:create' }],
  ])('%i for %s', async (status, _, wrong) => {
    const { hub, token } = await started();
    expect((await hub.post(PATH, signingIn(token, wrong))).status).toBe(status);
  });

  test('takes a nonce once', async () => {
    const { hub, token } = await started({}, {}, { nonce: 'nonce-0123456789' });
    expect((await hub.post(PATH, signingIn(token, { nonce: 'nonce-0123456789' }))).status).toBe(409);
  });

  test("another owner's account is none", async () => {
    const { sandbox, signIn, attempt } = await started();
    await signIn();
    const account_id = (await attempt()).account?.id;
    const { token } = await sandbox.session({ origin_owner_id: 'globex' });
    const body = signingIn(token, { account_id });
    expect((await sandbox.hub(token).post(PATH, body)).status).toBe(404);
  });

  test('names the fields that are not right', async () => {
    const { hub, token } = await started();
    const refused = await hub.post(PATH, signingIn(token, { credentials: { site: '' } }));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ data: { fields: { site: 'Site is required.' } } });
  });

  test.each([
    ['invalid', 422],
    ['refused', 400],
    ['conflict', 409],
    ['rate-limited', 429],
    ['boom', 500],
  ])('meets the provider before any window leaves: %s', async (site, status) => {
    const { hub, token } = await started();
    expect((await hub.post(PATH, signingIn(token, { credentials: { site } }))).status).toBe(status);
  });

  test('whose answer is lost is there for the retry', async () => {
    const sandbox = openSandbox();
    const { token } = await sandbox.session();
    const hub = sandbox.hub(token, { 'idempotency-key': '0f9b44c4-2f1e-4f51-8f3c-6f2b6f1c7a10' });
    const body = signingIn(token, { credentials: { site: 'lost' } });
    await expect(hub.post(PATH, body)).rejects.toThrow(TypeError);
    expect(await read(AttemptCreated, await hub.post(PATH, body))).toMatchObject({ id: expect.any(String) });
  });

  test('loses its answer once where there is no key to ask for it again', async () => {
    const { hub, token } = await started();
    const lost = () => hub.post(PATH, signingIn(token, { credentials: { site: 'lost' } }));
    await expect(lost()).rejects.toThrow(TypeError);
    expect((await lost()).status).toBe(201);
  });

  test('for an account asks for no value that is there already', async () => {
    const { sandbox, signIn, attempt } = await started();
    await signIn();
    const account_id = (await attempt()).account?.id;
    const { token } = await sandbox.session();
    const body = signingIn(token, { account_id, credentials: {} });
    expect((await sandbox.hub(token).post(PATH, body)).status).toBe(201);
    const other = signingIn(token, { account_id, integration_id: ALPHA.integrationId });
    expect((await sandbox.hub(token).post(PATH, other)).status).toBe(400);
  });

  test('cannot be started by the address of the plain contract, which proves nothing', async () => {
    const { sandbox, token, id, provider } = await started();
    const query = new URLSearchParams({
      redirect_uri: 'https://app.test/embedded/accounts/callback',
      connection_attempt_id: id,
      site: 'acme',
    });
    for (const prefix of ['', '/plain']) {
      const path = `${prefix}/connect/oauth2/${SIGN_IN.integrationId}?${query}&token=${token}`;
      expect((await sandbox.call('GET', path, {})).status).toBe(403);
    }
    expect(provider.asked).toEqual([]);
  });
});

describe('a ready-made session', () => {
  const HUB_SPOT = '5a4db0c5-0000-4000-8000-000000000009';

  const startPageFor = async (headers: Record<string, string>) => {
    const sandbox = openSandbox();
    const token = 'sandbox:oauth';
    const body = signingIn(token, { integration_id: HUB_SPOT, credentials: {} });
    const { id } = await read(AttemptCreated, await sandbox.hub(token, headers).post(PATH, body));
    return (await sandbox.call('GET', `/start?a=${id}`, {})).text();
  };

  test('is of the page that uses it, and comes back there', async () => {
    const html = await startPageFor({ origin: 'http://app.localhost:5173' });
    expect(html).toContain('data-origins="[&quot;http://app.localhost:5173&quot;]"');
    expect(html).toContain('data-returns="yes"');
  });

  test.each([{}, { origin: 'null' }])(
    'is of nobody where the page does not say who it is',
    async (headers) => {
      const html = await startPageFor(headers);
      expect(html).toContain('data-origins="[]"');
      expect(html).toContain('data-returns=""');
    },
  );
});
