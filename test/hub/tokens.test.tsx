import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { State, Target } from '../../src/flow/state.js';
import { stringifyCredentials } from '../../src/form/index.js';
import { submit } from '../../src/hub/submit.js';
import { few } from '../../src/sandbox/scenarios/few.js';
import { openPage } from '../authorize/support/page.js';
import { openApi, refusal } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { API_KEY, connectBambooHr, heading, option, pick, press } from './support/steps.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a host that has no token to give just now', () => {
  it('is no session that is not valid: it is asked again when the user wants it, and then all is well', async () => {
    const api = openApi({ catalog: few });
    const getToken = vi.fn<() => Promise<string>>().mockRejectedValue(new Error('The backend is down'));
    const { heard } = mountHub({ api, getToken });
    await screen.findByRole('alert');
    expect(document.body).toHaveTextContent('Something went wrong on our side');
    expect(document.body).toHaveTextContent('Please try again in a moment.');
    expect(document.body).not.toHaveTextContent('not valid');
    expect(document.body).not.toHaveTextContent('The backend is down');
    expect(heard.errors).toEqual([{ code: 'session_invalid', recoverable: true }]);
    expect(api.calls).toEqual([]);
    const asked = getToken.mock.calls.length;

    getToken.mockImplementation(() => api.token());
    await press('Try again');
    await option(/BambooHR/);
    expect(getToken).toHaveBeenCalledTimes(asked + 1);
  });

  it('gave one that the server does not know: then it is the session that is not valid', async () => {
    mountHub({ api: openApi({ catalog: few }), getToken: async () => 'unheard-of' });
    await screen.findByRole('alert');
    expect(document.body).toHaveTextContent('This session is not valid');
  });
});

describe('a session whose end is known', () => {
  it('is followed by the next one before it ends: no request is ever refused, and the host is asked once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const api = openApi({ catalog: few });
    const statuses: number[] = [];
    api.between(async (_, pass) => {
      const answer = await pass();
      statuses.push(answer.status);
      return answer;
    });
    const getToken = vi.fn(() => api.token({ expires_in: 60 }));
    const { heard } = mountHub({ api, getToken });
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    expect(getToken).toHaveBeenCalledTimes(1);
    vi.setSystemTime(Date.now() + 55_000);
    await connectBambooHr();
    await heading('BambooHR is connected');
    expect(getToken).toHaveBeenCalledTimes(2);
    expect(statuses.filter((status) => status > 299)).toEqual([]);
    expect(heard.errors).toEqual([]);
  });
});

describe('a new token of which the server does not say whose it is', () => {
  it('is asked about again, and then used: an authenticate that fails stops no hub that settings let in', async () => {
    const api = openApi({ catalog: few });
    const [first, next] = [await api.token(), await api.token()];
    const asked = vi.fn<() => void>();
    api.between((call, pass) => {
      const token = call.headers.get('x-hub-session-token');
      if (call.path === '/connect_sessions/authenticate' && token === next) {
        asked();
        return Promise.resolve(new Response('', { status: 503, headers: { 'retry-after': '0' } }));
      }
      const isOver = call.method === 'POST' && token === first;
      return isOver ? Promise.resolve(refusal(401, 'The token has expired.')) : pass();
    });
    const getToken = vi.fn<() => Promise<string>>().mockResolvedValueOnce(first).mockResolvedValue(next);
    const { heard } = mountHub({ api, getToken });
    await pick(/BambooHR/);
    await connectBambooHr();
    await heading('BambooHR is connected');
    expect(asked).toHaveBeenCalledTimes(3);
    expect(heard.successes).toHaveLength(1);
    expect(heard.errors).toEqual([]);
  });
});

describe('the token', () => {
  it('is in no key of the cache and in nothing that it holds, once an account was made and changed; nor is a secret, and no write is kept', async () => {
    const api = openApi({ catalog: few });
    const token = await api.token();
    const { room } = openPage(api, { token });
    const { queryClient, queries, flow } = room;
    const { connectors } = await queryClient.ensureQueryData(queries.connectors);
    const { id: connectorId = '', provider = '' } = connectors.find(({ name }) => name === 'BambooHR') ?? {};
    const write = async (target: Target, secret: string): Promise<State> => {
      await vi.waitFor(() => expect(flow.get().name).toBe('picking'));
      flow.dispatch({ type: 'connectorPicked', target });
      const pairs = [
        ['subdomain', 'acme'],
        ['api_key', secret],
      ] as const;
      const credentials = stringifyCredentials(pairs);
      await submit(room, {
        target,
        integrationId: connectorId,
        provider,
        pairs,
        credentials,
        secrets: [secret],
      });
      return flow.get();
    };

    const made = await write({ mode: 'create', connectorId }, API_KEY);
    const accountId = made.name === 'succeeded' ? made.account.id : '';
    flow.dispatch({ type: 'anotherWanted' });
    await queryClient.prefetchQuery(queries.connector(connectorId));
    await queryClient.prefetchQuery(queries.account(accountId));
    const changed = await write({ mode: 'edit', accountId }, `${API_KEY}-new`);
    expect(changed.name).toBe('succeeded');
    await queryClient.prefetchQuery(queries.account(accountId));

    expect(api.callsTo('POST /hub/accounts').map(({ text }) => text)).toEqual([
      expect.stringContaining(API_KEY),
    ]);
    expect(api.callsTo(`PATCH /hub/accounts/${accountId}`)).toHaveLength(1);
    const cached = queryClient.getQueryCache().getAll();
    expect(cached.length).toBeGreaterThan(4);
    const held = JSON.stringify(cached.map(({ queryKey, state }) => [queryKey, state]));
    for (const canary of [token, API_KEY]) expect(held).not.toContain(canary);
    expect(queryClient.getMutationCache().getAll()).toEqual([]);
  });

  it('never stands in the page, for as short as it may be; nor does a secret', async () => {
    const api = openApi({ catalog: few });
    const token = await api.token();
    const stood: string[] = [];
    const see = (text: string | null) => {
      for (const canary of [token, API_KEY]) if (text?.includes(canary)) stood.push(text);
    };
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes, attributeName } of changes) {
        if (attributeName) see((target as Element).getAttribute(attributeName));
        else see(target.textContent);
        for (const node of addedNodes) see(node instanceof Element ? node.outerHTML : node.textContent);
      }
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    mountHub({ api, token });
    await pick(/BambooHR/);
    await connectBambooHr();
    await heading('BambooHR is connected');
    observer.disconnect();
    expect(stood).toEqual([]);
  });
});
