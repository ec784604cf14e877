import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { connecting } from '../authorize/support/connecting.js';
import { type HubPage, loadSignIn, openForm } from '../authorize/support/page.js';
import { json, lost, openServer, refusal } from '../authorize/support/server.js';
import { connect, seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';

/** How a sign-in ends, what the user finds then, and what the host hears of it. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

describe('an end that the server tells', () => {
  it.each([
    ['access_denied', 'access_denied'],
    ['provider_error', 'provider_error'],
    ['not_same_browser', 'not_same_browser'],
    ['already_connected', 'already_connected'],
    ['consent_required', 'provider_error'],
  ])('%s stands in the form, and the host hears its code once', async (code, told) => {
    const { server, page, windows } = await connecting();
    await turn();
    server.refuse('attempt-1', code, 'The provider says so.');
    await seconds(600);
    expect(page.state()).toMatchObject({
      name: 'filling',
      failure: { code: told, details: 'The provider says so.' },
    });
    expect(page.heard.errors).toEqual([{ code: told, recoverable: true }]);
    expect(windows.opened[0]?.closed).toBe(true);
    expect(sessionStorage).toHaveLength(0);
  });

  it('can be followed by another try, in which nothing of the first is left', async () => {
    const { server, page, windows } = await connecting();
    await turn();
    server.refuse('attempt-1', 'access_denied');
    await seconds(3);
    page.connect();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'opening', from: { failure: null } });
    await turn();
    server.allow('attempt-2');
    await seconds(3);
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-2' }]);
    expect(windows.opened).toHaveLength(2);
  });
});

describe('a sign-in that cannot even begin', () => {
  it.each([
    ['the line breaks', lost, 'network_unreachable'],
    ['the server fails', () => refusal(500, 'It broke'), 'server_error'],
    ['the server refuses', () => refusal(422, 'Not like this'), 'validation_failed'],
    ['too much was asked', () => refusal(429, 'Later'), 'rate_limited'],
    ['another is under way', () => refusal(409, 'There is one already'), 'conflict'],
  ])('closes its window and says so where %s', async (_, fail, code) => {
    const server = openServer();
    server.between(({ method, path }, pass) =>
      method === 'POST' && path === '/hub/connection_attempts' ? fail() : pass(),
    );
    const { page, windows } = await connecting({ server });
    await seconds(60);
    expect(windows.opened).toMatchObject([{ closed: true, urls: [''] }]);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code } });
    expect(page.heard.errors).toMatchObject([{ code }]);
    expect(server.lines()).toEqual(['POST /hub/connection_attempts']);
  });

  it.each(['../accounts', 'a/b', '', 'x'.repeat(200)])(
    'goes nowhere with an attempt that cannot be asked about: %j',
    async (id) => {
      const server = openServer();
      server.between(({ method, path }, pass) =>
        method === 'POST' && path === '/hub/connection_attempts' ? json(201, { id }) : pass(),
      );
      const { page, windows } = await connecting({ server });
      await seconds(60);
      expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'not_found' } });
      expect(windows.opened).toMatchObject([{ closed: true, urls: [''] }]);
      expect(server.calls.filter(({ path }) => path.includes('accounts'))).toEqual([]);
      expect(sessionStorage).toHaveLength(0);
    },
  );
});

describe('a window that the user closes', () => {
  it('ends nothing: a provider can make it look closed while the user signs in', async () => {
    const { server, page, windows } = await connecting();
    await seconds(3);
    Object.assign(windows.opened[0] ?? {}, { closed: true });
    await seconds(120);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'stalled' });
    expect(page.heard.errors).toEqual([]);
    server.allow('attempt-1');
    await seconds(15);
    expect(page.heard.successes).toHaveLength(1);
  });
});

describe('a network that is lost and comes back', () => {
  it('is waited for, and nobody is told', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.between(lost);
    connect(false);
    await seconds(120);
    server.allow('attempt-1');
    server.between((_, pass) => pass());
    connect(true);
    await turn();
    expect(page.heard.successes).toHaveLength(1);
    expect(page.heard.errors).toEqual([]);
  });
});

describe('a session that ends', () => {
  it('is renewed without a word where the host can be asked, and the attempt goes on', async () => {
    const server = openServer();
    let sessions = 0;
    const getToken = async () => {
      sessions += 1;
      return server.begin(`token-${sessions}`);
    };
    const { page } = await connecting({ server, options: { token: undefined, getToken } });
    await seconds(3);
    server.end('token-1');
    await seconds(5);
    server.allow('attempt-1');
    await seconds(3);
    expect(page.heard.successes).toHaveLength(1);
    expect(page.heard.errors).toEqual([]);
    expect(server.attempts).toHaveLength(1);
  });

  it('is told, and the same attempt goes on with the token that comes then', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.end('token-1');
    await seconds(3);
    expect(page.state()).toMatchObject({
      name: 'unavailable',
      reason: 'expired',
      resume: { name: 'authorizing' },
    });
    expect(page.heard.errors).toEqual([{ code: 'session_expired', recoverable: true }]);
    const asked = server.lines().length;
    await seconds(60);
    expect(server.lines()).toHaveLength(asked);
    server.allow('attempt-1');
    page.giveToken(server.begin('token-2'));
    await seconds(1);
    expect(page.heard.successes).toHaveLength(1);
    expect(server.attempts).toHaveLength(1);
  });

  it('is waited out, whatever else the user asks meanwhile', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.end('token-1');
    await seconds(3);
    page.room.flow.dispatch({ type: 'closeAsked', unsaved: true });
    const asked = server.lines().length;
    await seconds(60);
    expect(server.lines()).toHaveLength(asked);
    page.giveToken(server.begin('token-2'));
    await seconds(1);
    server.allow('attempt-1');
    await seconds(15);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('in the making closes the window, and the form is there again with the next one', async () => {
    const server = openServer();
    const windows = fakeWindows();
    const page = await openForm(server);
    server.end('token-1');
    page.connect();
    await seconds(3);
    expect(page.state()).toMatchObject({ name: 'unavailable', resume: { name: 'filling' } });
    expect(windows.opened).toMatchObject([{ closed: true }]);
    page.giveToken(server.begin('token-2'));
    await seconds(1);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    page.connect();
    await turn();
    server.allow('attempt-1');
    await seconds(3);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('and is followed by another owner’s ends the hub, and what the first one did stays theirs', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    page.giveToken(server.begin('token-2', 'globex'));
    await seconds(3);
    server.allow('attempt-1');
    await seconds(60);
    expect(page.heard.closings).toEqual([{ reason: 'session_replaced', accounts: [] }]);
    expect(page.heard.successes).toEqual([]);
    expect(sessionStorage).toHaveLength(1);
  });

  it('is told by a 403 only where the settings say so, too', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.between(({ path }, pass) =>
      path.startsWith('/hub/connection_attempts/') || path === '/hub/settings' ? refusal(403, 'No') : pass(),
    );
    await seconds(3);
    expect(page.state()).toMatchObject({ name: 'unavailable', resume: { name: 'filling' } });
  });

  it('has not ended with a 403 where the settings are there: this is forbidden', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.between(({ path }, pass) =>
      path.startsWith('/hub/connection_attempts/') ? refusal(403, 'No') : pass(),
    );
    await seconds(3);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'forbidden' } });
  });
});

describe('of a sign-in that is over', () => {
  it('the room keeps nothing: neither what was sent nor an ear for its own end', async () => {
    const { server, page } = await connecting();
    const { lifetime, signIn } = page.room;
    const added = vi.spyOn(lifetime, 'addEventListener');
    const removed = vi.spyOn(lifetime, 'removeEventListener');
    await turn();
    server.refuse('attempt-1', 'access_denied');
    await seconds(3);
    expect(signIn.current).toBeNull();
    const before = removed.mock.calls.length - added.mock.calls.length;
    page.connect();
    await turn();
    server.refuse('attempt-2', 'access_denied');
    await seconds(3);
    expect(before).toBe(1);
    expect(removed.mock.calls.length - added.mock.calls.length).toBe(before);
  });
});

describe('the host', () => {
  it('hears of an account once, in edit mode as updated', async () => {
    const { server, page } = await connecting();
    await turn();
    server.allow('attempt-1', 'account-1');
    await seconds(600);
    expect(page.heard.order.filter((name) => name === 'onSuccess')).toHaveLength(1);
  });

  it('may end the hub when it hears of the account: that is the last it hears', async () => {
    const pages: HubPage[] = [];
    const successes: string[] = [];
    const { server, page } = await connecting({
      options: {
        onSuccess: ({ id }) => {
          successes.push(id);
          void pages[0]?.leave();
        },
      },
    });
    pages.push(page);
    await turn();
    server.allow('attempt-1', 'account-1');
    await seconds(600);
    expect(successes).toEqual(['account-1']);
    expect(page.heard.closings).toMatchObject([{ accounts: [{ id: 'account-1' }] }]);
    expect(page.heard.order.at(-1)).toBe('onClose');
    expect(vi.getTimerCount()).toBe(0);
    expect(sessionStorage).toHaveLength(0);
  });
});
