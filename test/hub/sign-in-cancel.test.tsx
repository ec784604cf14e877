import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connecting } from '../authorize/support/connecting.js';
import { loadSignIn, openForm } from '../authorize/support/page.js';
import { lost, openServer } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { gate } from '../support/gate.js';

/** A user who does not want it any more, and what the server has to say to that. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

describe('a cancel', () => {
  it('is at once where there is no attempt yet; one that is made all the same is taken back', async () => {
    const server = openServer();
    const slow = gate();
    server.between(async ({ method, path }, pass) => {
      if (method === 'POST' && path === '/hub/connection_attempts') await slow.opened;
      return pass();
    });
    const { page, windows } = await connecting({ server });
    await seconds(3);
    page.control()?.cancel();
    await turn();
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(windows.opened).toMatchObject([{ closed: true, urls: [''] }]);
    slow.open();
    await turn();
    expect(server.lines()).toEqual([
      'POST /hub/connection_attempts',
      'DELETE /hub/connection_attempts/attempt-1',
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not wait for a host that gives no token', async () => {
    let asked = 0;
    const server = openServer();
    const getToken = () => {
      asked += 1;
      return asked === 1 ? Promise.resolve(server.begin('token-1')) : new Promise<string>(() => undefined);
    };
    const windows = fakeWindows();
    const page = await openForm(server, { token: undefined, getToken });
    server.end('token-1');
    page.connect();
    await seconds(5);
    page.control()?.cancel();
    await turn();
    expect(page.state()).toMatchObject({ name: 'filling' });
    expect(windows.opened[0]?.closed).toBe(true);
  });

  it('comes too late where the user has finished in the same second', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.allow('attempt-1');
    page.control()?.cancel();
    await turn();
    expect(page.state().name).toBe('succeeded');
    expect(page.heard.successes).toHaveLength(1);
  });

  it('comes too late where the window before this one has done it', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    const slow = gate();
    server.between(async ({ method }, pass) => {
      if (method === 'DELETE') await slow.opened;
      return pass();
    });
    server.allow('attempt-1');
    page.control()?.reopen?.();
    page.control()?.cancel();
    await turn();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'cancelling' });
    slow.open();
    await turn();
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-1' }]);
  });

  it('is no failure where nobody hears it', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    server.between(lost);
    page.control()?.cancel();
    await turn();
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(page.heard.errors).toEqual([]);
  });

  it('is the end: another press of anything changes nothing', async () => {
    const { page, server, windows } = await connecting();
    await seconds(3);
    const control = page.control();
    control?.cancel();
    control?.cancel();
    control?.reopen?.();
    await seconds(60);
    control?.reopen?.();
    control?.cancel();
    await seconds(60);
    expect(windows.opened).toHaveLength(1);
    expect(server.lines().filter((line) => line.startsWith('DELETE'))).toHaveLength(1);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
  });
});
