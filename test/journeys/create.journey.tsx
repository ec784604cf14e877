import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { few } from '../../src/sandbox/scenarios/few.js';
import { credentialsIn, openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, button, field, fill, fillBambooHr, heading, keys, pick, press, rows } from './user.js';

test('a customer connects a product with an API key', async () => {
  const { api, heard } = mountHub({ token: 'sandbox:categories' });
  await pick(/BambooHR/);
  await fillBambooHr();
  await press('Connect');
  await heading('BambooHR is connected');
  screen.getByText('Connected as acme.');

  const accounts = await api.accounts('sandbox-categories');
  expect(accounts).toHaveLength(1);
  const account = {
    id: accounts[0]?.id,
    provider: 'bamboohr',
    integrationId: '5a4db0c5-0000-4000-8000-000000000001',
    mode: 'created',
  };
  expect(heard.successes).toEqual([account]);
  expect(api.callsTo('POST /hub/accounts').map(credentialsIn)).toEqual([
    { subdomain: 'acme', api_key: API_KEY },
  ]);

  await press('Done');
  expect(heard.closings).toEqual([{ reason: 'done', accounts: [account] }]);
  expect(heard.errors).toEqual([]);
});

test('what was typed survives Back, secrets included, while another product is looked at', async () => {
  const { api } = mountHub({ token: 'sandbox:categories' });
  await press(/^CRM/);
  expect(rows()).toEqual([
    expect.stringContaining('Attio'),
    expect.stringContaining('HubSpot'),
    expect.stringContaining('Pipedrive'),
  ]);
  await pick(/Pipedrive/);
  await fill('Subdomain', 'acme-sales');
  await fill('API key', 'the secret of Pipedrive');
  await press('Back');

  expect(await button(/^CRM/)).toHaveAttribute('aria-pressed', 'true');
  await pick(/Attio/);
  await fill('API key', 'the secret of Attio');
  await press('Back');
  await pick(/Pipedrive/);
  expect(await field('Subdomain')).toHaveValue('acme-sales');
  expect(await field('API key')).toHaveValue('the secret of Pipedrive');

  await press('Connect');
  await heading('Pipedrive is connected');
  expect(api.callsTo('POST /hub/accounts').map(credentialsIn)).toEqual([
    { subdomain: 'acme-sales', api_key: 'the secret of Pipedrive' },
  ]);
});

test('a session for one category shows its connectors, and no categories to choose from', async () => {
  mountHub({ token: 'sandbox:category' });
  await screen.findByRole('option', { name: /Attio/ });
  expect(rows()).toHaveLength(3);
  expect(screen.queryByRole('group', { name: 'Categories' })).toBeNull();
});

test.for([
  { token: 'sandbox:single', bound: 'a provider', name: 'BambooHR' },
  { token: 'sandbox:integration', bound: 'an integration', name: 'Greenhouse' },
])('a session bound to $bound opens at its form, without a way back', async ({ token, name }) => {
  mountHub({ token });
  await heading(`Connect ${name}`);
  await field('API key');
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
});

test('a session bound to a provider with several connectors lets choose among them, told apart', async () => {
  const { api } = mountHub({ token: 'sandbox:versions' });
  await screen.findAllByRole('option', { name: /^Lever/ });
  expect(rows()).toHaveLength(3);
  expect(new Set(rows()).size).toBe(3);

  await pick(/v2/);
  await fill('API key', API_KEY);
  await press('Connect');
  await heading('Lever is connected');
  const [call] = api.callsTo('POST /hub/accounts');
  expect(call?.text).toContain('5a4db0c5-0000-4000-8000-00000000000a');
});

test('after one account comes another, and the host hears of both at the end', async () => {
  const { heard } = mountHub({ token: 'sandbox:categories' });
  await pick(/BambooHR/);
  await fillBambooHr();
  await press('Connect');
  await press('Connect another');
  await pick(/Ashby/);
  await fill('API key', API_KEY);
  await press('Connect');
  await heading('Ashby is connected');
  await press('Done');

  expect(heard.successes.map(({ provider }) => provider)).toEqual(['bamboohr', 'ashby']);
  expect(heard.closings).toEqual([{ reason: 'done', accounts: heard.successes }]);
});

test('Enter sends the form', async () => {
  mountHub({ token: 'sandbox:single' });
  await fillBambooHr();
  await keys('{Enter}');
  await heading('BambooHR is connected');
});

test('a double click sends once', async () => {
  const { api, heard } = mountHub({ token: 'sandbox:single' });
  await fillBambooHr();
  await userEvent.dblClick(await button('Connect'));
  await heading('BambooHR is connected');
  expect(api.callsTo('POST /hub/accounts')).toHaveLength(1);
  expect(heard.successes).toHaveLength(1);
});

test('while it is being sent the form says so and takes no changes', async () => {
  const api = openApi();
  const answer = gate();
  api.between(async ({ path }, pass) => {
    if (path === '/hub/accounts') await answer.opened;
    return pass();
  });
  mountHub({ api, token: 'sandbox:single' });
  await fillBambooHr();
  await press('Connect');
  expect(await button('Connecting…')).toHaveAttribute('aria-disabled', 'true');
  expect(await field('Subdomain')).toHaveAttribute('readonly');
  await keys('{Enter}');
  answer.open();
  await heading('BambooHR is connected');
  expect(api.callsTo('POST /hub/accounts')).toHaveLength(1);
});

test('what is connected says so and opens for editing', async () => {
  const { api, heard } = mountHub({ token: 'sandbox:connected' });
  await screen.findByRole('option', { name: /^BambooHR.*Connected$/ });
  expect(rows().filter((row) => row.endsWith('Connected'))).toHaveLength(3);

  await pick(/^BambooHR/);
  await heading('Edit BambooHR');
  await fill('Subdomain', 'acme-two');
  await press('Save changes');
  await heading('Your changes to BambooHR are saved');
  expect(heard.successes).toMatchObject([{ provider: 'bamboohr', mode: 'updated' }]);
  expect(api.callsTo('POST /hub/accounts')).toEqual([]);
});

test('beside a connected account another one can be connected, in an empty form', async () => {
  const api = openApi({ catalog: few });
  const { heard } = mountHub({ api, token: await api.token({ multiple: true }) });
  await pick(/^BambooHR/);
  await fillBambooHr({ subdomain: 'acme' });
  await press('Connect');
  await press('Connect another');
  await pick(/^BambooHR.*Connected$/);
  await press('Connect another BambooHR account');
  await heading('Connect BambooHR');
  expect(await field('Subdomain')).toHaveValue('');
  expect(await field('API key')).toHaveValue('');
  await fillBambooHr({ subdomain: 'acme-emea' });
  await press('Connect');
  await heading('BambooHR is connected');
  const accounts = await api.accounts('acme');
  const subdomains = new Set(accounts.map(({ setup_information }) => setup_information['subdomain']));
  expect(subdomains).toEqual(new Set(['acme', 'acme-emea']));
  expect(heard.successes.map(({ mode }) => mode)).toEqual(['created', 'created']);
});

test('the owner and the user are named, and a test session says that it is one', async () => {
  mountHub({ token: 'sandbox:test' });
  await screen.findByRole('option', { name: /BambooHR/ });
  const hub = within(screen.getByRole('region', { name: 'Connect an account' }));
  hub.getByText('For Acme Corp · avery@acme.example');
  hub.getByText('Test');
  await pick(/BambooHR/);
  await heading('Connect BambooHR');
  hub.getByText('For Acme Corp · avery@acme.example');
  hub.getByText('Test');
});
