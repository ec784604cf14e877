import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { lastSent, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { API_KEY, field, fill, heading, isShown, keys, press } from './user.js';

/** Puts text into the clipboard and pastes it, as a user would with the keyboard. */
async function paste(label: string, text: string): Promise<void> {
  const input = await field(label);
  const data = new DataTransfer();
  data.setData('text', text);
  await userEvent.click(input);
  const pasted = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  // A page cannot paste by itself: what the browser would put in where nobody prevents it is put in here.
  if (input.dispatchEvent(pasted)) await userEvent.fill(input, text);
}

describe('a secret', () => {
  test('in one line is masked until it is revealed', async () => {
    mountHub({ token: 'sandbox:fields' });
    const input = await field('Password');
    expect(input).toHaveAttribute('type', 'password');
    expect(input).toHaveAttribute('autocomplete', 'new-password');
    await userEvent.fill(input, 'a-password');
    await press('Show Password');
    expect(await field('Password')).toHaveAttribute('type', 'text');
    expect(await field('Password')).toHaveValue('a-password');
    await press('Hide Password');
    expect(await field('Password')).toHaveAttribute('type', 'password');
  });

  test('in several lines too', async () => {
    mountHub({ token: 'sandbox:fields' });
    const area = await field('Private key');
    expect(area.tagName).toBe('TEXTAREA');
    const masking = (): string => getComputedStyle(area).getPropertyValue('-webkit-text-security');
    expect(masking()).toBe('disc');
    await press('Show Private key');
    expect(masking()).toBe('none');
    await userEvent.click(area);
    await keys('one{Enter}two');
    expect(area).toHaveValue('one\ntwo');
  });
});

describe('a value to take along', () => {
  test.for(['Callback URL', 'Trigger token'])('%s can be read and copied, not changed', async (label) => {
    mountHub({ token: 'sandbox:fields' });
    const input = await field(label);
    expect(input).toHaveAttribute('readonly');
    const row = input.parentElement as HTMLElement;
    await userEvent.click(within(row).getByRole('button', { name: `Copy ${label}` }));
    await within(row).findByRole('button', { name: 'Copied' });
    expect(screen.getByText(`${label} is copied.`)).toHaveAttribute('role', 'status');
  });
});

test('copying works where a page may not use the clipboard', async () => {
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
  onTestFinished(() => refused.mockRestore());
  const copied: string[] = [];
  const hear = (): unknown => copied.push(String(document.getSelection()));
  document.addEventListener('copy', hear);
  onTestFinished(() => document.removeEventListener('copy', hear));
  mountHub({ token: 'sandbox:fields' });
  const row = (await field('Callback URL')).parentElement as HTMLElement;
  await userEvent.click(within(row).getByRole('button', { name: 'Copy Callback URL' }));
  await within(row).findByRole('button', { name: 'Copied' });
  expect(copied).toEqual(['https://api.example.com/callback']);
});

test('where nothing can be copied, the user is told to do it: it is selected', async () => {
  const refused = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
  onTestFinished(() => refused.mockRestore());
  const noCommand = vi.spyOn(document, 'execCommand').mockReturnValue(false);
  onTestFinished(() => noCommand.mockRestore());
  mountHub({ token: 'sandbox:fields' });
  await press('Copy Callback URL');
  expect(await screen.findByText(/please copy it yourself/)).toHaveAttribute('role', 'status');
  const input = await field('Callback URL');
  expect(input).toHaveFocus();
  expect(input.selectionEnd).toBe(input.value.length);
});

describe('what is pasted', () => {
  test('as a URL becomes the subdomain that is asked for', async () => {
    mountHub({ token: 'sandbox:single' });
    await paste('Subdomain', 'https://acme.bamboohr.com/home?x=1');
    expect(await field('Subdomain')).toHaveValue('acme');
    expect(await field('Subdomain')).toHaveAccessibleDescription(
      /We took “acme” from the address you pasted\./,
    );
    await fill('Subdomain', 'other');
    expect(screen.queryByText(/We took/)).toBeNull();
  });

  test('with a stray line break loses it', async () => {
    const { api } = mountHub({ token: 'sandbox:single' });
    await paste('API key', `${API_KEY}\n`);
    expect(await field('API key')).toHaveValue(API_KEY);
    await paste('Subdomain', '  acme\r\n');
    expect(await field('Subdomain')).toHaveValue('acme');
    await press('Connect');
    await heading('BambooHR is connected');
    expect(lastSent(api)).toEqual({ subdomain: 'acme', api_key: API_KEY });
  });
});

describe('keys that are strange', () => {
  test('are sent as they are, each once', async () => {
    const { api } = mountHub({ token: 'sandbox:hostile' });
    await userEvent.click(await screen.findByRole('option', { name: /Hostile keys/ }));
    for (const key of [
      'a.b',
      'items[0]',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'prototype',
    ]) {
      await fill(`Key ${JSON.stringify(key)}`, `value of ${key}`);
    }
    await fill('First of two', 'first');
    expect(isShown('Second of two')).toBe(false);
    await press('Connect');
    await waitFor(() => expect(api.callsTo('POST /hub/accounts')).toHaveLength(1));
    expect(api.callsTo('POST /hub/accounts')[0]?.text).toContain(
      '"credentials":{"a.b":"value of a.b","items[0]":"value of items[0]","__proto__":"value of __proto__",' +
        '"constructor":"value of constructor","toString":"value of toString",' +
        '"hasOwnProperty":"value of hasOwnProperty","prototype":"value of prototype","twice":"first"}}',
    );
    expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
    const notice = (await screen.findByText('Error:')).closest('.hub-notice');
    expect(notice?.querySelector('img, script')).toBeNull();
  });

  test.for(['patterns', 'conditions', 'shapes'])('hostile %s leave a form that can be used', async (kind) => {
    mountHub({ api: openApi(), token: 'sandbox:hostile' });
    await userEvent.click(await screen.findByRole('option', { name: `Hostile ${kind} CRM` }));
    await heading(`Connect Hostile ${kind}`);
    const [input] = await screen.findAllByRole('textbox');
    await userEvent.fill(input as HTMLElement, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');
    await keys('{Tab}');
    await press('Back');
    await screen.findByRole('option', { name: /Hostile keys/ });
  });
});
