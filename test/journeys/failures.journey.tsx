import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EXTENSIONS } from '../../src/sandbox.js';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, button, field, fill, fillBambooHr, heading, press } from './user.js';

describe('credentials that are refused', () => {
  test('by the provider are refused in our words, its own stand behind Details; then they are accepted', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:single' });
    await fillBambooHr({ apiKey: 'refused' });
    await press('Connect');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/^Error:\s*BambooHR did not accept these credentials\./);
    await expect.element(alert).toBeInViewport();
    expect(await button('Connect')).toHaveFocus();
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
  const unsure = 'could not confirm whether this was saved';
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
