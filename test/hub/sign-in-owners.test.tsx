import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { leftBehind, nextHub, records } from '../authorize/support/connecting.js';
import { loadSignIn, openForm, openPage } from '../authorize/support/page.js';
import { json, lost, openServer, refusal, type Server } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { gate } from '../support/gate.js';

/** Whose a sign-in is that an earlier page began: it goes on in its owner's hub, and no other sees anything of it. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

/** From now on nobody can say whose a token is. */
const keepSessions = (server: Server): void =>
  server.between(({ path }, pass) =>
    path === '/connect_sessions/authenticate' ? refusal(403, 'Not for browsers') : pass(),
  );

const leftUnknown = () => leftBehind({}, keepSessions);

describe('where the server keeps the session from browsers', () => {
  it('a sign-in is found again by the owner’s next session: the server answers for it', async () => {
    const { server } = await leftUnknown();
    const page = await nextHub(server);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'waiting' });
    server.allow('attempt-1');
    await seconds(3);
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-1' }]);
    expect(records()).toEqual([]);
  });

  it('it is found again by the account’s form that the session leads to, too', async () => {
    fakeWindows();
    const settings: { existing_account_id?: string } = {};
    const server = openServer({ settings, session: { provider: 'hubspot' } });
    keepSessions(server);
    const page = await openForm(server);
    page.connect();
    await seconds(3);
    await page.leave();
    server.allow('attempt-1', 'account-1');
    settings.existing_account_id = 'account-1';
    const next = await nextHub(server);
    await seconds(3);
    expect(next.heard.successes).toMatchObject([{ id: 'account-1' }]);
  });

  it('another owner sees nothing of it, finishes nothing of it, and leaves it to its own', async () => {
    const { server } = await leftUnknown();
    server.allow('attempt-1');
    const stranger = openPage(server, { token: server.begin('token-3', 'globex') });
    await seconds(30);
    const screens = stranger.heard.events.flatMap((event) => (event.type === 'screen' ? [event.screen] : []));
    expect(screens).toEqual(['picker']);
    expect(server.lines()).toEqual(['GET /hub/connection_attempts/attempt-1']);
    expect(stranger.heard).toMatchObject({ successes: [], errors: [] });
    await stranger.leave();
    const owner = await nextHub(server);
    await seconds(3);
    expect(owner.heard.successes).toHaveLength(1);
  });

  it.each([
    ['whose session is known now', (server: Server) => server.between((_, pass) => pass())],
    ['whose session is known no more', keepSessions],
  ])('an owner %s finds it', async (_, change) => {
    fakeWindows();
    const server = openServer();
    if (change !== keepSessions) keepSessions(server);
    const page = await openForm(server);
    page.connect();
    await seconds(3);
    await page.leave();
    change(server);
    const next = await nextHub(server);
    expect(next.state().name).toBe('authorizing');
  });

  it.each([
    ['does not answer', () => new Promise<never>(() => undefined)],
    ['cannot be reached', lost],
    ['fails', () => refusal(500, 'It broke')],
  ])(
    'the first screen comes all the same where the server %s, and the sign-in is not forgotten',
    async (_, fail) => {
      const { server } = await leftUnknown();
      server.between(({ path }, pass) => {
        if (path === '/connect_sessions/authenticate') return refusal(403, 'Not for browsers');
        return path.startsWith('/hub/connection_attempts/') ? fail() : pass();
      });
      const page = openPage(server, { token: server.begin('token-2') });
      await seconds(3);
      expect(page.state().name).toBe('picking');
      expect(records()).toHaveLength(1);
      await page.leave();
      await turn();
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('a hub that went while it was waiting to know follows nothing', async () => {
    const { server } = await leftUnknown();
    const slow = gate();
    server.between(async ({ path }, pass) => {
      if (path.startsWith('/hub/connection_attempts/')) await slow.opened;
      return path === '/connect_sessions/authenticate' ? refusal(403, 'Not for browsers') : pass();
    });
    const page = openPage(server, { token: server.begin('token-2') });
    await turn();
    await page.leave();
    slow.open();
    await seconds(60);
    expect(server.lines()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('an owner’s id that two projects have', () => {
  it('is two owners: the one finds nothing of the other’s', async () => {
    const { server } = await leftBehind();
    server.between(async ({ path }, pass) => {
      if (path !== '/connect_sessions/authenticate') return pass();
      return json(201, {
        id: 1,
        project_id: 'project-2',
        origin_owner_id: 'acme',
        origin_owner_name: 'acme',
      });
    });
    const page = await nextHub(server);
    expect(page.state().name).toBe('picking');
    expect(server.lines()).toEqual([]);
  });
});

describe('an attempt of another API', () => {
  it('is none of this one’s business', async () => {
    const { server } = await leftBehind();
    const [record] = records();
    sessionStorage.clear();
    sessionStorage.setItem(
      'connect-hub.attempt.attempt-1',
      JSON.stringify({ ...record, baseUrl: 'https://staging.example.test' }),
    );
    const page = await nextHub(server);
    expect(page.state().name).toBe('picking');
    expect(server.lines()).toEqual([]);
    expect(records()).toHaveLength(1);
  });
});
