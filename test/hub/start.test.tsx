import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { HUB_VERSION } from '../../src/contract/version.js';
import { few } from '../../src/sandbox/scenarios/few.js';
import { type Api, openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { mountHub } from '../support/hub.js';
import { connectBambooHr, heading, option, pick, press } from './support/steps.js';

const AT_START = ['GET /hub/connectors', 'GET /hub/settings', 'POST /connect_sessions/authenticate'];
const PIPEDRIVE = '45000000000000000012';

const lines = ({ calls }: Api): readonly string[] =>
  calls.map(({ method, path }) => `${method} ${path}`).toSorted((a, b) => a.localeCompare(b));

/** An API that answers nothing until it may. */
function openHeldApi(): Api & { answer(): void } {
  const api = openApi();
  const answers = gate();
  api.between(async (_, pass) => {
    await answers.opened;
    return pass();
  });
  return { ...api, answer: answers.open };
}

describe('the start', () => {
  it('asks for session, settings and connectors side by side, once each', async () => {
    const api = openHeldApi();
    mountHub({ api, token: 'sandbox:categories' });
    await waitFor(() => expect(lines(api)).toEqual(AT_START));
    api.answer();
    await option(/BambooHR/);
    expect(lines(api)).toEqual(AT_START);
  });

  it('asks for the account that the host names at the same time', async () => {
    const api = openHeldApi();
    mountHub({ api, token: 'sandbox:connected', accountId: PIPEDRIVE });
    const asked = [`GET /hub/accounts/${PIPEDRIVE}`, ...AT_START];
    await waitFor(() => expect(lines(api)).toEqual(asked));
    api.answer();
    await heading('Edit Pipedrive');
    expect(lines(api)).toHaveLength(asked.length + 1);
    expect(api.callsTo('GET /hub/connectors/5a4db0c5-0000-4000-8000-000000000007')).toHaveLength(1);
  });

  it.each(['sandbox:edit', 'sandbox:edit-existing', 'sandbox:single'])(
    'asks for nothing twice with %s',
    async (token) => {
      const { api } = mountHub({ token });
      await screen.findByLabelText('Subdomain');
      expect(new Set(lines(api)).size).toBe(lines(api).length);
      expect(lines(api)).toEqual(expect.arrayContaining(AT_START));
    },
  );

  it('asks for a configuration when it is needed, and never again', async () => {
    const { api } = mountHub({ token: 'sandbox:categories' });
    for (let round = 0; round < 2; round += 1) {
      await pick(/BambooHR/);
      await heading('Connect BambooHR');
      await press('Back');
      await option(/BambooHR/);
    }
    expect(lines(api)).toHaveLength(AT_START.length + 1);
  });

  it('has one Back from the skeleton to the form, so that no press of it is lost', async () => {
    const api = openApi();
    const details = gate();
    mountHub({ api, token: 'sandbox:categories' });
    await option(/BambooHR/);
    api.between(async (_, pass) => {
      await details.opened;
      return pass();
    });
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    const back = screen.getByRole('button', { name: 'Back' });
    details.open();
    await screen.findByLabelText('Subdomain');
    expect(screen.getByRole('button', { name: 'Back' })).toBe(back);
  });

  it('tells the host once, with the session, when the first screen is there', async () => {
    const { heard } = mountHub({ token: 'sandbox:categories' });
    await option(/BambooHR/);
    await waitFor(() => expect(heard.events).toHaveLength(2));
    expect(heard.events).toEqual([
      { type: 'screen', screen: 'picker' },
      { type: 'ready', session: expect.objectContaining({ origin_owner_name: 'Acme Corp' }) },
    ]);
  });
});

describe('every request', () => {
  it('carries the three headers of the contract and no other', async () => {
    const { api } = mountHub({ api: openApi({ extensions: [] }), token: 'sandbox:categories' });
    await pick(/BambooHR/);
    await connectBambooHr();
    await heading('BambooHR is connected');
    expect(api.calls.length).toBeGreaterThan(4);
    for (const { headers } of api.calls) {
      expect(Object.fromEntries(headers)).toEqual({
        'x-hub-session-token': 'sandbox:categories',
        'x-hub-version': HUB_VERSION,
        'content-type': 'application/json',
      });
    }
  });

  it('that makes an account carries a key besides, where the server takes one', async () => {
    const { api } = mountHub({ token: 'sandbox:single' });
    await connectBambooHr();
    await heading('BambooHR is connected');
    const keyed = api.calls.filter(({ headers }) => headers.has('idempotency-key'));
    expect(keyed.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /hub/accounts']);
    expect(keyed[0]?.headers.get('idempotency-key')).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it('carries the newest token, in the body too', async () => {
    const api = openApi({ catalog: few });
    const [first, second] = [await api.token(), await api.token()];
    const hub = mountHub({ api, token: first });
    await option(/BambooHR/);
    hub.update({ token: second });
    await pick(/BambooHR/);
    await heading('Connect BambooHR');
    const { headers } = api.calls.at(-1) ?? {};
    expect(headers?.get('x-hub-session-token')).toBe(second);
    const sessions = api.callsTo('POST /connect_sessions/authenticate').map(({ text }) => text);
    expect(sessions).toEqual([JSON.stringify({ token: first }), JSON.stringify({ token: second })]);
  });
});

describe('a new session of the same owner', () => {
  it('has its list read for it while the user looks at the old one', async () => {
    const api = openApi({ catalog: few });
    const hub = mountHub({ api, token: await api.token() });
    await option(/BambooHR/);
    const second = await api.token();
    hub.update({ token: second });
    await waitFor(() => expect(api.callsTo('GET /hub/connectors')).toHaveLength(2));
    const [, again] = api.callsTo('GET /hub/connectors');
    expect(again?.headers.get('x-hub-session-token')).toBe(second);
  });
});

describe('after an account was made', () => {
  it('what the server says of connections is asked for again', async () => {
    const { api } = mountHub({ token: 'sandbox:categories' });
    await pick(/BambooHR/);
    await connectBambooHr();
    await press('Connect another');
    await option(/^BambooHR.*Connected$/);
    expect(api.callsTo('GET /hub/connectors')).toHaveLength(2);
    expect(api.callsTo('POST /connect_sessions/authenticate')).toHaveLength(1);
  });
});
