import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { credentialsIn, openApi } from '../../support/api.js';
import { mountHub } from '../../support/hub.js';
import '../page.js';
import { API_KEY, heading } from '../user.js';
import { focused, press, tabTo } from './keyboard.js';
import { descriptionOf, nameOf } from './names.js';

/*
 * Whole ways by keyboard alone. Keys are all that is pressed: nothing is clicked, nothing is focused by the test, and
 * everything that has the focus on the way has to be seen.
 */

const isAt = (name: string | RegExp): Promise<void> =>
  waitFor(() => expect(nameOf(focused())).toMatch(typeof name === 'string' ? new RegExp(`^${name}$`) : name));

const SEARCH = 'Search by name or category';

test('an account is connected: search, arrows, Enter, a form with problems, success, another, the end', async () => {
  const { heard, api } = mountHub({ token: 'sandbox:categories' });
  await screen.findByRole('option', { name: /BambooHR/ });

  await tabTo(SEARCH);
  await press('hr');
  await screen.findByRole('option', { name: /BambooHR/, selected: true });
  await press('{ArrowDown}{ArrowUp}{Enter}');
  await isAt('Subdomain');

  await press('{Enter}');
  await waitFor(() => expect(focused()).toHaveAttribute('aria-invalid', 'true'));
  expect(nameOf(focused())).toBe('Subdomain');
  expect(descriptionOf(focused())).toContain('Please fill this in.');

  await press('acme{Tab}');
  expect(nameOf(focused())).toBe('API key');
  await press(API_KEY);
  await tabTo('Show API key');
  await press(' ');
  expect(nameOf(focused())).toBe('Hide API key');
  await tabTo('Connect');
  await press('{Enter}');
  await isAt('BambooHR is connected');

  await tabTo('Connect another');
  await press('{Enter}');
  await isAt(SEARCH);
  await tabTo('Close', { back: true });
  await press('{Enter}');
  await isAt('You can close this now.');
  expect(api.callsTo('POST /hub/accounts').map(credentialsIn)).toEqual([
    { subdomain: 'acme', api_key: API_KEY },
  ]);
  expect(heard.successes).toHaveLength(1);
  expect(heard.closings).toMatchObject([{ accounts: [{ mode: 'created' }] }]);
});

test('a category is chosen, looked through in its list, and left', async () => {
  mountHub({ token: 'sandbox:categories' });
  await screen.findByRole('option', { name: /BambooHR/ });
  await tabTo(/^CRM/);
  await press(' ');
  expect(focused()).toHaveAttribute('aria-pressed', 'true');
  await tabTo('What you can connect');
  await press('{ArrowDown}{ArrowDown}');
  const [, second] = screen.getAllByRole('option');
  expect(second).toHaveAttribute('aria-selected', 'true');
  const name = second?.querySelector('bdi')?.textContent ?? '';
  await press('{Enter}');
  await screen.findByRole('heading', { name: `Connect ${name}` });
  await isAt(`Connect ${name}`);

  await tabTo('Back', { back: true });
  await press('{Enter}');
  await isAt(SEARCH);
  expect(await screen.findByRole('option', { name: new RegExp(name), selected: true })).toBeVisible();
  expect(screen.getByRole('button', { name: /^CRM/ })).toHaveAttribute('aria-pressed', 'true');
  await press('{Enter}');
  await screen.findByRole('heading', { name: `Connect ${name}` });
});

test('an account is edited: the secret is replaced, the replacing undone, and done again', async () => {
  const { api } = mountHub({ token: 'sandbox:edit' });
  await heading('Edit BambooHR');
  await tabTo(/^Replace: API key/);
  await press('{Enter}');
  await isAt('API key');
  await press('of-no-use');
  await tabTo('Keep the stored one');
  await press(' ');
  await isAt(/^Replace: API key/);
  await press(' ');
  await isAt('API key');
  expect(focused()).toHaveValue('');
  await press(`${API_KEY}{Enter}`);
  await isAt('Your changes to BambooHR are saved');
  const [call] = api.callsTo(`PATCH /hub/accounts/45${'1'.padStart(18, '0')}`);
  expect(call && credentialsIn(call)).toEqual({ subdomain: 'acme', api_key: API_KEY });
});

test('every kind of field is filled in', async () => {
  mountHub({ token: 'sandbox:fields' });
  await heading('Connect Every Field');
  await tabTo('Company');
  await press('Acme');
  await tabTo('Help for Company', { back: true });
  await press('{Enter}');
  expect(focused()).toHaveAttribute('aria-expanded', 'true');
  await tabTo('Region');
  await press('E');
  expect(focused()).toHaveValue('eu');
  expect(descriptionOf(focused())).toContain('Frankfurt and Dublin');
  await tabTo('Private key');
  await press('one{Enter}two');
  expect(focused()).toHaveValue('one\ntwo');
  await tabTo('Delete');
  await press(' ');
  expect(focused()).toBeChecked();
  await tabTo('Why delete?');
  await tabTo('Copy Callback URL', { back: true });
});

test('what was typed is asked about: the question holds the focus, Escape and its buttons give it back', async () => {
  const { heard } = mountHub({ token: 'sandbox:single' });
  await heading('Connect BambooHR');
  await tabTo('Subdomain');
  await press('acme');
  const ask = async () => {
    await tabTo('Close', { back: true });
    await press('{Enter}');
    await isAt('Keep editing');
  };
  await ask();
  // Round and round: what is behind it is out of reach.
  const stops = new Set<string>();
  for (let step = 0; step < 6; step += 1) {
    await press('{Tab}');
    if (focused() !== document.body) stops.add(nameOf(focused()));
  }
  expect([...stops].toSorted()).toEqual(['Discard and close', 'Keep editing']);
  await press('{Escape}');
  await isAt('Close');
  await press('{Enter}');
  await isAt('Keep editing');
  await press('{Enter}');
  await isAt('Close');
  await tabTo('Subdomain');
  expect(focused()).toHaveValue('acme');
  await ask();
  await tabTo('Discard and close');
  await press('{Enter}');
  await isAt('You can close this now.');
  expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
});

const opened: Window[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  for (const one of opened.splice(0)) one.close();
});

function watchWindows(): void {
  const open = window.open.bind(window);
  vi.spyOn(window, 'open').mockImplementation((...given) => {
    const handle = open(...given);
    if (handle) opened.push(handle);
    return handle;
  });
}

test('a sign-in: Enter opens the window, it is cancelled, tried again, and comes back connected', async () => {
  watchWindows();
  const api = openApi({ consentPage: `${location.origin}/sandbox-consent.html` });
  mountHub({ api, token: 'sandbox:oauth' });
  await screen.findByRole('heading', { name: 'Sign in to HubSpot' });
  await tabTo('Continue to HubSpot');
  await press('{Enter}');
  await isAt('Connect HubSpot');
  expect(opened).toHaveLength(1);
  await tabTo('Cancel');
  await press('{Enter}');
  await screen.findByRole('heading', { name: 'Sign in to HubSpot' });
  await isAt('Connect HubSpot');

  await tabTo('Continue to HubSpot');
  await press('{Enter}');
  const allow = await waitFor(() => {
    const button = opened.at(-1)?.document.querySelector<HTMLElement>('form:not([hidden]) [value=allow]');
    expect(button).toBeTruthy();
    return button as HTMLElement;
  });
  allow.click();
  await isAt('HubSpot is connected');
});

test('a sign-in whose window was blocked goes on by a link', async () => {
  const blocked = vi.spyOn(window, 'open').mockReturnValue(null);
  mountHub({ token: 'sandbox:oauth' });
  await screen.findByRole('heading', { name: 'Sign in to HubSpot' });
  await tabTo('Continue to HubSpot');
  await press('{Enter}');
  await screen.findByRole('link', { name: 'Open HubSpot' });
  const link = await tabTo('Open HubSpot');
  expect(link).toHaveAttribute('target', '_blank');
  await tabTo('Cancel');
  blocked.mockRestore();
});
