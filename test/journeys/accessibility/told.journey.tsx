import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApi } from '../../support/api.js';
import { gate } from '../../support/gate.js';
import { mountHub } from '../../support/hub.js';
import '../page.js';
import { API_KEY, button, heading } from '../user.js';
import { press, tabTo } from './keyboard.js';
import { listening } from './told.js';

/*
 * What a screen reader says by itself, from the first screen to the last: all of it, in its order, each thing once.
 */

/** What is told from here on. Where the focus goes by the user's own Tab key is no news. */
const since = (told: readonly string[]) => {
  const start = told.length;
  return () => told.slice(start);
};

afterEach(() => vi.restoreAllMocks());

test('a start says that it loads, and the search how much it found', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:categories' });
  await screen.findByRole('option', { name: /BambooHR/ });
  await tabTo('Search by name or category');
  await press('bamboo');
  await waitFor(() => expect(told).toContain('politely: 1 result'));
  await press('qqqqqqq');
  await waitFor(() => expect(told).toContain('politely: Nothing matches “bambooqqqqqqq”'));
  await press('{Escape}');
  await waitFor(() => expect(told.at(-1)).toBe('politely: 9 results'));
  expect(told.filter((words) => !words.startsWith('focus: '))).toEqual([
    'politely: Loading…',
    'politely: 1 result',
    'politely: Nothing matches “bambooqqqqqqq”',
    'politely: 9 results',
  ]);
});

test('a form says what is wrong, that it is sent, and that it worked: each once', async () => {
  const api = openApi();
  const answer = gate();
  api.between(async ({ method, path }, pass) => {
    if (`${method} ${path}` === 'POST /hub/accounts') await answer.opened;
    return pass();
  });
  const told = listening();
  mountHub({ api, token: 'sandbox:single' });
  await heading('Connect BambooHR');
  await tabTo('Subdomain');
  const news = since(told);
  await press('{Enter}');
  await screen.findAllByText('Please fill this in.');
  await press('acme{Tab}');
  await press(`${API_KEY}{Enter}`);
  await button('Connecting…');
  answer.open();
  await heading('BambooHR is connected');
  await waitFor(() => expect(news().at(-1)).toBe('focus: BambooHR is connected'));
  expect(news()).toEqual([
    'focus: Subdomain. Please fill this in',
    'focus: API key. Please fill this in',
    'politely: Connecting…',
    'focus: BambooHR is connected',
  ]);
});

test('a refusal is said at once, and again when it comes again', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:single' });
  await heading('Connect BambooHR');
  await tabTo('Subdomain');
  await press('refused{Tab}');
  const news = since(told);
  await press(`${API_KEY}{Enter}`);
  const refused =
    'at once: Error: BambooHR did not accept these credentials. Please check them and try again. Details';
  await waitFor(() => expect(news()).toEqual(['politely: Connecting…', refused]));
  await press('{Enter}');
  await waitFor(() => expect(news()).toHaveLength(4));
  expect(news()).toEqual(['politely: Connecting…', refused, 'politely: Connecting…', refused]);
});

test('a field that the server refuses says why by taking the focus anew', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:single' });
  await heading('Connect BambooHR');
  await tabTo('Subdomain');
  await press('acme{Tab}');
  const news = since(told);
  await press('invalid{Enter}');
  await waitFor(() => expect(news().at(-1)).toMatch(/^focus: .*\. /));
  expect(news()).toEqual(['politely: Connecting…', expect.stringMatching(/^focus: API key\. ./)]);
});

test('what is wrong with a field that was left is said once, and no more than that', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:fields' });
  await heading('Connect Every Field');
  await tabTo('E-mail');
  const news = since(told);
  await press('avery{Tab}');
  await waitFor(() => expect(news()).toContain('politely: E-mail That is no e-mail address.'));
  await press('x{Tab}');
  await waitFor(() => expect(news()).toHaveLength(4));
  expect(news().filter((words) => words.startsWith('politely'))).toEqual([
    'politely: E-mail That is no e-mail address.',
    expect.stringMatching(/^politely: URL /),
  ]);
});

test('an end says why, once', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:expired' });
  await heading('Your session has expired');
  expect(told).toEqual([
    'politely: Loading…',
    'at once: Your session has expired For your security it lasts only a short while. Close this and open it again to continue.',
  ]);
});

test('a sign-in says where it stands, whenever that changes', async () => {
  const windows: Window[] = [];
  const open = window.open.bind(window);
  vi.spyOn(window, 'open').mockImplementation((...given) => {
    const handle = open(...given);
    if (handle) windows.push(handle);
    return handle;
  });
  const api = openApi({ consentPage: `${location.origin}/sandbox-consent.html` });
  const told = listening();
  mountHub({ api, token: 'sandbox:oauth' });
  await screen.findByRole('heading', { name: 'Sign in to HubSpot' });
  await tabTo('Continue to HubSpot');
  const news = since(told);
  await press('{Enter}');
  await heading('Finish in the HubSpot window');
  const allow = await waitFor(() => {
    const found = windows.at(-1)?.document.querySelector<HTMLElement>('form:not([hidden]) [value=allow]');
    expect(found).toBeTruthy();
    return found as HTMLElement;
  });
  allow.click();
  await heading('HubSpot is connected');
  await waitFor(() => expect(news().at(-1)).toBe('focus: HubSpot is connected'));
  expect(news()).toEqual([
    'focus: Connect HubSpot',
    'politely: Opening HubSpot…',
    'politely: Finish in the HubSpot window Sign in and give access there. This page continues by itself.',
    'focus: HubSpot is connected',
  ]);
});

test('a question over the form says itself by taking the focus, and nothing else', async () => {
  const told = listening();
  mountHub({ token: 'sandbox:single' });
  await heading('Connect BambooHR');
  await tabTo('Subdomain');
  await press('acme');
  await tabTo('Close', { back: true });
  const news = since(told);
  await press('{Enter}');
  await screen.findByRole('alertdialog');
  await press('{Escape}');
  // React's StrictMode draws it twice.
  await waitFor(() => expect([...new Set(news())]).toEqual(['focus: Keep editing', 'focus: Close']));
});
