import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { Attempt, AttemptCreated, Settings } from '../../../src/api/schemas.js';
import { createSandbox, type Sandbox } from '../../../src/sandbox.js';
import { CONSENT_CHANNEL } from '../../../src/sandbox/sign-in/consent-channel.js';
import { STYLE } from '../../../src/sandbox/sign-in/style.js';
import { BASE, CATALOG, openSandbox, read } from '../harness.js';
import { AVERY, KIM } from './provider.js';
import { signingIn } from './started.js';

const PAGE = 'http://localhost:6006/sandbox-consent.html';
const PATH = '/hub/connection_attempts';

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

type Said = Record<string, unknown>;

/** The page's end of the line. */
function openPage() {
  const channel = new BroadcastChannel(CONSENT_CHANNEL);
  opened.push(channel);
  const heard: Said[] = [];
  let wake: (() => void) | undefined;
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    heard.push(data);
    wake?.();
  });
  return {
    heard,
    say: (message: Said) => channel.postMessage({ ns: 'sandbox', ...message }),
    raw: (message: unknown) => channel.postMessage(message),
    /** The next thing that the sandbox says. */
    next: async (): Promise<Said> => {
      while (heard.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return heard.shift() as Said;
    },
  };
}

async function begun(session: object = {}, body: object = {}) {
  const sandbox = openSandbox({ consentPage: PAGE });
  opened.push(sandbox);
  const { token } = await sandbox.session({ origin_username: AVERY, ...session });
  const hub = sandbox.hub(token);
  const nonce = 'nonce-0123456789';
  const made = await hub.post(PATH, signingIn(token, { nonce, challenge: undefined, ...body }));
  const { id, start_url } = await read(AttemptCreated, made);
  return {
    sandbox,
    hub,
    nonce,
    id,
    start_url,
    attempt: async () => read(Attempt, await hub.get(`${PATH}/${id}`)),
    confirm: (content: object) => hub.post(`${PATH}/${id}/confirm`, content),
    cancel: () => hub.delete(`${PATH}/${id}`),
  };
}

test('settings and attempts lead to the page, and nothing is there to bind', async () => {
  const { hub, start_url, id } = await begun();
  const settings = await read(Settings, await hub.get('/hub/settings'));
  expect(settings).toMatchObject({ sign_in_origin: 'http://localhost:6006', opening_url: PAGE });
  expect(settings.enabled_features).toContain('attempt_start_url');
  expect(settings.enabled_features).not.toContain('attempt_binding');
  expect(start_url).toBe(`${PAGE}?a=${id}`);
});

describe('the page', () => {
  test.each(['nonce', 'attempt'] as const)('learns by its %s what to ask', async (by) => {
    const { id, nonce, attempt } = await begun();
    const page = openPage();
    page.say(by === 'nonce' ? { t: 'opened', nonce } : { t: 'opened', attempt: id });
    expect(await page.next()).toEqual({
      ns: 'sandbox',
      t: 'asked',
      attempt: id,
      service: 'SIGNIN',
      owner: 'Acme Corp',
      as: AVERY,
      ...(by === 'nonce' && { nonce }),
    });
    expect(await attempt()).toMatchObject({ status: 'pending', phase: 'at_provider' });
  });

  test('connects whom the user chose, once', async () => {
    const { sandbox, id, attempt } = await begun({ multiple: true });
    const page = openPage();
    const decided = { t: 'decided', attempt: id, decision: 'allow', as: KIM };
    page.say(decided);
    page.say(decided);
    expect(await page.next()).toEqual({ ns: 'sandbox', t: 'over', attempt: id });
    expect(await page.next()).toEqual({ ns: 'sandbox', t: 'over', attempt: id });
    expect(await attempt()).toMatchObject({ status: 'authenticated' });
    expect(await sandbox.accounts()).toHaveLength(1);
  });

  test.each([
    ['deny', 'access_denied'],
    ['fail', 'provider_error'],
  ])('ends it with %s', async (decision, code) => {
    const { sandbox, id, attempt } = await begun();
    const page = openPage();
    page.say({ t: 'decided', attempt: id, decision, as: AVERY });
    await page.next();
    expect(await attempt()).toMatchObject({ status: 'error', error: { code } });
    expect(await sandbox.accounts()).toEqual([]);
  });

  test('hears that it is over when the hub has cancelled', async () => {
    const { nonce, id, cancel, attempt } = await begun();
    await cancel();
    const page = openPage();
    page.say({ t: 'opened', nonce });
    expect(await page.next()).toEqual({ ns: 'sandbox', t: 'over', attempt: id, nonce });
    page.say({ t: 'decided', attempt: id, decision: 'allow', as: AVERY });
    await page.next();
    expect((await attempt()).status).toBe('cancelled');
  });

  test('leaves it to the hub whether somebody else takes the place of who was there', async () => {
    const { sandbox, id } = await begun();
    const page = openPage();
    page.say({ t: 'decided', attempt: id, decision: 'allow', as: AVERY });
    await page.next();
    const { token } = await sandbox.session();
    const hub = sandbox.hub(token);
    const made = await hub.post(PATH, signingIn(token, { challenge: undefined }));
    const again = await read(AttemptCreated, made);
    page.say({ t: 'decided', attempt: again.id, decision: 'allow', as: KIM });
    await page.next();
    const path = `${PATH}/${again.id}`;
    expect(await (await hub.get(path)).json()).toMatchObject({
      status: 'pending',
      another_account: { display_name: KIM, instead_of: AVERY },
    });
    const confirmed = await hub.post(`${path}/confirm`, { replace: true });
    expect(await confirmed.json()).toMatchObject({ status: 'authenticated' });
  });
});

test('what is none of its messages, or of another sandbox, is not answered', async () => {
  const { id, attempt } = await begun();
  const page = openPage();
  for (const message of [null, 'x', { t: 'opened', attempt: id }, { ns: 'hub', t: 'opened', attempt: id }]) {
    page.raw(message);
  }
  page.say({ t: 'opened' });
  page.say({ t: 'opened', nonce: 'of-nobody-012345' });
  page.say({ t: 'opened', attempt: 'nobody' });
  page.say({ t: 'decided', attempt: id, decision: 'allow' });
  page.say({ t: 'opened', attempt: id });
  expect(await page.next()).toMatchObject({ t: 'asked', attempt: id });
  expect(page.heard).toEqual([]);
  expect((await attempt()).status).toBe('pending');
});

test('without the option nothing listens, and closing does nothing', async () => {
  const sandbox: Sandbox = createSandbox({ catalog: CATALOG });
  sandbox.close();
  expect((await sandbox.fetch(new Request(`${BASE}/plain/hub/settings`))).status).toBe(401);
});

test('the page looks as the pages of a server do', () => {
  const css = new URL('../../../public/sandbox-consent.css', import.meta.url);
  expect(readFileSync(css, 'utf8')).toBe(STYLE);
});
