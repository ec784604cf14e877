import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadSignIn, openForm } from '../authorize/support/page.js';
import { type Call, headersWith, openServer } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows } from '../authorize/support/windows.js';

/** The plain contract: what goes over the wire, call by call, where the server adds nothing. */

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

const URL_OF_WINDOW =
  'https://api.example.test/connect/oauth2/hubspot-1' +
  '?redirect_uri=https%3A%2F%2Fapp.example.test%2Fembedded%2Faccounts%2Fcallback' +
  '&token=dG9rZW4=&connection_attempt_id=attempt-1&subdomain=a%26b';

const CREATE: Call = {
  method: 'POST',
  path: '/hub/connection_attempts',
  headers: headersWith('dG9rZW4=') as Call['headers'],
  body: { token: 'dG9rZW4=' },
};
const GET: Call = { ...CREATE, method: 'GET', path: '/hub/connection_attempts/attempt-1', body: undefined };
const DELETE: Call = { ...GET, method: 'DELETE' };

/** A user who has clicked "Continue". */
async function connecting() {
  const windows = fakeWindows();
  const server = openServer();
  const page = await openForm(server, { token: server.begin('dG9rZW4=') });
  server.calls.length = 0;
  page.connect({ pairs: [['subdomain', 'a&b']], credentials: '{"subdomain":"a&b"}' });
  return { windows, server, page };
}

describe('a sign-in by the plain contract', () => {
  it('opens a blank window in the click, that says what it waits for, and sends it on once there is an attempt', async () => {
    const { windows } = await connecting();
    expect(windows.opened.map(({ urls }) => urls)).toEqual([['']]);
    expect(windows.opened[0]?.document.body.textContent).toBe('Connecting to HubSpot…');
    await turn();
    expect(windows.opened.map(({ urls }) => urls)).toEqual([['', URL_OF_WINDOW]]);
  });

  it('that works is made, asked about until it has worked, and nothing more', async () => {
    const { server, page, windows } = await connecting();
    await seconds(5);
    server.allow('attempt-1', 'account-1');
    await seconds(600);
    expect(server.calls).toEqual([CREATE, GET, GET, GET]);
    expect(page.heard.successes).toEqual([
      { id: 'account-1', provider: 'hubspot', integrationId: 'hubspot-1', mode: 'created' },
    ]);
    expect(page.heard.errors).toEqual([]);
    expect(page.state()).toMatchObject({ name: 'succeeded', account: { id: 'account-1' } });
    expect(windows.opened[0]?.closed).toBe(true);
  });

  it('that is denied says so in the form', async () => {
    const { server, page, windows } = await connecting();
    server.refuse('attempt-1', 'access_denied', 'The user did not agree.');
    await turn();
    server.refuse('attempt-1', 'access_denied', 'The user did not agree.');
    await seconds(600);
    expect(server.calls).toEqual([CREATE, GET]);
    expect(page.state()).toMatchObject({
      name: 'filling',
      failure: { code: 'access_denied', details: 'The user did not agree.' },
    });
    expect(page.heard.errors).toEqual([{ code: 'access_denied', recoverable: true }]);
    expect(page.heard.successes).toEqual([]);
    expect(windows.opened[0]?.closed).toBe(true);
  });

  it('that the user cancels is taken back, and asked about once more', async () => {
    const { server, page, windows } = await connecting();
    await seconds(3);
    page.control()?.cancel();
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'cancelling' });
    await seconds(600);
    expect(server.calls).toEqual([CREATE, GET, DELETE, GET]);
    expect(page.state()).toMatchObject({ name: 'filling', failure: null });
    expect(page.heard).toMatchObject({ successes: [], errors: [], closings: [] });
    expect(windows.opened[0]?.closed).toBe(true);
  });

  it('whose five minutes are over is asked about, taken back, and asked about once more', async () => {
    const { server, page } = await connecting();
    await seconds(299);
    const before = server.calls.length;
    await seconds(600);
    expect(server.calls.slice(before)).toEqual([GET, DELETE, GET]);
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'attempt_expired' } });
    expect(page.heard.errors).toEqual([{ code: 'attempt_expired', recoverable: true }]);
  });

  it('in edit mode says nothing of the account: the session knows', async () => {
    const windows = fakeWindows();
    const server = openServer();
    const page = await openForm(server, { token: server.begin('dG9rZW4='), accountId: 'account-9' });
    server.calls.length = 0;
    page.connect({ target: { mode: 'edit', accountId: 'account-9' } });
    await turn();
    server.allow('attempt-1', 'account-9');
    await seconds(2);
    expect(server.calls).toEqual([CREATE, GET]);
    expect(windows.opened[0]?.urls[1]).not.toMatch(/account[-_]/);
    expect(page.heard.successes).toMatchObject([{ id: 'account-9', mode: 'updated' }]);
  });

  it('goes on with a token that came in its place, and never sends the old one again', async () => {
    const { server, page } = await connecting();
    await seconds(3);
    page.giveToken(server.begin('token-2'));
    await seconds(2);
    expect(server.calls.at(-1)?.headers).toEqual(headersWith('token-2'));
    server.allow('attempt-1');
    await seconds(2);
    expect(page.heard.successes).toHaveLength(1);
  });
});

describe('a token that would break the address', () => {
  it.each(['a&b', 'a#b', 'a%3D'])(
    '%s opens no address at all, and leaves no attempt behind',
    async (token) => {
      const windows = fakeWindows();
      const server = openServer();
      const page = await openForm(server, { token: server.begin(token) });
      page.connect();
      await seconds(60);
      expect(windows.opened.map(({ urls, closed }) => ({ urls, closed }))).toEqual([
        { urls: [''], closed: true },
      ]);
      expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'config_error' } });
      expect(page.heard.errors).toEqual([{ code: 'config_error', recoverable: true }]);
      expect(server.attempts.filter(({ status }) => status === 'pending')).toEqual([]);
    },
  );

  it('is not the only thing that could: a field can be named like a part of it', async () => {
    const windows = fakeWindows();
    const server = openServer();
    const page = await openForm(server);
    page.connect({ pairs: [['redirect_uri', 'https://evil.test']] });
    await seconds(60);
    expect(windows.opened[0]).toMatchObject({ urls: [''], closed: true });
    expect(page.state()).toMatchObject({ name: 'filling', failure: { code: 'unsupported_field' } });
    expect(server.attempts.filter(({ status }) => status === 'pending')).toEqual([]);
  });
});

describe('a window that the browser kept shut', () => {
  it('is told at once; a real link leads to the same attempt, and what it opens works', async () => {
    const windows = fakeWindows();
    windows.block();
    const server = openServer();
    const page = await openForm(server);
    page.connect();
    await seconds(0.1);
    expect(page.state()).toMatchObject({ name: 'authorizing', phase: 'blocked' });
    expect(page.heard.errors).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    const control = page.control();
    expect(control?.url()).toContain('connection_attempt_id=attempt-1');
    expect(control?.show).toBeUndefined();
    // The plain contract knows no way back to this page.
    expect(control?.continueHere).toBeUndefined();
    server.allow('attempt-1');
    await seconds(2);
    expect(page.heard.successes).toHaveLength(1);
  });
});
