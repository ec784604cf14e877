import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { lastSent } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { button, field, fill, heading, isShown, keys, press } from './user.js';

const choose = async (label: string, option: string): Promise<void> =>
  userEvent.selectOptions(await field(label), option);

const tick = (name: string | RegExp): Promise<void> =>
  userEvent.click(screen.getByRole('checkbox', { name }));

/** The fields without which the form of `sandbox:fields` does not go. */
async function fillRequired(): Promise<void> {
  await fill('Company', 'Acme');
  await fill('Password', 'a-password');
  await choose('Region', 'Europe');
}

describe('a form with every kind of field', () => {
  test('starts with what is configured, and sends that and what is hidden', async () => {
    const { api } = mountHub({ token: 'sandbox:fields' });
    expect(await field('Port')).toHaveValue('8443');
    expect(await field('Code')).toHaveValue('ABC-1');
    expect(screen.getByRole('checkbox', { name: 'Read' })).toBeChecked();
    expect(isShown('Sent, but not shown')).toBe(false);
    expect(isShown('Never shown')).toBe(false);

    await fillRequired();
    await press('Connect');
    await heading('Every Field is connected');
    expect(lastSent(api)).toEqual({
      company: 'Acme',
      password: 'a-password',
      port: '8443',
      region: 'eu',
      scopes: 'read',
      callback_url: 'https://api.example.com/callback',
      'external-trigger-token': 'trigger-fields',
      client_version: '2024-06',
      code: 'ABC-1',
    });
  });

  test('sends everything that can be filled in, in the order of the fields', async () => {
    const { api } = mountHub({ token: 'sandbox:fields' });
    const typed: readonly (readonly [label: string, text: string])[] = [
      ['Company', ' Acme '],
      ['Neither type nor secret given', ' kept to the letter '],
      ['Password', 'a-password'],
      ['Port', '443'],
      ['Private key', '-----BEGIN-----\nabc\n-----END-----'],
      ['Site', 'https://acme.example.com/start'],
      ['Four digits somewhere', 'about 2026'],
      ['E-mail', 'avery@acme.example'],
      ['URL', 'https://acme.example'],
      ['URI', 'https://acme.example/path'],
      ['UUID', '123e4567-e89b-42d3-a456-426614174000'],
      ['Date', '2026-01-31'],
      ['Date and time', '2026-01-31T09:30:00Z'],
      ['Shown once there is a company', 'a note'],
      ['Shown while webhooks are on', 'a-webhook-secret'],
    ];
    for (const [label, text] of typed) await fill(label, text);
    await choose('Region', 'Somewhere else');
    await fill('Which region?', 'Oceania');
    await tick(/^Delete/);
    await tick('Contractors');
    await fill('Why delete?', 'to clean up');
    await press('Connect');
    await heading('Every Field is connected');
    expect(JSON.stringify(lastSent(api), null, 1)).toBe(
      JSON.stringify(
        {
          company: 'Acme',
          untyped: ' kept to the letter ',
          password: 'a-password',
          port: '443',
          region: 'other',
          private_key: '-----BEGIN-----\nabc\n-----END-----',
          scopes: 'read,delete',
          tags: 'contractors',
          callback_url: 'https://api.example.com/callback',
          'external-trigger-token': 'trigger-fields',
          client_version: '2024-06',
          code: 'ABC-1',
          site: 'https://acme.example.com/start',
          digits: 'about 2026',
          email: 'avery@acme.example',
          url: 'https://acme.example',
          uri: 'https://acme.example/path',
          uuid: '123e4567-e89b-42d3-a456-426614174000',
          date: '2026-01-31',
          datetime: '2026-01-31T09:30:00Z',
          other_region: 'Oceania',
          deletion_reason: 'to clean up',
          company_note: 'a note',
          webhook_secret: 'a-webhook-secret',
        },
        null,
        1,
      ),
    );
  });

  test('explains itself: description, help, guide, notices where they belong', async () => {
    mountHub({ token: 'sandbox:fields' });
    const company = await field('Company');
    expect(company).toHaveAccessibleDescription('As it stands on an invoice.');
    expect(company).toHaveAttribute('placeholder', 'Acme Corp');
    const help = screen.getByText(/Your provider shows it under/);
    expect(help).not.toBeVisible();
    await press('Help for Company');
    expect(help).toBeVisible();
    expect(company).toHaveAccessibleDescription(/Your provider shows it under Settings, Billing\./);

    const guide = screen.getByRole('link', { name: 'Read the guide' });
    expect(guide).toHaveAttribute('href', 'https://example.com/help');
    expect(guide).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toContain('Open Settings.');

    const places = (await button('Connect')).closest('form')?.textContent ?? '';
    const order = [
      'This form has everything',
      'Company',
      'The region cannot be changed later.',
      'Region',
      'Check everything before you go on.',
    ];
    expect(order.map((words) => places.indexOf(words))).toEqual(
      order.map((words) => places.indexOf(words)).toSorted((a, b) => a - b),
    );
    expect(screen.queryByText('Its field is never shown.')).toBeNull();
  });

  test('shows and hides fields by what is typed, with their notices', async () => {
    const { api } = mountHub({ token: 'sandbox:fields' });
    await field('Company');
    expect(isShown('Which region?')).toBe(false);
    expect(isShown('Shown once there is a company')).toBe(false);
    expect(isShown('Why another port?')).toBe(true);
    expect(isShown('Shown while webhooks are on')).toBe(true);

    await choose('Region', 'Somewhere else');
    await field('Which region?');
    screen.getByText('Stands and goes with its field.');
    await fill('Which region?', 'Oceania');
    await tick(/^Delete/);
    await fill('Why delete?', 'to clean up');
    await fill('Port', '443');
    await waitFor(() => expect(isShown('Why another port?')).toBe(false));

    await choose('Region', 'Europe');
    await waitFor(() => expect(isShown('Which region?')).toBe(false));
    expect(screen.queryByText('Stands and goes with its field.')).toBeNull();
    await fill('Company', 'Acme');
    await field('Shown once there is a company');
    await fill('Password', 'a-password');
    await press('Connect');
    await heading('Every Field is connected');
    expect(lastSent(api)).not.toHaveProperty('other_region');
    expect(lastSent(api)).toMatchObject({
      region: 'eu',
      scopes: 'read,delete',
      deletion_reason: 'to clean up',
    });
  });

  test('a value that was hidden and comes back is still there', async () => {
    mountHub({ token: 'sandbox:fields' });
    await choose('Region', 'Somewhere else');
    await fill('Which region?', 'Oceania');
    await choose('Region', 'Europe');
    await waitFor(() => expect(isShown('Which region?')).toBe(false));
    await choose('Region', 'Somewhere else');
    expect(await field('Which region?')).toHaveValue('Oceania');
  });
});

describe('what is wrong is said', () => {
  test.for([
    { label: 'Port', text: 'eighty', said: 'Please enter a number.' },
    { label: 'Code', text: 'abc', said: 'Three capitals, a dash, digits.' },
    { label: 'Site', text: 'acme.test', said: 'An address at example.com.' },
    { label: 'Four digits somewhere', text: '123', said: 'There have to be four digits.' },
    { label: 'E-mail', text: 'avery', said: 'That is no e-mail address.' },
    { label: 'URL', text: 'acme', said: 'Please enter a web address, starting with https://.' },
    { label: 'UUID', text: '123', said: /Please enter an ID like/ },
    { label: 'Date and time', text: 'noon', said: /Please enter a date and time/ },
  ])('of $label when it is left, and no longer once it is right', async ({ label, text, said }) => {
    mountHub({ token: 'sandbox:fields' });
    const input = await field(label);
    const before = input.value;
    await userEvent.fill(input, text);
    expect(input).not.toHaveAttribute('aria-invalid');
    await keys('{Tab}');
    await waitFor(() => expect(input).toHaveAccessibleDescription(said));
    expect(input).toHaveAttribute('aria-invalid', 'true');
    await userEvent.fill(input, before);
    await waitFor(() => expect(input).not.toHaveAttribute('aria-invalid'));
  });

  test('on submit, and the first such field has the focus', async () => {
    const { api } = mountHub({ token: 'sandbox:fields' });
    await fill('E-mail', 'avery');
    await press('Connect');
    const company = await field('Company');
    await waitFor(() => expect(company).toHaveFocus());
    expect(company).toHaveAccessibleDescription(/^Please fill this in\./);
    expect(await field('Region')).toHaveAccessibleDescription(/Please choose one\./);
    expect(await field('E-mail')).toHaveAccessibleDescription('That is no e-mail address.');
    expect(await field('Site')).not.toHaveAttribute('aria-invalid');
    expect(api.callsTo('POST /hub/accounts')).toEqual([]);
  });

  test('not of a required field that the user only walks through', async () => {
    mountHub({ token: 'sandbox:single' });
    await userEvent.click(await field('Subdomain'));
    await keys('{Tab}');
    expect(await field('API key')).toHaveFocus();
  });
});
