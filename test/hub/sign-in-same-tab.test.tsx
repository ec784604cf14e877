import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { nextHub, records } from '../authorize/support/connecting.js';
import { loadSignIn, openForm } from '../authorize/support/page.js';
import { lost, openServer, PAGES } from '../authorize/support/server.js';
import { seconds, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';

/** Where no window opens, the tab itself goes to the provider and comes back. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

/** The way back is this page, with what the server says behind the #. */
const returnTo = (hash: string): void => history.replaceState({ host: 'state' }, '', `/app?tab=2${hash}`);

/** The user has gone to the provider in this tab; the page is gone with all that it held. */
async function gone() {
  const windows = fakeWindows();
  windows.block();
  // As far as jsdom goes: an address that only differs behind the #.
  const server = openServer({
    extensions: PAGES,
    settings: { sign_in_origin: location.origin, opening_url: `${location.origin}/opening` },
    startUrl: () => `${location.href}#start`,
  });
  const page = await openForm(server);
  page.connect({
    pairs: [
      ['subdomain', 'acme'],
      ['key', 'secret-1'],
    ],
    secrets: ['secret-1'],
  });
  await seconds(3);
  const from = location.href;
  page.control()?.continueHere?.();
  await seconds(1);
  const left = { from, hash: location.hash, records: records() };
  await page.leave();
  return { server, left };
}

describe('a sign-in that this very tab left for', () => {
  beforeEach(() => {
    onTestFinished(() => history.replaceState(null, '', '/'));
  });

  it('goes to the start page, and keeps the verifier, what is not secret, and where the return page brings it back to', async () => {
    const { left, server } = await gone();
    expect(left.hash).toBe('#start');
    expect(left.records).toMatchObject([
      {
        attemptId: 'attempt-2',
        leaving: {
          verifier: expect.stringMatching(/^[\w-]{43}$/),
          page: left.from,
          values: [['subdomain', 'acme']],
        },
      },
    ]);
    expect(JSON.stringify(left.records)).not.toContain('secret-1');
    expect(server.attempts.map(({ status }) => status)).toEqual(['cancelled', 'pending']);
  });

  it('is confirmed on the way back, and nothing of it stays in the address or in storage', async () => {
    const { server, left } = await gone();
    returnTo('#attempt=attempt-2&confirm=word-1');
    const page = await nextHub(server);
    expect(location.href).toMatch(/\/app\?tab=2$/);
    expect(history.state).toEqual({ host: 'state' });
    expect(server.find('attempt-2')?.confirmed).toEqual({
      confirm: 'word-1',
      verifier: left.records[0]?.leaving?.verifier,
    });
    expect(records()).toMatchObject([{ attemptId: 'attempt-2' }]);
    expect(records()[0]).not.toHaveProperty('leaving');
    server.allow('attempt-2');
    await seconds(3);
    expect(page.heard.successes).toHaveLength(1);
    expect(sessionStorage).toHaveLength(0);
  });

  it('is confirmed though the word is lost on the way', async () => {
    const { server } = await gone();
    returnTo('#attempt=attempt-2&confirm=word-1');
    let failures = 1;
    server.between(({ path }, pass) => {
      if (!path.endsWith('/confirm') || failures === 0) return pass();
      failures -= 1;
      return lost();
    });
    await nextHub(server);
    await seconds(10);
    expect(server.find('attempt-2')?.confirmed).toMatchObject({ confirm: 'word-1' });
  });

  it.each(['', '#', '#attempt=attempt-1&confirm=word-1', '#confirm=word-1', '#/attempt-2/word-1'])(
    'is not confirmed by an address that ends in %j; the way back may still come',
    async (hash) => {
      const { server } = await gone();
      returnTo(hash);
      const page = await nextHub(server);
      await seconds(10);
      expect(server.find('attempt-2')?.confirmed).toBeNull();
      expect(page.state().name).toBe('authorizing');
      expect(records()[0]?.leaving?.verifier).toBeDefined();
    },
  );

  it('leaves a page’s own # alone', async () => {
    const { server } = await gone();
    returnTo('#section-2');
    await nextHub(server);
    expect(location.hash).toBe('#section-2');
  });
});
