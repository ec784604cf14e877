import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { askAsStartPage, type Connecting, connectingByPages } from '../authorize/support/connecting.js';
import { loadSignIn, openForm } from '../authorize/support/page.js';
import {
  headersWith,
  openServer,
  PAGES,
  type Server,
  type ServerOptions,
  SIGN_IN_ORIGIN,
} from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { attemptIn, fakeWindows } from '../authorize/support/windows.js';
import { gate } from '../support/gate.js';

/** Signing in by the server's own pages: what the window is, and what is sent. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

const CREDENTIALS = {
  pairs: [
    ['2', 'b'],
    ['1', 'a'],
    ['key', 'secret-1'],
  ],
  credentials: '{"2":"b","1":"a","key":"secret-1"}',
  secrets: ['secret-1'],
} as const;

const connecting = (options: ServerOptions = {}, cutOff = false): Promise<Connecting> =>
  connectingByPages(options, { submission: CREDENTIALS, cutOff });

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
    expect(askAsStartPage('attempt-1')).toEqual([]);
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
    await seconds(4);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'opening' });
    await seconds(2);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(page.heard.errors).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    expect(page.control()).toMatchObject({ show: undefined, continueHere: expect.any(Function) });
    expect(page.control()?.url()).toBe(`${SIGN_IN_ORIGIN}/start?a=attempt-1`);
  });

  it('is not blocked where the server has seen it', async () => {
    const { page, server } = await connecting({}, true);
    await turn();
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded_no_opener' });
    await seconds(10);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'waiting' });
    expect(page.heard.errors).toEqual([]);
  });

  it('was slow, and not blocked, where the server sees it later', async () => {
    const { page, server } = await connecting({}, true);
    await seconds(6);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded' });
    await seconds(2);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
  });

  it('was never there where the browser gives none: that is told at once', async () => {
    const { page } = await connectingByPages({}, { blocked: true });
    await seconds(0.1);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
  });

  it('counts as blocked at once where the server tells nothing', async () => {
    const { page } = await connecting({ extensions: ['attempt_start_url', 'attempt_binding'] }, true);
    await seconds(0.1);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
  });
});
