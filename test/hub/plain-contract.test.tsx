import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HUB_VERSION } from '../../src/contract/version.js';
import { bambooHr, few, zendesk } from '../../src/sandbox/scenarios/few.js';
import { attemptIn, type FakeWindow, fakeWindows, type Windows } from '../authorize/support/windows.js';
import { type Api, BASE_URL, type Call, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { API_KEY, connectBambooHr, heading, press, type } from './support/steps.js';

/** A server that adds nothing to the contract: all that a hub asks of it from its first screen to its last. */

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const openPlain = (): Api => openApi({ catalog: [...few, zendesk], extensions: [] });

/** One request as the contract has it: the session's token, the hub's version and a content type, and nothing else. */
const request = (token: string, line: string, body?: object): Call => {
  const [method = '', path = ''] = line.split(' ');
  const headers = new Map([
    ['content-type', 'application/json'],
    ['x-hub-session-token', token],
    ['x-hub-version', HUB_VERSION],
  ]);
  return { method, path, headers, text: body ? JSON.stringify(body) : '' };
};

const start = (token: string): readonly Call[] => [
  request(token, 'POST /connect_sessions/authenticate', { token }),
  request(token, 'GET /hub/settings'),
  request(token, 'GET /hub/connectors'),
];

/** In no order where the hub asks side by side. */
const sorted = (calls: readonly Call[]): readonly Call[] =>
  calls.toSorted((one, other) => `${one.method} ${one.path}`.localeCompare(`${other.method} ${other.path}`));

/** What the window does at the provider that the sandbox plays. */
async function signIn(api: Api, windows: Windows, decision: 'allow' | 'deny'): Promise<URL> {
  const url = await waitFor(() => {
    const to = windows.opened[0]?.urls[1];
    expect(to).toBeDefined();
    return new URL(to ?? '');
  });
  const consent = await api.fetch(url);
  const decided = await api.fetch(consent.headers.get('location') ?? '', {
    method: 'POST',
    body: new URLSearchParams({ decision, as: 'avery@acme.example' }),
  });
  await api.fetch(decided.headers.get('location') ?? '', { redirect: 'manual' });
  window.dispatchEvent(new Event('focus'));
  return url;
}

const attemptOf = ({ opened }: Windows): string => attemptIn(opened[0] as FakeWindow).id ?? '';

/** Without what the window asked for by itself. */
const byHub = ({ calls }: Api): readonly Call[] =>
  calls.filter(({ headers }) => headers.has('x-hub-session-token'));

async function openZendesk() {
  const windows = fakeWindows();
  const api = openPlain();
  const token = await api.token({ provider: 'zendesk' });
  const hub = mountHub({ api, token });
  await type('Subdomain', 'acme');
  await press('Continue to Zendesk');
  return { windows, api, token, hub };
}

describe('what a hub asks of a plain server', () => {
  it('to connect an account with credentials', async () => {
    const api = openPlain();
    const token = await api.token({ provider: 'bamboohr' });
    mountHub({ api, token });
    await connectBambooHr();
    await heading('BambooHR is connected');
    const { integrationId } = bambooHr;
    expect(sorted(api.calls)).toEqual(
      sorted([
        ...start(token),
        request(token, `GET /hub/connectors/${integrationId}`),
        request(token, 'POST /hub/accounts', {
          integration_id: integrationId,
          credentials: { subdomain: 'acme', api_key: API_KEY },
        }),
      ]),
    );
  });

  it('to connect an account by signing in', async () => {
    const { windows, api, token, hub } = await openZendesk();
    const url = await signIn(api, windows, 'allow');
    await heading('Zendesk is connected');
    const id = attemptOf(windows);
    const asked = sorted(byHub(api));
    const polls = asked.filter(({ path }) => path === `/hub/connection_attempts/${id}`);
    expect(polls.length).toBeGreaterThan(0);
    expect(new Set(polls.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(asked.filter((call) => !polls.includes(call))).toEqual(
      sorted([
        ...start(token),
        request(token, `GET /hub/connectors/${zendesk.integrationId}`),
        request(token, 'POST /hub/connection_attempts', { token }),
      ]),
    );
    expect(polls[0]).toEqual(request(token, `GET /hub/connection_attempts/${id}`));
    expect(url.href).toBe(
      `${BASE_URL}/connect/oauth2/${zendesk.integrationId}` +
        `?redirect_uri=${encodeURIComponent('https://app.stackone.com/embedded/accounts/callback')}` +
        `&token=${token}&connection_attempt_id=${id}&subdomain=acme`,
    );
    expect(hub.heard.successes).toMatchObject([{ provider: 'zendesk', mode: 'created' }]);
  });

  it('to say that access was denied: no more than that', async () => {
    const { windows, api, token } = await openZendesk();
    await signIn(api, windows, 'deny');
    await screen.findByText(/Access was not given at Zendesk/);
    const id = attemptOf(windows);
    const lines = byHub(api).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(lines)).toEqual(
      new Set([
        ...start(token).map(({ method, path }) => `${method} ${path}`),
        `GET /hub/connectors/${zendesk.integrationId}`,
        'POST /hub/connection_attempts',
        `GET /hub/connection_attempts/${id}`,
      ]),
    );
  });

  it('to take a sign-in back that the user cancelled', async () => {
    const { windows, api, token } = await openZendesk();
    await waitFor(() => expect(windows.opened[0]?.urls).toHaveLength(2));
    await press('Cancel');
    await screen.findByRole('button', { name: 'Continue to Zendesk' });
    const id = attemptOf(windows);
    const calls = byHub(api);
    expect(calls.slice(calls.findIndex(({ method }) => method === 'DELETE'))).toEqual([
      request(token, `DELETE /hub/connection_attempts/${id}`),
      request(token, `GET /hub/connection_attempts/${id}`),
    ]);
  });
});
