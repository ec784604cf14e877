import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Submission } from '../../src/hub/submit.js';
import { forgetAttempt } from '../../src/authorize/record.js';
import { connectingByPages, leftBehind, nextHub, records } from '../authorize/support/connecting.js';
import { loadSignIn, openForm, openPage, SUBMISSION } from '../authorize/support/page.js';
import { BASE_URL, lost, openServer } from '../authorize/support/server.js';
import { connect, MINUTE, seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';

/** A sign-in that was under way when its hub went: the next one finds it, and finishes it. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

describe('a hub that goes while the user is at the provider', () => {
  it('asks nothing more, leaves the window to the user, and remembers the attempt', async () => {
    const { windows, server, page } = await leftBehind();
    await seconds(600);
    expect(server.calls).toEqual([]);
    expect(windows.opened[0]?.closed).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
    expect(records()).toMatchObject([{ attemptId: 'attempt-1', baseUrl: BASE_URL, provider: 'hubspot' }]);
    expect(page.heard.closings).toEqual([{ reason: 'unmounted', accounts: [] }]);
  });

  it('before there is an attempt closes the window, and the attempt that is made all the same is taken back', async () => {
    const windows = fakeWindows();
    const server = openServer();
    const page = await openForm(server);
    page.connect();
    await page.leave();
    await seconds(60);
    expect(windows.opened).toMatchObject([{ closed: true, urls: [''] }]);
    expect(server.attempts.map(({ status }) => status)).toEqual(['cancelled']);
    expect(records()).toEqual([]);
  });
});

describe('a hub of another version on the same page', () => {
  it('lets an attempt be that a hub follows, and takes it when nobody does', async () => {
    const { page } = await connectingByPages();
    await seconds(1);
    vi.resetModules();
    const { isFollowed } = await import('../../src/hub/follow.js');
    expect(isFollowed('attempt-1')).toBe(true);
    expect(isFollowed('attempt-2')).toBe(false);
    await page.leave();
    await seconds(1);
    expect(isFollowed('attempt-1')).toBe(false);
  });
});

describe('the next hub', () => {
  it('opens where the user waits, and hears of the success that there was meanwhile', async () => {
    const { server } = await leftBehind();
    server.allow('attempt-1');
    const page = await nextHub(server);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'waiting' });
    await seconds(3);
    expect(page.heard.successes).toEqual([
      { id: 'account-of-attempt-1', provider: 'hubspot', integrationId: 'hubspot-1', mode: 'created' },
    ]);
    expect(records()).toEqual([]);
  });

  it('opens no window, and has none to show or to open again', async () => {
    const { server, windows } = await leftBehind();
    const page = await nextHub(server);
    expect(windows.opened).toHaveLength(1);
    expect(page.control()).toMatchObject({ show: undefined, reopen: undefined, continueHere: undefined });
    expect(page.control()?.url()).toBeUndefined();
  });

  it('can cancel it, and is where the user chose what to connect', async () => {
    const { server } = await leftBehind();
    const page = await nextHub(server);
    page.control()?.cancel();
    await seconds(1);
    expect(server.lines()).toEqual([
      'DELETE /hub/connection_attempts/attempt-1',
      'GET /hub/connection_attempts/attempt-1',
    ]);
    expect(page.state()).toMatchObject({
      name: 'filling',
      target: SUBMISSION.target,
      back: { name: 'picking' },
      failure: null,
    });
    expect(records()).toEqual([]);
  });

  it('asks for what is left of the attempt’s time, and tells that it is over', async () => {
    const { server } = await leftBehind();
    await seconds(240);
    const page = await nextHub(server);
    await seconds(50);
    expect(page.state().name).toBe('authorizing');
    await seconds(20);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'attempt_expired' } });
  });

  it('after that time says nothing of an attempt that came to nothing', async () => {
    const { server } = await leftBehind();
    await seconds(20 * 60);
    const page = await nextHub(server);
    await seconds(10);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(page.heard.errors).toEqual([]);
    expect(server.find('attempt-1')?.status).toBe('cancelled');
  });

  it('after that time still hears of one that worked', async () => {
    const { server } = await leftBehind();
    server.allow('attempt-1');
    await seconds(20 * 60);
    const page = await nextHub(server);
    await seconds(10);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('is one of many: only one of them goes on with it, and one reports it', async () => {
    const { server } = await leftBehind();
    const [one, other] = await Promise.all([nextHub(server), nextHub(server)]);
    expect([one.state().name, other.state().name]).toEqual(['authorizing', 'picking']);
    server.allow('attempt-1');
    await seconds(10);
    expect([...one.heard.successes, ...other.heard.successes]).toHaveLength(1);
  });

  it('beside the one that is signing in leaves the attempt to that', async () => {
    fakeWindows();
    const server = openServer();
    const page = await openForm(server);
    page.connect();
    await seconds(3);
    const beside = await nextHub(server);
    expect(beside.state().name).toBe('picking');
    server.allow('attempt-1');
    await seconds(10);
    expect(page.heard.successes).toHaveLength(1);
    expect(beside.heard.successes).toEqual([]);
  });

  it('goes on with it once that one has gone, and not before', async () => {
    const { server } = await leftBehind();
    const first = await nextHub(server);
    await first.leave();
    const second = await nextHub(server);
    expect(second.state().name).toBe('authorizing');
  });

  it('of another owner knows nothing of it, and it stays for its own', async () => {
    const { server } = await leftBehind();
    const stranger = openPage(server, { token: server.begin('token-3', 'globex') });
    await seconds(10);
    expect(stranger.state().name).toBe('picking');
    expect(server.lines()).toEqual([]);
    expect((await nextHub(server)).state().name).toBe('authorizing');
  });

  it('that is to edit an account goes on with that account’s sign-in alone', async () => {
    const { server } = await leftBehind();
    const page = await nextHub(server, { accountId: 'account-9' });
    expect(page.state()).toMatchObject({ name: 'filling', target: { mode: 'edit', accountId: 'account-9' } });
    expect(server.lines()).toEqual([]);
  });

  it('that is led to the account which the sign-in has made meanwhile hears of it first', async () => {
    const windows = fakeWindows();
    const settings: { existing_account_id?: string } = {};
    const server = openServer({ settings, session: { provider: 'hubspot' } });
    const page = openPage(server, { token: server.begin('token-1') });
    await turn();
    page.connect();
    await seconds(3);
    expect(windows.opened).toHaveLength(1);
    await page.leave();
    server.allow('attempt-1', 'account-1');
    settings.existing_account_id = 'account-1';
    const next = await nextHub(server);
    await seconds(3);
    expect(next.heard.successes).toMatchObject([{ id: 'account-1' }]);
  });

  it('is not told of an account twice, however often the page is loaded again', async () => {
    const { server } = await leftBehind();
    server.allow('attempt-1');
    const first = await nextHub(server);
    await seconds(3);
    await first.leave();
    const second = await nextHub(server);
    await seconds(600);
    expect(second.state().name).toBe('picking');
    expect([...first.heard.successes, ...second.heard.successes]).toHaveLength(1);
  });

  it('hears of an attempt that the last one could not take back', async () => {
    fakeWindows();
    const server = openServer();
    const page = await openForm(server);
    page.connect();
    await seconds(3);
    server.between(lost);
    page.control()?.cancel();
    await seconds(1);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    await page.leave();
    server.between((_, pass) => pass());
    server.allow('attempt-1');
    const next = await nextHub(server);
    await seconds(3);
    expect(next.heard.successes).toHaveLength(1);
  });

  it('hears of it though the session had ended, and the hub was closed, in between', async () => {
    fakeWindows();
    const server = openServer();
    const page = await openForm(server);
    page.connect();
    await seconds(1);
    server.end('token-1');
    await seconds(3);
    expect(page.state().name).toBe('unavailable');
    page.room.flow.dispatch({ type: 'closeAsked', unsaved: false });
    expect(page.heard.closings).toMatchObject([{ reason: 'cancelled' }]);
    server.allow('attempt-1');
    server.calls.length = 0;
    await seconds(60);
    expect(server.calls).toEqual([]);
    await page.leave();
    const next = await nextHub(server);
    await seconds(3);
    expect(next.heard.successes).toHaveLength(1);
    expect(page.heard.successes).toEqual([]);
  });

  it('waits for the network like any other', async () => {
    const { server } = await leftBehind();
    const page = await nextHub(server);
    connect(false);
    server.allow('attempt-1');
    await seconds(60);
    connect(true);
    await turn();
    expect(page.heard.successes).toHaveLength(1);
  });
});

const said = async (submission: Partial<Submission>): Promise<unknown> => {
  fakeWindows();
  const server = openServer();
  const page = await openForm(server);
  page.connect(submission);
  await seconds(3);
  await page.leave();
  server.refuse('attempt-1', 'provider_error', 'I was sent secret-1.');
  const next = await nextHub(server);
  await seconds(3);
  return next.state();
};

describe('a provider’s own words', () => {
  it('are not shown after a reload where a secret was sent: nobody could take it out of them any more', async () => {
    const state = await said({ pairs: [['key', 'secret-1']], secrets: ['secret-1'] });
    expect(state).toMatchObject({ name: 'filling', failure: { code: 'provider_error', details: undefined } });
    expect(JSON.stringify(state)).not.toContain('secret-1');
  });

  it('are shown where none was', async () => {
    const state = await said({ pairs: [['site', 'acme']] });
    expect(state).toMatchObject({ failure: { code: 'provider_error', details: 'I was sent secret-1.' } });
  });
});

it('time that goes by while nobody is there is bounded by an hour', async () => {
  const { server } = await leftBehind();
  await seconds((66 * MINUTE) / 1000);
  const page = await nextHub(server);
  expect(page.state().name).toBe('picking');
  expect(server.lines()).toEqual([]);
  expect(records()).toEqual([]);
});

/** What browsers say of a page that they have kept. */
const comeBack = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));

describe('a page that was left, and comes back as it was', () => {
  it('tells the account where it is the only one that could', async () => {
    const { server, page } = await connectingByPages();
    await turn();
    comeBack();
    server.allow('attempt-1');
    await seconds(3);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('tells nothing where a newer page has told it meanwhile', async () => {
    const { server, page } = await connectingByPages();
    await turn();
    server.allow('attempt-1');
    forgetAttempt('attempt-1');
    comeBack();
    await seconds(3);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(page.heard.successes).toEqual([]);
    expect(page.heard.errors).toEqual([]);
  });

  it('tells the account where nothing could be kept of it', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { server, page } = await connectingByPages();
    await turn();
    comeBack();
    server.allow('attempt-1');
    await seconds(3);
    expect(page.heard.successes).toHaveLength(1);
  });
});
