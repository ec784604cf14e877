import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EXTENSIONS } from '../../src/sandbox.js';
import { few } from '../../src/sandbox/scenarios/few.js';
import { type Api, BASE_URL, type Call, lost, type Middleman, openApi, refusal } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, button, field, fill, fillBambooHr, heading, press } from './user.js';

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

describe('credentials that are refused', () => {
  test('by the provider are refused in our words, its own stand behind Details; then they are accepted', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:single' });
    await fillBambooHr({ apiKey: 'refused' });
    await press('Connect');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveFocus();
    expect(alert).toHaveTextContent('BambooHR did not accept these credentials.');
    const answer = within(alert).getByText(/invalid_credentials/);
    expect(answer).not.toBeVisible();
    await userEvent.click(within(alert).getByText('Details'));
    expect(answer).toBeVisible();
    expect(heard.errors).toEqual([
      { code: 'provider_error', recoverable: true, requestId: expect.any(String) },
    ]);

    expect(await field('Subdomain')).toHaveValue('acme');
    expect(await field('API key')).toHaveValue('refused');
    await fill('API key', API_KEY);
    await press('Connect');
    await heading('BambooHR is connected');
    expect(await api.accounts('sandbox-single')).toHaveLength(1);
    expect(heard.successes).toHaveLength(1);
  });

  test('for one field say so beside it, until it is changed', async () => {
    mountHub({ token: 'sandbox:single' });
    await fillBambooHr({ apiKey: 'invalid' });
    await press('Connect');
    const input = await field('API key');
    await expect.element(input).toHaveFocus();
    expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(input).toHaveAccessibleDescription(/API key is not valid: BambooHR does not accept it\./);
    expect(await field('Subdomain')).not.toHaveAttribute('aria-invalid');

    await fill('API key', API_KEY);
    expect(input).not.toHaveAttribute('aria-invalid');
    expect(input).not.toHaveAccessibleDescription(/is not valid/);
    await press('Connect');
    await heading('BambooHR is connected');
  });

  test('because the account at the provider is locked', async () => {
    mountHub({ token: 'sandbox:single' });
    await fillBambooHr({ subdomain: 'locked' });
    await press('Connect');
    const alert = await screen.findByRole('alert');
    await userEvent.click(within(alert).getByText('Details'));
    expect(within(alert).getByText(/The account at BambooHR is locked/)).toBeVisible();
  });

  test('never show a secret again, even where the provider repeats it', async () => {
    const api = openApi();
    api.between(async ({ path }, pass) => {
      if (path !== '/hub/accounts') return pass();
      const message = `The key ${API_KEY} is wrong`;
      return Response.json(
        { statusCode: 400, message, provider_response: { key: API_KEY } },
        { status: 400 },
      );
    });
    mountHub({ api, token: 'sandbox:single' });
    await fillBambooHr();
    await press('Connect');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The key ••• is wrong');
    expect(alert).not.toHaveTextContent(API_KEY);
  });
});

describe('a server that cannot take them now', () => {
  const unsure = 'we do not know whether this was saved';
  test.for([
    { typed: 'rate-limited', words: 'Please wait 5 seconds.', code: 'rate_limited', plain: true },
    { typed: 'conflict', words: 'connected elsewhere in the meantime', code: 'conflict', plain: false },
    { typed: 'boom', words: unsure, code: 'server_error', plain: false },
    { typed: 'boom', words: unsure, code: 'server_error', plain: true },
    { typed: 'gateway', words: unsure, code: 'server_error', plain: false },
    { typed: 'gateway', words: unsure, code: 'server_error', plain: true },
  ])('$typed: is told in words, and everything typed is kept', async ({ typed, words, code, plain }) => {
    // Without keys no write is repeated by itself: what the user sees comes at once.
    const api = openApi({ extensions: plain ? [] : [...EXTENSIONS] });
    const { heard } = mountHub({ api, token: 'sandbox:single' });
    await fillBambooHr({ subdomain: typed });
    await press('Connect');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(words);
    expect(heard.errors).toMatchObject([{ code, recoverable: true }]);
    expect(await field('API key')).toHaveValue(API_KEY);
    await fill('Subdomain', 'acme');
    await press(/^(Connect|Try again)$/);
    await heading('BambooHR is connected');
  });
});

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
    expect(await screen.findByRole('alert')).toHaveTextContent('we do not know whether this was saved');
    await press('Try again');
    await heading('BambooHR is up to date');
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
      expect(alert).toHaveTextContent('Check your connections before you try again.');
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
    expect(alert).toHaveFocus();
    await userEvent.click(within(alert).getByText('Details'));
    expect(within(alert).getByText(/API key is not valid/)).toBeVisible();
  });
});

describe('a start that fails', () => {
  test.for([
    { token: 'sandbox:down-once', title: 'Something went wrong on our side', code: 'server_error' },
    { token: 'sandbox:offline-once', title: 'We cannot reach the service', code: 'network_unreachable' },
  ])('$token: Try again goes on', async ({ token, title, code }) => {
    const { heard } = mountHub({ token });
    await heading(title);
    expect(heard.errors).toMatchObject([{ code, recoverable: true }]);
    await press('Try again');
    await screen.findByRole('option', { name: /BambooHR/ });
  });

  test('and goes on failing says so again', async () => {
    const { heard } = mountHub({ token: 'sandbox:gateway' });
    await heading('Something went wrong on our side');
    await press('Try again');
    await expect.poll(() => heard.errors.length, { timeout: 5_000 }).toBe(2);
    await heading('Something went wrong on our side');
  });

  test('because there were too many requests is waited for', async () => {
    const { heard } = mountHub({ token: 'sandbox:rate-limited-once' });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(heard.errors).toEqual([]);
  });

  test.for([
    { token: 'sandbox:empty', title: 'There is nothing to connect yet' },
    { token: 'sandbox:inactive', title: 'There is nothing to connect yet' },
    { token: 'sandbox:forbidden', title: 'You do not have access to this' },
    { token: 'sandbox:gone', title: 'This integration is no longer available' },
  ])('$token: says why, and how to leave', async ({ token, title }) => {
    const { heard } = mountHub({ token });
    await heading(title);
    await userEvent.click((await screen.findAllByRole('button', { name: 'Close' }))[0] as HTMLElement);
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('with an answer that is no JSON is told as that', async () => {
    const api = openApi();
    api.between(async ({ path }, pass) => (path === '/hub/settings' ? new Response('<html>') : pass()));
    const { heard } = mountHub({ api, token: 'sandbox:create' });
    await heading('We received an answer that we do not understand');
    expect(heard.errors).toMatchObject([{ code: 'invalid_response' }]);
  });

  test('in a form leaves the way back open', async () => {
    mountHub({ token: 'sandbox:broken-config' });
    await userEvent.click(await screen.findByRole('option', { name: /^A list/ }));
    await screen.findByRole('alert');
    await press('Back');
    await screen.findByRole('option', { name: /^Nothing/ });
    await userEvent.click(await screen.findByRole('option', { name: /^An empty object/ }));
    await screen.findByRole('alert');
    expect(await button('Back')).toBeVisible();
  });
});
