import { createHash } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type HubPage, loadSignIn, openForm } from '../authorize/support/page.js';
import {
  headersWith,
  lost,
  openServer,
  PAGES,
  refusal,
  type Server,
  type ServerOptions,
  SIGN_IN_ORIGIN,
} from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { gate } from '../support/gate.js';
import { attemptIn, fakeWindows, type Windows } from '../authorize/support/windows.js';

/** Signing in by the server's own pages: what the window is, what is sent, and who is told what. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

interface Connecting {
  readonly server: Server;
  readonly page: HubPage;
  readonly windows: Windows;
}

const CREDENTIALS = {
  pairs: [
    ['2', 'b'],
    ['1', 'a'],
    ['key', 'secret-1'],
  ],
  credentials: '{"2":"b","1":"a","key":"secret-1"}',
  secrets: ['secret-1'],
} as const;

/** A user who has clicked "Continue"; the server has them in its hands. */
async function connecting(options: ServerOptions = {}, blocked = false): Promise<Connecting> {
  const windows = fakeWindows();
  if (blocked) windows.block();
  const server = openServer({ extensions: PAGES, ...options });
  const page = await openForm(server);
  server.calls.length = 0;
  page.connect(CREDENTIALS);
  return { server, page, windows };
}

/** What the start page asks, as it arrives. */
function ask(id: string, origin = SIGN_IN_ORIGIN) {
  const source = { postMessage: vi.fn() };
  const event = new MessageEvent('message', { data: { ns: 'hub', t: 'start-ready', id }, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
  return source.postMessage.mock.calls;
}

/** What the return page says, and whether it was heard. */
function comeBack(id: string, confirm: string) {
  const channel = new BroadcastChannel(`hub:${id}`);
  onTestFinished(() => channel.close());
  const heard = new Promise((resolve) => {
    channel.addEventListener('message', resolve, { once: true });
  });
  channel.postMessage({ ns: 'hub', t: 'returned', id, confirm });
  return heard;
}

const confirmations = (server: Server): readonly unknown[] =>
  server.calls.filter(({ path }) => path.endsWith('/confirm')).map(({ body }) => body);

describe('the window', () => {
  it('opens in the click at the opening page, with the nonce that the attempt is made with, and is left alone', async () => {
    const { windows, server } = await connecting();
    const [opened] = windows.opened;
    expect(opened?.urls).toEqual([
      expect.stringMatching(/^https:\/\/hosted\.example\.test\/opening#n=[\w-]{36}$/),
    ]);
    await seconds(60);
    expect(server.attempts[0]?.made['nonce']).toBe(opened && attemptIn(opened).nonce);
    expect(windows.opened).toHaveLength(1);
    expect(opened?.urls).toHaveLength(1);
  });

  it('is closed once the sign-in has ended, however it did', async () => {
    for (const end of [
      (server: Server) => server.allow('attempt-1'),
      (server: Server) => server.refuse('attempt-1', 'access_denied'),
    ]) {
      const { windows, server } = await connecting();
      await seconds(1);
      end(server);
      await seconds(5);
      expect(windows.opened[0]?.closed).toBe(true);
    }
  });

  it('can be shown', async () => {
    const { windows, page } = await connecting();
    await turn();
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    page.control()?.show?.();
    expect(windows.opened[0]?.shown).toBe(1);
  });

  it('can be opened again: another attempt, another nonce, and the old ones are taken back', async () => {
    const { windows, page, server } = await connecting();
    await seconds(1);
    page.control()?.reopen?.();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'opening' });
    await seconds(1);
    expect(windows.opened.map(({ closed }) => closed)).toEqual([true, false]);
    expect(server.attempts.map(({ status }) => status)).toEqual(['cancelled', 'pending']);
    const nonces = server.attempts.map(({ made }) => made['nonce']);
    expect(windows.opened.map((opened) => attemptIn(opened).nonce)).toEqual(nonces);
    server.allow('attempt-2');
    await seconds(2);
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-2' }]);
    expect(page.heard.events.filter(({ type }) => type === 'authorize')).toHaveLength(1);
  });

  it('that was opened before says nothing of the one that took its place', async () => {
    const { page, server } = await connecting();
    await turn();
    const late = gate();
    server.between(async ({ method, path }, pass) => {
      if (method === 'GET') await late.opened;
      return method === 'POST' && path === '/hub/connection_attempts' ? new Promise(() => undefined) : pass();
    });
    Object.assign(server.attempts[0] ?? {}, { phase: 'at_provider' });
    await seconds(2);
    page.control()?.reopen?.();
    late.open();
    await turn();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'opening' });
  });

  it('that was opened again may not have had to be: the first one counts, and the other is taken back', async () => {
    const { windows, page, server } = await connecting();
    await seconds(1);
    server.allow('attempt-1');
    page.control()?.reopen?.();
    await seconds(60);
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-1' }]);
    expect(server.find('attempt-2')?.status).toBe('cancelled');
    expect(windows.opened.map(({ closed }) => closed)).toEqual([true, true]);
  });
});

describe('what is sent', () => {
  it('is what the window needs to find its way, in a body; a challenge, and not what it is made from', async () => {
    const { server } = await connecting();
    await turn();
    expect(server.calls).toEqual([
      {
        method: 'POST',
        path: '/hub/connection_attempts',
        headers: headersWith('token-1'),
        body: {
          token: 'token-1',
          integration_id: 'hubspot-1',
          nonce: expect.stringMatching(/^[\w-]{36}$/),
          challenge: expect.stringMatching(/^[\w-]{43}$/),
          credentials: { '1': 'a', '2': 'b', key: 'secret-1' },
        },
      },
    ]);
  });

  it('names the account that is signed in to again', async () => {
    fakeWindows();
    const server = openServer({ extensions: PAGES });
    const page = await openForm(server);
    page.connect({ target: { mode: 'edit', accountId: 'account-9' } });
    await turn();
    expect(server.attempts[0]?.made).toMatchObject({ account_id: 'account-9' });
  });

  it('has no challenge where the server binds no attempt to its page', async () => {
    const { server, page } = await connecting({ extensions: ['attempt_start_url'] });
    await turn();
    expect(server.attempts[0]?.made).not.toHaveProperty('challenge');
    expect(ask('attempt-1')).toEqual([]);
    expect(page.control()?.continueHere).toBeUndefined();
  });
});

describe('pages that are not where they should be', () => {
  it.each([
    ['of another origin', { opening_url: 'https://evil.test/opening' }],
    ['a script', { opening_url: 'javascript:alert(1)' }],
    ['missing', { opening_url: null }],
    ['of no origin', { sign_in_origin: null }],
  ])('open no window where the opening page is %s, and the form says so', async (_, settings) => {
    const { windows, server, page } = await connecting({ settings });
    await seconds(60);
    expect(windows.opened).toEqual([]);
    expect(server.calls).toEqual([]);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'config_error' } });
    expect(page.heard.errors).toEqual([{ code: 'config_error', recoverable: true }]);
  });

  it.each([
    'https://evil.test/start',
    `${SIGN_IN_ORIGIN}.evil.test/start`,
    `${SIGN_IN_ORIGIN}:444/start`,
    `https://user@${SIGN_IN_ORIGIN.slice(8)}/start`,
    'javascript:alert(1)',
    '/start',
    '',
  ])('close the window where the start address is %j, and the attempt is taken back', async (url) => {
    const { windows, server, page } = await connecting({ startUrl: () => url });
    await seconds(60);
    expect(windows.opened).toMatchObject([{ closed: true, urls: [expect.stringContaining('/opening#')] }]);
    expect(server.attempts.map(({ status }) => status)).toEqual(['cancelled']);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'config_error' } });
    expect(sessionStorage).toHaveLength(0);
  });

  it('cannot be bound to a page that browsers trust with no cryptography: nothing is sent', async () => {
    const getRandomValues = crypto.getRandomValues.bind(crypto);
    const windows = fakeWindows();
    const server = openServer({ extensions: PAGES });
    const page = await openForm(server);
    vi.spyOn(globalThis, 'crypto', 'get').mockReturnValue({ getRandomValues } as Crypto);
    page.connect();
    await seconds(60);
    expect(server.attempts).toEqual([]);
    expect(windows.opened).toMatchObject([{ closed: true }]);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'config_error' } });
  });
});

describe('a window that this page has no hold of', () => {
  it('counts as blocked after a while, and a link leads to the same attempt', async () => {
    const { page } = await connecting({}, true);
    await seconds(2);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'opening' });
    await seconds(1);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(page.heard.errors).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    expect(page.control()).toMatchObject({ show: undefined, continueHere: expect.any(Function) });
    expect(page.control()?.url()).toBe(`${SIGN_IN_ORIGIN}/start?a=attempt-1`);
  });

  it('is not blocked where the server has seen it', async () => {
    const { page, server } = await connecting({}, true);
    await turn();
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded_no_opener' });
    await seconds(60);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'waiting' });
    expect(page.heard.errors).toEqual([]);
  });

  it('was slow, and not blocked, where the server sees it later', async () => {
    const { page, server } = await connecting({}, true);
    await seconds(3);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded' });
    await seconds(2);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
  });

  it('counts as blocked at once where the server tells nothing', async () => {
    const { page } = await connecting({ extensions: ['attempt_start_url', 'attempt_binding'] }, true);
    await seconds(0.1);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
  });
});

describe('the start page', () => {
  it('gets the verifier that the challenge was made from', async () => {
    const { server } = await connecting();
    await turn();
    const [[message, origin] = []] = ask('attempt-1');
    expect(origin).toBe(SIGN_IN_ORIGIN);
    const { verifier } = message as { verifier: string };
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(challenge).toBe(server.attempts[0]?.made['challenge']);
  });

  it('gets it in a window that the link opened, too', async () => {
    await connecting({}, true);
    await seconds(3);
    expect(ask('attempt-1')).toHaveLength(1);
  });

  it('gets none of another attempt, none elsewhere, and none before there is an attempt', async () => {
    await connecting();
    expect(ask('attempt-1')).toEqual([]);
    await turn();
    expect(ask('attempt-2')).toEqual([]);
    expect(ask('attempt-1', 'https://evil.test')).toEqual([]);
  });

  it.each<[string, (connected: Connecting) => void]>([
    ['worked', ({ server }) => void server.allow('attempt-1')],
    ['failed', ({ server }) => void server.refuse('attempt-1', 'access_denied')],
    ['was cancelled', ({ page }) => page.control()?.cancel()],
    ['was left', ({ page }) => void page.leave()],
  ])('gets none once the sign-in %s', async (_, end) => {
    const connected = await connecting();
    await turn();
    end(connected);
    await seconds(3);
    expect(ask('attempt-1')).toEqual([]);
  });

  it('gets none of the attempt that another took the place of', async () => {
    const { page } = await connecting();
    await turn();
    page.control()?.reopen?.();
    await seconds(1);
    expect(ask('attempt-1')).toEqual([]);
    expect(ask('attempt-2')).toHaveLength(1);
  });
});

describe('the return page', () => {
  it('brings a word that is passed on with the verifier, and the server is asked at once', async () => {
    const { server, page } = await connecting();
    await turn();
    const [[message] = []] = ask('attempt-1');
    const { verifier } = message as { verifier: string };
    await comeBack('attempt-1', 'word-1');
    await turn();
    expect(confirmations(server)).toEqual([{ confirm: 'word-1', verifier }]);
    expect(server.lines().at(-1)).toBe('GET /hub/connection_attempts/attempt-1');
    server.allow('attempt-1');
    await seconds(2);
    expect(page.heard.successes).toHaveLength(1);
  });

  it.each([
    ['was lost on the way', lost],
    ['met a server that failed', () => refusal(503, 'Try again')],
  ])('brings a word that is said again where it %s', async (_, fail) => {
    const { server } = await connecting();
    await turn();
    let failures = 2;
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm') || failures === 0) return pass();
      failures -= 1;
      return fail();
    });
    await comeBack('attempt-1', 'word-1');
    await seconds(30);
    expect(confirmations(server)).toHaveLength(3);
    expect(server.find('attempt-1')?.confirmed).toMatchObject({ confirm: 'word-1' });
  });

  it('brings a word that is said once where the server refuses it: its answer tells', async () => {
    const { server, page } = await connecting();
    await turn();
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm')) return pass();
      server.refuse('attempt-1', 'not_same_browser');
      return refusal(403, 'This sign-in was not started here');
    });
    await comeBack('attempt-1', 'word-1');
    await turn();
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'not_same_browser' } });
    await seconds(30);
    expect(confirmations(server)).toHaveLength(1);
  });
});

describe('another account than the one that is signed in to again', () => {
  const OTHER = { display_name: 'sam@acme.example', instead_of: 'ada@acme.example' };
  const QUESTION = { signedInAs: 'sam@acme.example', insteadOf: 'ada@acme.example' };

  async function asked(): Promise<Connecting> {
    const connected = await connecting();
    await turn();
    Object.assign(connected.server.attempts[0] ?? {}, { other: OTHER });
    await seconds(2);
    return connected;
  }

  it('is asked about, and waited for however long it takes', async () => {
    const { page, server } = await asked();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: QUESTION });
    await seconds(20);
    expect(page.state()).toMatchObject({ phase: QUESTION });
    expect(confirmations(server)).toEqual([]);
    expect(page.heard.errors).toEqual([]);
  });

  it('takes the place where the user agrees', async () => {
    const { page, server } = await asked();
    page.control()?.replace();
    expect(page.state()).toMatchObject({ phase: 'finishing' });
    await turn();
    expect(confirmations(server)).toEqual([{ replace: true, verifier: expect.any(String) }]);
    server.allow('attempt-1', 'account-9');
    await seconds(2);
    expect(page.heard.successes).toMatchObject([{ id: 'account-9' }]);
  });

  it('takes the place though the word for it is lost on the way', async () => {
    const { page, server } = await asked();
    let failures = 1;
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm') || failures === 0) return pass();
      failures -= 1;
      return lost();
    });
    page.control()?.replace();
    await seconds(10);
    expect(page.state()).toMatchObject({ phase: 'finishing' });
    expect(server.find('attempt-1')?.confirmed).toMatchObject({ replace: true });
  });

  it('takes no place where the user keeps the one that is there', async () => {
    const { page, server } = await asked();
    page.control()?.cancel();
    await seconds(2);
    expect(server.find('attempt-1')).toMatchObject({ status: 'cancelled', confirmed: null });
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
  });
});
