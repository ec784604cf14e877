import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { few } from '../../src/sandbox/scenarios/few.js';
import { type Api, openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, field, fillBambooHr, heading, pick, press } from './user.js';

const MINUTE = 60_000;

/** A sandbox whose clock the test turns. */
function openClockedApi(): Api & { pass(milliseconds: number): void } {
  let time = Date.now();
  const api = openApi({ catalog: few, now: () => time });
  return {
    ...api,
    pass: (milliseconds) => {
      time += milliseconds;
    },
  };
}

describe('a session that has ended', () => {
  test('says so, and how to go on', async () => {
    const { heard } = mountHub({ token: 'sandbox:expired' });
    await heading('Your session has expired');
    expect(heard.errors).toMatchObject([{ code: 'session_expired', recoverable: true }]);
    expect(heard.events.filter(({ type }) => type === 'ready')).toEqual([]);
  });

  test.for(['sandbox:invalid', 'not-a-token', 'not a token at all', 'té'])(
    'because the token "%s" is refused says that',
    async (token) => {
      const { heard } = mountHub({ token });
      await heading('This session is not valid');
      expect(heard.errors).toMatchObject([{ code: 'session_invalid', recoverable: false }]);
    },
  );

  test('goes on with a token that the host gives', async () => {
    const { update } = mountHub({ token: 'sandbox:expired' });
    await heading('Your session has expired');
    update({ token: 'sandbox:categories' });
    await screen.findByRole('option', { name: /BambooHR/ });
  });
});

describe('a session that ends on submit', () => {
  test('goes on in the same form with the same values, once the same owner has a new token', async () => {
    const api = openClockedApi();
    const { update, heard } = mountHub({ api, token: await api.token({ expires_in: 60 }) });
    await pick(/BambooHR/);
    await fillBambooHr();
    api.pass(MINUTE);
    await press('Connect');
    await heading('Your session has expired');
    screen.getByText(/What you typed is still here/);
    expect(heard.errors).toMatchObject([{ code: 'session_expired', recoverable: true }]);

    update({ token: await api.token() });
    await heading('Connect BambooHR');
    expect(await field('Subdomain')).toHaveValue('acme');
    expect(await field('API key')).toHaveValue(API_KEY);
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Connect');
    await heading('BambooHR is connected');
    expect(await api.accounts('acme')).toHaveLength(1);
    expect(heard.closings).toEqual([]);
  });

  test('is renewed without a word where the host can be asked for a token', async () => {
    const api = openClockedApi();
    const { heard } = mountHub({ api, getToken: () => api.token({ expires_in: 60 }) });
    await pick(/BambooHR/);
    await fillBambooHr();
    api.pass(MINUTE);
    await press('Connect');
    await heading('BambooHR is connected');
    expect(heard.errors).toEqual([]);
    expect(heard.events).not.toContainEqual({ type: 'screen', screen: 'unavailable' });
  });

  test('also where the server says so of the first write alone', async () => {
    let asked = 0;
    const { heard } = mountHub({
      getToken: async () => {
        asked += 1;
        return 'sandbox:expires-on-submit';
      },
    });
    await pick(/BambooHR/);
    await fillBambooHr();
    await press('Connect');
    await heading('BambooHR is connected');
    expect(asked).toBe(2);
    expect(heard.errors).toEqual([]);
  });

  test('says so where the host has no new token either', async () => {
    const api = openClockedApi();
    const token = await api.token({ expires_in: 60 });
    let asked = 0;
    mountHub({
      api,
      getToken: async () => {
        asked += 1;
        if (asked > 1) throw new Error('The host is down');
        return token;
      },
    });
    await pick(/BambooHR/);
    await fillBambooHr();
    api.pass(MINUTE);
    await press('Connect');
    await screen.findByRole('alert');
    expect(document.body).not.toHaveTextContent('The host is down');
  });
});

describe('a token of another owner', () => {
  test('starts afresh: what was typed is gone, and the host hears of it', async () => {
    const api = openApi({ catalog: few });
    const { update, heard } = mountHub({ api, token: await api.token() });
    await pick(/BambooHR/);
    await fillBambooHr();
    update({ token: await api.token({ origin_owner_id: 'other', origin_owner_name: 'Other Inc' }) });
    await screen.findByText('For Other Inc');
    expect(heard.closings).toEqual([{ reason: 'session_replaced', accounts: [] }]);

    await pick(/BambooHR/);
    expect(await field('Subdomain')).toHaveValue('');
    expect(await field('API key')).toHaveValue('');
    await fillBambooHr({ subdomain: 'other' });
    await press('Connect');
    await heading('BambooHR is connected');
    expect(await api.accounts('acme')).toEqual([]);
    expect(await api.accounts('other')).toHaveLength(1);
  });

  test('that getToken gives starts afresh too', async () => {
    const api = openClockedApi();
    const own = await api.token({ expires_in: 60 });
    const others = await api.token({ origin_owner_id: 'other', origin_owner_name: 'Other Inc' });
    let asked = 0;
    const { heard } = mountHub({
      api,
      getToken: async () => {
        asked += 1;
        return asked === 1 ? own : others;
      },
    });
    await pick(/BambooHR/);
    await fillBambooHr();
    api.pass(MINUTE);
    await press('Connect');
    await screen.findByText('For Other Inc');
    await pick(/BambooHR/);
    expect(await field('Subdomain')).toHaveValue('');
    expect(heard.closings).toEqual([{ reason: 'session_replaced', accounts: [] }]);
    expect(await api.accounts('other')).toEqual([]);
    expect(
      api.callsTo('POST /hub/accounts').map(({ headers }) => headers.get('x-hub-session-token')),
    ).toEqual([own]);
  });

  test('leaves a session of the same owner where the user was', async () => {
    const api = openApi({ catalog: few });
    const { update, heard } = mountHub({ api, token: await api.token() });
    await pick(/BambooHR/);
    await fillBambooHr();
    update({ token: await api.token() });
    await press('Connect');
    await heading('BambooHR is connected');
    expect(heard.closings).toEqual([]);
  });
});

describe('a token that is not there yet', () => {
  test.for([undefined, null, ''])('%j is waited for, without a request', async (token) => {
    const { api, update } = mountHub({ token });
    expect(await screen.findByText('Loading…')).toHaveAttribute('role', 'status');
    expect(api.calls).toEqual([]);
    update({ token: 'sandbox:categories' });
    await screen.findByRole('option', { name: /BambooHR/ });
  });

  test('is waited for while the host asks for it', async () => {
    const arrived = gate();
    const { api } = mountHub({ getToken: () => arrived.opened.then(() => 'sandbox:categories') });
    await screen.findByText('Loading…');
    expect(api.calls).toEqual([]);
    arrived.open();
    await screen.findByRole('option', { name: /BambooHR/ });
  });

  test('may come with the white space of a copied line', async () => {
    mountHub({ token: ' sandbox:categories\n' });
    await screen.findByRole('option', { name: /BambooHR/ });
  });
});

describe('a server that keeps the session from browsers', () => {
  test.for(['sandbox:no-authenticate', 'sandbox:slow-authenticate'])(
    '%s: the hub goes on without its details',
    async (token) => {
      const { heard } = mountHub({ token });
      await pick(/BambooHR/);
      await fillBambooHr();
      await press('Connect');
      await heading('BambooHR is connected');
      expect(heard.errors).toEqual([]);
    },
  );

  test('is told to the host as a session that is null', async () => {
    const { heard } = mountHub({ token: 'sandbox:no-authenticate' });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(heard.events).toContainEqual({ type: 'ready', session: null });
    expect(screen.queryByText(/^For /)).toBeNull();
  });
});
