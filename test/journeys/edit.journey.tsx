import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { type Api, credentialsIn, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, button, field, fill, heading, keys, pick, press } from './user.js';

const id = (number: number): string => `45${String(number).padStart(18, '0')}`;

/** Accounts of the ready-made sessions. */
const BAMBOO_HR = id(1);
const WORKDAY = id(5);
const GREENHOUSE = id(11);
const PIPEDRIVE = id(12);
const OTHER_PIPEDRIVE = id(13);

/** What the hub sent to change an account. */
const changes = (api: Api, account: string): readonly unknown[] =>
  api.callsTo(`PATCH /hub/accounts/${account}`).map(credentialsIn);

describe('an account that is edited', () => {
  test('shows what is stored: plain values as they are, secrets by their last characters', async () => {
    mountHub({ token: 'sandbox:edit' });
    await heading('Edit BambooHR');
    expect(await field('Subdomain')).toHaveValue('acme');
    expect(await screen.findByText('••••••••4f9a')).toBeVisible();
    await button('Replace: API key. Stored, ending in 4f9a');
    expect(screen.queryByRole('textbox', { name: 'API key' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  });

  test('says why it has to be connected again', async () => {
    mountHub({ token: 'sandbox:reconnect' });
    expect(await screen.findByText('BambooHR does not accept the API key any more.')).toBeVisible();
  });

  test('sends every plain value, and no secret that was not replaced', async () => {
    const { api, heard } = mountHub({ token: 'sandbox:edit' });
    await heading('Edit BambooHR');
    await press('Save changes');
    await heading('Your changes to BambooHR are saved');
    const [call] = api.callsTo(`PATCH /hub/accounts/${BAMBOO_HR}`);
    expect(call?.text).toBe(
      '{"integration_id":"5a4db0c5-0000-4000-8000-000000000001","credentials":{"subdomain":"acme"}}',
    );
    expect(heard.successes).toEqual([
      {
        id: BAMBOO_HR,
        provider: 'bamboohr',
        integrationId: '5a4db0c5-0000-4000-8000-000000000001',
        mode: 'updated',
      },
    ]);
    await press('Done');
    expect(heard.closings).toEqual([{ reason: 'done', accounts: heard.successes }]);
  });

  test('sends a secret that was replaced', async () => {
    const { api } = mountHub({ token: 'sandbox:edit' });
    await press(/^Replace: API key/);
    expect(await field('API key')).toHaveFocus();
    await keys('a-new-key-of-BambooHR{Enter}');
    await heading('Your changes to BambooHR are saved');
    expect(changes(api, BAMBOO_HR)).toEqual([{ subdomain: 'acme', api_key: 'a-new-key-of-BambooHR' }]);
  });

  test('keeps a secret whose replacing was undone', async () => {
    const { api } = mountHub({ token: 'sandbox:edit' });
    await press(/^Replace: API key/);
    await fill('API key', 'a key that is not meant');
    await press('Keep the stored one');
    expect(await button(/^Replace: API key/)).toHaveFocus();
    await press('Save changes');
    await heading('Your changes to BambooHR are saved');
    expect(changes(api, BAMBOO_HR)).toEqual([{ subdomain: 'acme' }]);
  });

  test('wants a secret that is being replaced to be filled in', async () => {
    const { api } = mountHub({ token: 'sandbox:edit' });
    await press(/^Replace: API key/);
    await press('Save changes');
    expect(await field('API key')).toHaveAccessibleDescription(/Please fill this in\./);
    expect(await field('API key')).toHaveFocus();
    expect(changes(api, BAMBOO_HR)).toEqual([]);
  });

  test('clears a stored value that was emptied', async () => {
    const { api } = mountHub({ token: 'sandbox:connected' });
    await pick(/Greenhouse/);
    await fill('User ID', '4711');
    await press('Save changes');
    await press('Connect another');
    await pick(/Greenhouse/);
    expect(await field('User ID')).toHaveValue('4711');
    await fill('User ID', '');
    await press('Save changes');
    await heading('Your changes to Greenhouse are saved');
    expect(changes(api, GREENHOUSE)).toEqual([{ on_behalf_of: '4711' }, { on_behalf_of: '' }]);
    const accounts = await api.accounts('sandbox-connected');
    expect(accounts.find(({ provider }) => provider === 'greenhouse')?.setup_information).toEqual({});
  });

  test('keeps what was typed when it is refused, replaced secrets included', async () => {
    const { api } = mountHub({ token: 'sandbox:edit' });
    await fill('Subdomain', 'refused');
    await press(/^Replace: API key/);
    await fill('API key', API_KEY);
    await press('Save changes');
    await screen.findByRole('alert');
    expect(await field('Subdomain')).toHaveValue('refused');
    expect(await field('API key')).toHaveValue(API_KEY);
    await fill('Subdomain', 'acme');
    await press('Save changes');
    await heading('Your changes to BambooHR are saved');
    expect(changes(api, BAMBOO_HR)).toEqual([
      { subdomain: 'refused', api_key: API_KEY },
      { subdomain: 'acme', api_key: API_KEY },
    ]);
  });
});

describe('the hub opens in edit mode', () => {
  test('where settings name an account that is there already', async () => {
    mountHub({ token: 'sandbox:edit-existing' });
    await heading('Edit BambooHR');
    expect(await field('Subdomain')).toHaveValue('acme');
  });

  test('where the host names one, whatever the session says', async () => {
    mountHub({ token: 'sandbox:connected', accountId: OTHER_PIPEDRIVE });
    await heading('Edit Pipedrive');
    expect(await field('Subdomain')).toHaveValue('acme-partners');
  });

  test('with the older shape of configuration, and a secret too short to hint at', async () => {
    const { api } = mountHub({ token: 'sandbox:edit-legacy' });
    await heading('Edit Workday');
    expect(await field('Tenant')).toHaveValue('acme_dpt1');
    await button('Replace: Password. Stored');
    await fill('Tenant', 'acme_dpt2');
    await press('Save changes');
    await heading('Your changes to Workday are saved');
    expect(changes(api, WORKDAY)).toEqual([
      { domain: 'https://impl.workday.com', tenant: 'acme_dpt2', username: 'isu_hub' },
    ]);
  });

  test('on another account when the host names another', async () => {
    const api = openApi();
    const { update, heard } = mountHub({ api, token: 'sandbox:connected', accountId: OTHER_PIPEDRIVE });
    expect(await field('Subdomain')).toHaveValue('acme-partners');
    update({ accountId: PIPEDRIVE });
    await screen.findByDisplayValue('acme-sales');
    expect(heard.successes).toEqual([]);
  });

  test('and says so where the account is gone', async () => {
    const { heard } = mountHub({ token: 'sandbox:connected', accountId: 'nobody' });
    await heading('This connection no longer exists');
    await expect.poll(() => heard.errors).toMatchObject([{ code: 'not_found', recoverable: false }]);
  });
});
