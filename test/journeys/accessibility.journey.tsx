import { screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import './page.js';
import { button, field, fill, fillBambooHr, heading, pick, press } from './user.js';

/** What axe finds wrong with what is shown, in light and in dark. */
async function violations({ container, update }: MountedHub): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    update({ theme });
    await transitionsEnded();
    const { violations: all } = await axe.run(container, { resultTypes: ['violations'] });
    for (const { id, nodes } of all) found.push(...nodes.map(({ html }) => `${theme} ${id}: ${html}`));
  }
  return found;
}

/** Colours that are still on their way are nobody's. */
async function transitionsEnded(): Promise<void> {
  const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.all(transitions.map(({ finished }) => finished));
}

interface ScreenToCheck {
  readonly name: string;
  /** Gets there. */
  readonly open: () => Promise<MountedHub>;
}

/** The hub with some answers that never come. */
function mountWaiting(token: string, waitsFor: (path: string) => boolean): MountedHub {
  const api = openApi();
  const end = gate();
  onTestFinished(end.open);
  api.between(async ({ path }, pass) => {
    if (waitsFor(path)) await end.opened;
    return pass();
  });
  return mountHub({ api, token });
}

const SCREENS: readonly ScreenToCheck[] = [
  {
    name: 'loading',
    open: async () => {
      const hub = mountWaiting('sandbox:create', () => true);
      await screen.findByText('Loading…');
      return hub;
    },
  },
  {
    name: 'the picker',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:connected' });
      await screen.findByRole('option', { name: /BambooHR/ });
      return hub;
    },
  },
  {
    name: 'the picker of a test session, with a row chosen',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:test' });
      await press(/^CRM/);
      await fill('Search by name or category', 'lever');
      await screen.findByRole('option', { name: /Lever/, selected: true });
      return hub;
    },
  },
  {
    name: 'a search without results',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:categories' });
      await fill('Search by name or category', 'qqqqqqq');
      await button('Show everything');
      return hub;
    },
  },
  {
    name: 'a form with every kind of field',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:fields' });
      await press('Help for Company');
      return hub;
    },
  },
  {
    name: 'a form with problems',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:fields' });
      await fill('E-mail', 'avery');
      await press('Connect');
      await waitFor(async () => expect(await field('Company')).toHaveAttribute('aria-invalid', 'true'));
      return hub;
    },
  },
  {
    name: 'a form of an account that is edited',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:connected' });
      await pick(/BambooHR/);
      await press(/^Replace/);
      await field('API key');
      return hub;
    },
  },
  {
    name: 'sending',
    open: async () => {
      const hub = mountWaiting('sandbox:single', (path) => path === '/hub/accounts');
      await fillBambooHr();
      await press('Connect');
      await button('Connecting…');
      return hub;
    },
  },
  {
    name: 'refused credentials',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:single' });
      await fillBambooHr({ subdomain: 'refused' });
      await press('Connect');
      await userEvent.click(await screen.findByText('Details'));
      return hub;
    },
  },
  {
    name: 'success',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:categories' });
      await pick(/BambooHR/);
      await fillBambooHr();
      await press('Connect');
      await button('Connect another');
      return hub;
    },
  },
  {
    name: 'the question before leaving',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:single' });
      await fill('Subdomain', 'acme');
      await press('Close');
      await screen.findByRole('alertdialog');
      return hub;
    },
  },
  {
    name: 'closed',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:single' });
      await field('Subdomain');
      await press('Close');
      await screen.findByText('You can close this now.');
      return hub;
    },
  },
  {
    name: 'a window that the browser blocked',
    open: async () => {
      const blocked = vi.spyOn(window, 'open').mockReturnValue(null);
      onTestFinished(() => blocked.mockRestore());
      const hub = mountHub({ token: 'sandbox:oauth' });
      await press('Continue to HubSpot');
      await screen.findByRole('link', { name: 'Open HubSpot' });
      return hub;
    },
  },
  {
    name: 'wrong options',
    open: async () => {
      const hub = mountHub({ token: 'sandbox:create', height: 'tall' });
      await screen.findByRole('alert');
      return hub;
    },
  },
  ...[
    { token: 'sandbox:expired', title: 'Your session has expired' },
    { token: 'sandbox:invalid', title: 'This session is not valid' },
    { token: 'sandbox:forbidden', title: 'You do not have access to this' },
    { token: 'sandbox:empty', title: 'There is nothing to connect yet' },
    { token: 'sandbox:gone', title: 'This integration is no longer available' },
    { token: 'sandbox:gateway', title: 'Something went wrong on our side' },
  ].map(({ token, title }) => ({
    name: title,
    open: async () => {
      const hub = mountHub({ token });
      await heading(title);
      return hub;
    },
  })),
];

test.for(SCREENS)('axe finds nothing wrong with $name', async ({ open }) => {
  expect(await violations(await open())).toEqual([]);
});

test('the check itself finds what is wrong', async () => {
  const hub = mountHub({ token: 'sandbox:single' });
  const close = await button('Close');
  close.removeAttribute('aria-label');
  close.removeAttribute('title');
  expect(await violations(hub)).toEqual([
    expect.stringMatching(/^light button-name: /),
    expect.stringMatching(/^dark button-name: /),
  ]);
});

test('a category that is chosen keeps the focus, so that the next one is a key away', async () => {
  mountHub({ token: 'sandbox:categories' });
  const category = await button(/^CRM/);
  category.focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(category).toHaveAttribute('aria-pressed', 'true'));
  expect(category).toHaveFocus();
});

test('what a provider answered stands there whole: nothing of it has to be scrolled to', async () => {
  const { container } = mountHub({ token: 'sandbox:single' });
  container.style.width = '320px';
  await fillBambooHr({ subdomain: 'refused' });
  await press('Connect');
  await userEvent.click(await screen.findByText('Details'));
  const answer = screen.getByText(/invalid_credentials/);
  expect(answer.scrollHeight).toBe(answer.clientHeight);
});

test('each screen that the user gets to has the focus', async () => {
  mountHub({ token: 'sandbox:categories' });
  await screen.findByRole('option', { name: /BambooHR/ });
  expect(document.body).toHaveFocus();
  await pick(/BambooHR/);
  await waitFor(async () => expect(await field('Subdomain')).toHaveFocus());
  await press('Back');
  await waitFor(() => expect(screen.getByRole('combobox')).toHaveFocus());
  await pick(/BambooHR/);
  await fillBambooHr();
  await press('Connect');
  const success = await heading('BambooHR is connected');
  const hub = screen.getByRole('region', { name: 'Connect an account' });
  await waitFor(() => expect(hub.contains(document.activeElement)).toBe(true));
  expect(success).toBeVisible();
});
