import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { LinkedAccount } from '../../src/playground/backend.js';
import { LinkedAccounts } from '../../src/playground/page/LinkedAccounts.js';
import type { Accounts } from '../../src/playground/useAccounts.js';

const account: LinkedAccount = {
  id: 'a',
  provider: 'bamboohr',
  provider_name: 'BambooHR',
  origin_owner_id: 'acme-corp',
  origin_owner_name: 'Acme Corp',
  origin_username: 'jane@acme.example',
  label: 'Head office',
  type: 'test',
  status: 'active',
  status_reasons: [],
  setup_information: {},
  metadata: null,
  created_at: '2026-03-02T12:00:00.000Z',
  updated_at: '2026-03-02T12:00:00.000Z',
};

function show(accounts: Partial<Accounts>, onDisconnect = async () => undefined) {
  const refresh = vi.fn();
  const onEdit = vi.fn();
  render(
    <LinkedAccounts
      accounts={{ status: 'ready', list: [account], refresh, ...accounts }}
      starting={undefined}
      fresh={undefined}
      onEdit={onEdit}
      onDisconnect={onDisconnect}
    />,
  );
  return { refresh, onEdit, user: userEvent.setup() };
}

test('an account says what it is, whose, how it is and since when', () => {
  show({});
  const row = within(screen.getByRole('listitem'));
  for (const text of ['BambooHR', 'Head office', 'Test', 'Acme Corp · jane@acme.example', 'Active']) {
    expect(row.getByText(text)).toBeVisible();
  }
  expect(screen.getByText(/2026/).closest('time')).toHaveAttribute('datetime', account.created_at);
});

test('an account that is broken says why', () => {
  const broken: LinkedAccount = {
    ...account,
    status: 'error',
    status_reasons: [{ description: 'The key was revoked.', timestamp: account.created_at }],
  };
  show({ list: [broken] });
  expect(screen.getByText('Needs attention')).toBeVisible();
  expect(screen.getByText('The key was revoked.')).toBeVisible();
});

test('Edit opens the account of its row', async () => {
  const { onEdit, user } = show({});
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  expect(onEdit).toHaveBeenCalledExactlyOnceWith(account);
});

test('Disconnect asks first; who keeps the account is back where they were', async () => {
  const onDisconnect = vi.fn(async () => undefined);
  const { user } = show({}, onDisconnect);
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  expect(screen.getByRole('group', { name: 'Disconnect BambooHR?' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Keep' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('group')).toBeNull();
  expect(screen.getByRole('button', { name: 'Disconnect' })).toHaveFocus();
  expect(onDisconnect).not.toHaveBeenCalled();
});

test('an account that could not be disconnected says that it is still connected', async () => {
  const { user } = show({}, async () => {
    throw new Error('The API cannot be reached.');
  });
  await user.click(screen.getByRole('button', { name: 'Disconnect' }));
  await user.click(screen.getByRole('button', { name: 'Disconnect BambooHR' }));
  expect(await screen.findByText('BambooHR is still connected. The API cannot be reached.')).toBeVisible();
});

test('an owner without accounts is told what to connect', () => {
  show({ list: [] });
  expect(screen.getByText('Nothing is connected yet')).toBeVisible();
});

test('accounts that cannot be had can be asked for again', async () => {
  const { refresh, user } = show({ status: 'failed', list: [], problem: 'The API cannot be reached.' });
  expect(screen.getByRole('alert')).toHaveTextContent('The API cannot be reached.');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refresh).toHaveBeenCalledOnce();
});

test('who cannot see the bones of the list is told that it loads', () => {
  show({ status: 'loading', list: [] });
  expect(screen.getByText('Loading the connected accounts')).toBeInTheDocument();
});
