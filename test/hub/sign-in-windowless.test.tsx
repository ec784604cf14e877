import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Connecting,
  connecting,
  leftBehind,
  nextHub,
  records,
} from '../authorize/support/connecting.js';
import { callBrowser, putIntoFrames } from '../authorize/support/frames.js';
import { loadSignIn } from '../authorize/support/page.js';
import { openServer, PAGES, type Server } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';

/** Where no window can open, or one does and gets nowhere: what the user has instead. */

const IN_APP =
  'Mozilla/5.0 (Linux; Android 12; Redmi Note 10 Build/SKQ1.210908.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.6613.127 Mobile Safari/537.36';

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

/** A server whose start page is where jsdom can go. */
const nearby = (): Server =>
  openServer({
    extensions: PAGES,
    settings: { sign_in_origin: location.origin, opening_url: `${location.origin}/opening` },
    startUrl: (id) => `${location.origin}/#start-of-${id}`,
  });

describe('in an app’s browser', () => {
  it.each([
    ['pages of the server’s own', PAGES, true],
    ['pages that are not bound to this one', ['attempt_start_url', 'attempt_phases'], false],
    ['the plain contract', [], false],
  ])('by %s no window is tried, and the other ways are there at once', async (_, extensions, leadsBack) => {
    callBrowser(IN_APP);
    const { page, windows } = await connecting({ server: openServer({ extensions }) });
    await turn();
    await seconds(0.1);
    expect(windows.opened).toEqual([]);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(page.control()).toMatchObject({ hindrance: 'app', show: undefined });
    expect(page.control()?.url()).toContain('attempt-1');
    expect(page.control()?.continueHere !== undefined).toBe(leadsBack);
    expect(page.heard.errors).toEqual([{ code: 'popup_blocked', recoverable: true }]);
  });

  it('the sign-in is in this very tab, by an attempt of its own', async () => {
    callBrowser(IN_APP);
    const { server, page } = await connecting({ server: nearby() });
    await seconds(1);
    page.control()?.continueHere?.();
    expect(page.state()).toMatchObject({ phase: 'opening' });
    await seconds(1);
    expect(location.hash).toBe('#start-of-attempt-2');
    expect(server.attempts.map(({ status }) => status)).toEqual(['cancelled', 'pending']);
    expect(records()).toMatchObject([{ attemptId: 'attempt-2', leaving: { values: [] } }]);
  });
});

describe('in a frame', () => {
  it('that allows no windows the user knows at once, and no way is shown that leads nowhere', async () => {
    putIntoFrames('allow-scripts allow-same-origin allow-forms');
    const { page } = await connecting({ server: openServer({ extensions: PAGES }), blocked: true });
    await seconds(0.1);
    expect(page.state()).toMatchObject({ phase: 'blocked' });
    expect(page.control()).toMatchObject({ hindrance: 'frame', continueHere: undefined });
  });

  it('of somebody else’s page a window can be there all the same: the server is asked first', async () => {
    putIntoFrames('foreign');
    const { page, server } = await connecting({ server: openServer({ extensions: PAGES }), blocked: true });
    await seconds(1);
    expect(page.state()).toMatchObject({ phase: 'opening' });
    Object.assign(server.attempts[0] ?? {}, { phase: 'start_loaded_no_opener' });
    await seconds(5);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
  });

  it('this tab is not left: the server’s pages do not let themselves be shown in a frame', async () => {
    putIntoFrames(null);
    const { page } = await connecting({ server: openServer({ extensions: PAGES }) });
    await seconds(30);
    expect(page.state()).toMatchObject({ phase: 'stalled' });
    expect(page.control()?.continueHere).toBeUndefined();
  });
});

/** The server sees how far the window has come. */
const moveTo = ({ server }: Connecting, phase: string): unknown =>
  Object.assign(server.attempts.at(-1) ?? {}, { phase });

describe('a window that does not get on', () => {
  it.each(['start_loaded', 'start_loaded_no_opener', 'at_provider', 'callback_received'])(
    'from %s is told after twenty seconds, and it is no end',
    async (phase) => {
      const connected = await connecting({ server: openServer({ extensions: PAGES }) });
      const { page, server } = connected;
      await turn();
      moveTo(connected, phase);
      await seconds(19);
      expect(page.state()).not.toMatchObject({ phase: 'stalled' });
      await seconds(5);
      expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'stalled' });
      expect(page.heard.errors).toEqual([]);
      server.allow('attempt-1');
      await seconds(3);
      expect(page.heard.successes).toHaveLength(1);
    },
  );

  it('is told by the plain contract, too, where nothing is known of the window', async () => {
    const { page } = await connecting();
    await seconds(19);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    await seconds(2);
    expect(page.state()).toMatchObject({ phase: 'stalled' });
  });

  it('has got on again when the server says so, and has its time anew', async () => {
    const connected = await connecting({ server: openServer({ extensions: PAGES }) });
    const { page } = connected;
    await turn();
    moveTo(connected, 'start_loaded');
    await seconds(15);
    moveTo(connected, 'at_provider');
    await seconds(15);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    await seconds(10);
    expect(page.state()).toMatchObject({ phase: 'stalled' });
    moveTo(connected, 'callback_received');
    await seconds(2);
    expect(page.state()).toMatchObject({ phase: 'finishing' });
  });

  it('and looks closed when the user is back at this page, is told three seconds later', async () => {
    const { page, windows, server } = await connecting({ server: openServer({ extensions: PAGES }) });
    await seconds(5);
    window.dispatchEvent(new Event('focus'));
    await seconds(5);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    Object.assign(windows.opened[0] ?? {}, { closed: true });
    window.dispatchEvent(new Event('focus'));
    await seconds(2);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    await seconds(2);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'stalled' });
    expect(page.heard.errors).toEqual([]);
    server.allow('attempt-1');
    await seconds(5);
    expect(page.heard.successes).toHaveLength(1);
  });

  it('and closed because the user is done, is no trouble', async () => {
    const connected = await connecting({ server: openServer({ extensions: PAGES }) });
    await turn();
    moveTo(connected, 'callback_received');
    await seconds(3);
    Object.assign(connected.windows.opened[0] ?? {}, { closed: true });
    window.dispatchEvent(new Event('focus'));
    await seconds(5);
    expect(connected.page.state()).toMatchObject({ phase: 'finishing' });
  });

  it('is no news while the user is asked something, nor after they cancelled', async () => {
    const { page, server } = await connecting({ server: openServer({ extensions: PAGES }) });
    await turn();
    const other = { display_name: 'sam@acme.example', instead_of: 'ada@acme.example' };
    Object.assign(server.attempts[0] ?? {}, { other });
    await seconds(60);
    expect(page.state()).toMatchObject({ phase: { signedInAs: 'sam@acme.example' } });
    server.between((_, pass) =>
      server.calls.at(-1)?.method === 'DELETE' ? new Promise(() => undefined) : pass(),
    );
    page.control()?.cancel();
    await seconds(4);
    expect(page.state()).toMatchObject({ phase: 'cancelling' });
  });

  it('can be opened again, and has twenty seconds again', async () => {
    const { page, windows } = await connecting({ server: openServer({ extensions: PAGES }) });
    await seconds(25);
    expect(page.state()).toMatchObject({ phase: 'stalled' });
    page.control()?.reopen?.();
    await seconds(10);
    expect(page.state()).toMatchObject({ phase: 'waiting' });
    expect(windows.opened.map(({ closed }) => closed)).toEqual([true, false]);
  });

  it('can be left for this tab: what it began is taken back first', async () => {
    const { page, server, windows } = await connecting({ server: nearby() });
    await seconds(25);
    page.control()?.continueHere?.();
    await seconds(1);
    expect(windows.opened).toMatchObject([{ closed: true }]);
    expect(server.lines().slice(-3)).toEqual([
      'DELETE /hub/connection_attempts/attempt-1',
      'GET /hub/connection_attempts/attempt-1',
      'POST /hub/connection_attempts',
    ]);
    expect(location.hash).toBe('#start-of-attempt-2');
  });

  it('and worked in the same second, is not left: its account counts', async () => {
    location.hash = '';
    const { page, server } = await connecting({ server: nearby() });
    await seconds(25);
    server.allow('attempt-1');
    page.control()?.continueHere?.();
    await seconds(5);
    expect(page.heard.successes).toMatchObject([{ id: 'account-of-attempt-1' }]);
    expect(server.attempts).toHaveLength(1);
    expect(location.hash).toBe('');
    expect(records()).toEqual([]);
  });

  it('and is being left, can still be cancelled: nothing is begun then', async () => {
    location.hash = '';
    const { page, server } = await connecting({ server: nearby() });
    await seconds(25);
    page.control()?.continueHere?.();
    page.control()?.cancel();
    await seconds(30);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(server.attempts).toHaveLength(1);
    expect(location.hash).toBe('');
  });
});

describe('on a page that is not the host’s own', () => {
  it('the sign-in takes the tab by the host’s way, from inside a frame as well', async () => {
    putIntoFrames('foreign');
    const leaveFor = vi.fn();
    const { page } = await connecting({ server: nearby(), options: { surroundings: { leaveFor } } });
    await seconds(1);
    page.control()?.continueHere?.();
    await seconds(1);
    expect(leaveFor.mock.calls).toEqual([[`${location.origin}/#start-of-attempt-2`]]);
  });

  it('the tab is not left where it could not come back', async () => {
    const surroundings = { leaveFor: null };
    const { page } = await connecting({ server: nearby(), options: { surroundings } });
    await seconds(1);
    expect(page.control()?.continueHere).toBeUndefined();
  });

  it('the return page is heard where the host hears it', async () => {
    const ears: ((confirm: string) => void)[] = [];
    const hearReturnPage = (_: string, confirm: (word: string) => void) => {
      ears.push(confirm);
      return () => undefined;
    };
    const { server } = await connecting({ server: nearby(), options: { surroundings: { hearReturnPage } } });
    await seconds(1);
    ears[0]?.('word-1');
    await turn();
    expect(server.find('attempt-1')?.confirmed).toMatchObject({ confirm: 'word-1' });
  });
});

describe('a page that was loaded again', () => {
  it('says so, too, where the window that it cannot see does not get on', async () => {
    const { server } = await leftBehind();
    const page = await nextHub(server);
    await seconds(25);
    expect(page.state()).toMatchObject({ phase: 'stalled' });
    expect(page.control()).toMatchObject({
      reopen: undefined,
      continueHere: undefined,
      hindrance: undefined,
    });
  });
});
