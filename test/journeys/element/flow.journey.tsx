import { waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { comesIntoFocus, focusedIn, placeHub } from '../../element/placed.js';
import { credentialsIn, lastSent } from '../../support/api.js';
import '../page.js';
import { API_KEY, userIn } from '../user.js';

type Placing = Parameters<typeof placeHub>[0];

/** The element, and the user of what is in it. */
function place(placing: Placing) {
  const placed = placeHub(placing);
  return { ...placed, user: userIn(placed.inside) };
}

const SEARCH = 'Search by name or category';

describe('in the element, an account', () => {
  test('is connected with the keyboard alone', async () => {
    const { hub, api, heard, user, inside } = place({ token: 'sandbox:categories', closable: true });
    await user.button(/^HR/);
    hub.focus();
    expect(focusedIn(hub)).toBe(await user.heading('Connect an account'));
    await user.keys('{Tab}{Tab}');
    expect(focusedIn(hub)).toBe(inside.getByRole('combobox', { name: SEARCH }));
    await user.keys('bam{ArrowDown}');
    const active = focusedIn(hub)?.getAttribute('aria-activedescendant') ?? '';
    expect(hub.shadowRoot?.getElementById(active)).toHaveTextContent('BambooHR');
    await user.keys('{Enter}');
    await comesIntoFocus(await user.field('Subdomain'));
    await user.keys('acme{Tab}');
    expect(focusedIn(hub)).toBe(await user.field('API key'));
    await user.keys(`${API_KEY}{Enter}`);
    await user.heading('BambooHR is connected');
    expect(lastSent(api)).toEqual({ subdomain: 'acme', api_key: API_KEY });
    expect(heard.successes).toEqual([expect.objectContaining({ provider: 'bamboohr', mode: 'created' })]);
    expect(focusedIn(hub)).toBe(await user.heading('BambooHR is connected'));
    await user.keys('{Tab}{Enter}');
    await inside.findByText('You can close this now.');
    expect(heard.closings).toEqual([{ reason: 'done', accounts: heard.successes }]);
  });

  test('is connected with the mouse, from a category', async () => {
    const { heard, user } = place({ token: 'sandbox:categories' });
    await user.press(/^CRM/);
    expect(user.rows().some((row) => row.includes('BambooHR'))).toBe(false);
    await user.press(/^All/);
    await user.pick(/BambooHR/);
    await user.fillBambooHr();
    await user.press('Connect');
    await user.heading('BambooHR is connected');
    expect(heard.successes).toHaveLength(1);
  });

  test('is edited, and only the secret that was replaced is sent', async () => {
    const { api, heard, user, inside } = place({ token: 'sandbox:edit' });
    await user.heading('Edit BambooHR');
    expect(await inside.findByText('••••••••4f9a')).toBeVisible();
    await user.press(/^Replace: API key/);
    await comesIntoFocus(await user.field('API key'));
    await user.keys('another-key{Enter}');
    await user.heading('Your changes to BambooHR are saved');
    const change = api.calls.find(({ method }) => method === 'PATCH');
    expect(change && credentialsIn(change)).toEqual({ subdomain: 'acme', api_key: 'another-key' });
    expect(heard.successes).toEqual([expect.objectContaining({ mode: 'updated' })]);
  });

  test('that is refused can be corrected, and what was typed is still there', async () => {
    const { hub, heard, user, inside } = place({ token: 'sandbox:single' });
    await user.fillBambooHr({ subdomain: 'refused' });
    await user.press('Connect');
    const alert = await inside.findByRole('alert');
    expect(alert).toHaveTextContent('BambooHR did not accept these credentials.');
    // As an alert it is read out: the focus is left where it was.
    expect(focusedIn(hub)).toBe(await user.button('Connect'));
    await userEvent.click(within(alert).getByText('Details'));
    expect(within(alert).getByText(/invalid_credentials/)).toBeVisible();
    expect(await user.field('API key')).toHaveValue(API_KEY);
    expect(heard.errors).toEqual([expect.objectContaining({ code: 'provider_error', recoverable: true })]);
    await user.fill('Subdomain', 'acme');
    await user.press('Connect');
    await user.heading('BambooHR is connected');
  });

  test('with one field that is refused has the focus there, and the reason beside it', async () => {
    const { user } = place({ token: 'sandbox:single' });
    await user.fillBambooHr({ apiKey: 'invalid' });
    await user.press('Connect');
    const field = await user.field('API key');
    await comesIntoFocus(field);
    expect(field).toHaveAccessibleDescription(/not valid/);
  });

  test('with nothing filled in has the focus in the first field, and its problem described', async () => {
    const { user, api } = place({ token: 'sandbox:single' });
    await user.press('Connect');
    const field = await user.field('Subdomain');
    await comesIntoFocus(field);
    expect(field).toHaveAccessibleDescription(/Please fill this in\./);
    expect(api.callsTo('POST /hub/accounts')).toEqual([]);
  });

  test('is not lost by closing: the question has the focus, and gives it back', async () => {
    const { hub, heard, user, inside } = place({ token: 'sandbox:single', closable: true });
    await user.fill('Subdomain', 'acme');
    await user.press('Close');
    const question = await inside.findByRole('alertdialog', { name: 'Discard what you typed?' });
    expect(question).toHaveAccessibleDescription('It has not been sent yet.');
    expect(focusedIn(hub)).toBe(within(question).getByRole('button', { name: 'Keep editing' }));
    await user.keys('{Escape}');
    await waitFor(() => expect(inside.queryByRole('alertdialog')).toBeNull());
    expect(focusedIn(hub)).toBe(await user.button('Close'));
    expect(await user.field('Subdomain')).toHaveValue('acme');
    await user.press('Close');
    await user.press('Discard and close');
    await waitFor(() => expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]));
  });

  test('that is signed in to can be cancelled where the window was blocked', async () => {
    const blocked = vi.spyOn(window, 'open').mockReturnValue(null);
    onTestFinished(() => blocked.mockRestore());
    const { hub, heard, user, inside } = place({ token: 'sandbox:oauth' });
    await user.press('Continue to HubSpot');
    await inside.findByRole('link', { name: 'Open HubSpot' });
    expect(heard.errors).toEqual([{ code: 'popup_blocked', recoverable: true }]);
    await user.press('Cancel');
    await user.heading('Sign in to HubSpot');
    // The button that was pressed is gone: the focus is not.
    await waitFor(() => expect(focusedIn(hub)).not.toBeNull());
  });
});

describe('in the element, what is typed', () => {
  test('is pasted without what does not belong to it', async () => {
    const { user, inside } = place({ token: 'sandbox:single' });
    const field = await user.field('Subdomain');
    await userEvent.click(field);
    const data = new DataTransfer();
    data.setData('text', 'https://acme.bamboohr.com/home');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
    );
    expect(field).toHaveValue('acme');
    expect(await inside.findByText(/^We took “acme” from the address/)).toHaveAttribute('role', 'status');
  });

  test('is copied where a page may not use the clipboard', async () => {
    const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
    onTestFinished(() => refused.mockRestore());
    const { hub, user } = place({ token: 'sandbox:fields' });
    const copied: (string | null | undefined)[] = [];
    hub.addEventListener('copy', () => {
      const input = focusedIn(hub) as HTMLInputElement;
      copied.push(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0));
    });
    await user.press('Copy Callback URL');
    await user.button('Copied');
    expect(copied).toEqual(['https://api.example.com/callback']);
  });

  test('into the search is told to a screen reader by its count', async () => {
    const { user, inside } = place({ token: 'sandbox:categories' });
    await user.fill(SEARCH, 'bamboo');
    await waitFor(() => expect(inside.getByRole('status')).toHaveTextContent(/^1 result/));
  });
});
