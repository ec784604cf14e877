import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connecting, connectingByPages } from '../authorize/support/connecting.js';
import { type HubPage, loadSignIn, openForm } from '../authorize/support/page.js';
import { openServer, PAGES } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { gate } from '../support/gate.js';

/** A window that the browser keeps shut, and what the host hears of it. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

const told = ({ heard }: HubPage): readonly string[] =>
  heard.errors.map(({ code }) => code).filter((code) => code === 'popup_blocked');

describe('a window that was blocked is told', () => {
  it('once, though the session ends and is renewed after it', async () => {
    const { server, page } = await connecting({ blocked: true });
    await seconds(3);
    expect(told(page)).toHaveLength(1);
    for (const [ended, next] of [
      ['token-1', 'token-2'],
      ['token-2', 'token-3'],
    ] as const) {
      server.end(ended);
      await seconds(5);
      expect(page.state()).toMatchObject({ name: 'unavailable', resume: { phase: 'blocked' } });
      page.giveToken(server.begin(next));
      await seconds(5);
      expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    }
    expect(told(page)).toHaveLength(1);
  });

  it('once, though the user thought of closing while there was no session', async () => {
    const { server, page } = await connecting({ blocked: true });
    await seconds(3);
    server.end('token-1');
    await seconds(5);
    page.room.flow.dispatch({ type: 'closeAsked', unsaved: true });
    page.room.flow.dispatch({ type: 'closeDeclined' });
    page.giveToken(server.begin('token-2'));
    await seconds(5);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(told(page)).toHaveLength(1);
  });

  it('once, also where it shows only while there is no session', async () => {
    const { server, page } = await connectingByPages({}, { cutOff: true });
    await seconds(1);
    server.end('token-1');
    await seconds(5);
    expect(page.state()).toMatchObject({ name: 'unavailable', resume: { phase: 'blocked' } });
    page.giveToken(server.begin('token-2'));
    await seconds(1);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(told(page)).toHaveLength(1);
  });

  it('again where it was opened again, and blocked again', async () => {
    const { page } = await connecting({ blocked: true });
    await seconds(1);
    page.control()?.reopen?.();
    await seconds(1);
    expect(told(page)).toHaveLength(2);
  });

  it('not at all where the server sees it before it counts as blocked', async () => {
    const windows = fakeWindows();
    windows.cutOff();
    const server = openServer({ extensions: PAGES });
    const page = await openForm(server);
    const later = gate();
    server.between(async ({ method }, pass) => {
      if (method === 'GET') await later.opened;
      return pass();
    });
    page.connect();
    await turn();
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded_no_opener' });
    later.open();
    await seconds(10);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'waiting' });
    expect(told(page)).toEqual([]);
  });
});
