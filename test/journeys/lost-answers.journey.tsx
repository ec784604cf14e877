import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { few } from '../../src/sandbox/scenarios/few.js';
import { type Api, BASE_URL, type Call, lost, type Middleman, openApi, refusal } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { fill, fillBambooHr, heading, press } from './user.js';

const posts = (api: Api): readonly Call[] => api.callsTo('POST /hub/accounts');

const keyOf = (call: Call | undefined): string | undefined => call?.headers.get('idempotency-key');

/** Carries out the first writes and loses their answers. */
function losing(count: number): Middleman {
  let left = count;
  return async ({ method, path }, pass) => {
    const answer = await pass();
    if (method !== 'POST' || path.endsWith('/authenticate') || left === 0) return answer;
    left -= 1;
    return lost();
  };
}

describe('an answer that is lost', () => {
  test('once is asked for again, and the user sees nothing of it', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:single' });
    await fillBambooHr({ subdomain: 'lost' });
    await press('Connect');
    await heading('BambooHR is connected');
    expect(await api.accounts('sandbox-single')).toHaveLength(1);
    expect(heard.errors).toEqual([]);
  });

  test('leaves the outcome open; trying again makes no second account', async () => {
    const api = openApi({ catalog: few });
    api.between(losing(2));
    const token = await api.token({ provider: 'bamboohr', multiple: true });
    const { heard } = mountHub({ api, token });
    await fillBambooHr();
    await press('Connect');
    expect(await screen.findByRole('alert')).toHaveTextContent('it will not be saved twice');
    expect(heard.successes).toEqual([]);
    await press('Try again');
    await heading('BambooHR is connected');

    expect(new Set(posts(api).map(keyOf)).size).toBe(1);
    expect(api.calls.filter(({ method }) => method === 'PATCH')).toEqual([]);
    const accounts = await api.accounts('acme');
    expect(accounts).toHaveLength(1);
    expect(heard.successes).toMatchObject([{ id: accounts[0]?.id, mode: 'created' }]);
  });

  test('and values changed before trying again end in one account with the new values', async () => {
    const api = openApi({ catalog: few });
    api.between(losing(2));
    const token = await api.token({ provider: 'bamboohr', multiple: true });
    const { heard } = mountHub({ api, token });
    await fillBambooHr({ subdomain: 'acme' });
    await press('Connect');
    await screen.findByRole('alert');
    await fill('Subdomain', 'acme-two');
    await press('Try again');
    await heading('BambooHR is connected');

    const accounts = await api.accounts('acme');
    expect(accounts.map(({ setup_information }) => setup_information)).toEqual([{ subdomain: 'acme-two' }]);
    expect(heard.successes).toMatchObject([{ id: accounts[0]?.id, mode: 'created' }]);
    expect(heard.successes).toHaveLength(1);
  });

  test('and what was never carried out is sent anew, with a key of its own', async () => {
    const api = openApi({ catalog: few });
    let broken = true;
    api.between(async ({ path }, pass) => (broken && path === '/hub/accounts' ? lost() : pass()));
    const { heard } = mountHub({ api, token: await api.token({ provider: 'bamboohr', multiple: true }) });
    await fillBambooHr({ subdomain: 'invalid' });
    await press('Connect');
    await screen.findByRole('alert');
    broken = false;
    await fill('Subdomain', 'acme');
    await press('Try again');
    await heading('BambooHR is connected');
    const accounts = await api.accounts('acme');
    expect(accounts.map(({ setup_information }) => setup_information)).toEqual([{ subdomain: 'acme' }]);
    expect(heard.successes).toHaveLength(1);
  });

  test('stays open while the server is still at it', async () => {
    const api = openApi({ catalog: few });
    let tries = 0;
    api.between(async ({ path }, pass) => {
      if (path !== '/hub/accounts') return pass();
      tries += 1;
      if (tries === 2) return refusal(409, 'A request with this Idempotency-Key is still being processed');
      const answer = await pass();
      return tries === 1 ? lost() : answer;
    });
    const token = await api.token({ provider: 'bamboohr', multiple: true });
    const { heard } = mountHub({ api, token });
    await fillBambooHr();
    await press('Connect');
    await screen.findByRole('alert');
    await press('Try again');
    await heading('BambooHR is connected');
    expect(await api.accounts('acme')).toHaveLength(1);
    expect(heard.successes).toHaveLength(1);
  });

  test('of a change is told, and the change is sent again', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:edit' });
    await fill('Subdomain', 'lost');
    await press('Save changes');
    expect(await screen.findByRole('alert')).toHaveTextContent('could not confirm whether this was saved');
    await press('Try again');
    await heading('Your changes to BambooHR are saved');
    expect(heard.successes).toHaveLength(1);
    const [account] = await api.accounts('sandbox-edit');
    expect(account?.setup_information).toEqual({ subdomain: 'lost' });
  });
});

describe('the plain contract', () => {
  test.for([
    { how: 'a server without extensions', api: () => openApi({ extensions: [] }), baseUrl: BASE_URL },
    { how: 'the path /plain', api: () => openApi(), baseUrl: `${BASE_URL}/plain` },
  ])(
    '$how: no idempotency key goes along, and a lost answer is told honestly',
    async ({ api: open, baseUrl }) => {
      const api = open();
      const { heard } = mountHub({ api, baseUrl, token: 'sandbox:single' });
      await fillBambooHr({ subdomain: 'lost' });
      await press('Connect');
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('Check your connected accounts before you try again.');
      const writes = api.calls.filter(({ path }) => path.endsWith('/hub/accounts'));
      expect(writes.map(keyOf)).toEqual([undefined]);

      await press('Try again');
      await heading('BambooHR is connected');
      expect(await api.accounts('sandbox-single')).toHaveLength(1);
      expect(heard.successes).toHaveLength(1);
    },
  );

  test('a field that is refused is named in the message alone', async () => {
    mountHub({ api: openApi({ extensions: [] }), token: 'sandbox:single' });
    await fillBambooHr({ apiKey: 'invalid' });
    await press('Connect');
    const alert = await screen.findByRole('alert');
    await expect.element(alert).toBeInViewport();
    await userEvent.click(within(alert).getByText('Details'));
    expect(within(alert).getByText(/API key is not valid/)).toBeVisible();
  });
});
