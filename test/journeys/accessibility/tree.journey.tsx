import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { mountHub } from '../../support/hub.js';
import '../page.js';
import { button, field, fill, fillBambooHr, heading, press } from '../user.js';
import { treeOf } from './tree.js';

/*
 * What a screen reader finds on each kind of screen: roles, names, states and descriptions, as they are in Chromium's
 * own tree. The files are there to be read: a change in one is a change of what is said.
 */

interface Row {
  readonly name: string;
  readonly token: string;
  readonly act: () => Promise<unknown>;
}

const SCREENS: readonly Row[] = [
  {
    name: 'picker',
    token: 'sandbox:category',
    act: () => screen.findByRole('option', { name: /Pipedrive/ }),
  },
  {
    name: 'nothing-found',
    token: 'sandbox:categories',
    act: async () => {
      await fill('Search by name or category', 'qqqqqqq');
      await button('Show everything');
    },
  },
  { name: 'form', token: 'sandbox:fields', act: () => press('Help for Company') },
  {
    name: 'form-with-problems',
    token: 'sandbox:single',
    act: async () => {
      await press('Connect');
      await waitFor(async () => expect(await field('Subdomain')).toHaveAttribute('aria-invalid', 'true'));
    },
  },
  { name: 'editing', token: 'sandbox:edit', act: () => heading('Edit BambooHR') },
  {
    name: 'refused',
    token: 'sandbox:single',
    act: async () => {
      await fillBambooHr({ subdomain: 'refused' });
      await press('Connect');
      await screen.findByRole('alert');
    },
  },
  {
    name: 'sign-in-blocked',
    token: 'sandbox:oauth',
    act: async () => {
      const blocked = vi.spyOn(window, 'open').mockReturnValue(null);
      onTestFinished(() => blocked.mockRestore());
      await press('Continue to HubSpot');
      await screen.findByRole('link', { name: 'Open HubSpot' });
    },
  },
  {
    name: 'question',
    token: 'sandbox:single',
    act: async () => {
      await fill('Subdomain', 'acme');
      await press('Close');
      await screen.findByRole('alertdialog');
    },
  },
  {
    name: 'success',
    token: 'sandbox:single',
    act: async () => {
      await fillBambooHr();
      await press('Connect');
      await heading('BambooHR is connected');
    },
  },
  {
    name: 'sign-in-waiting',
    token: 'sandbox:oauth',
    act: async () => {
      const open = window.open.bind(window);
      const opened = vi.spyOn(window, 'open').mockImplementation((...given) => {
        const handle = open(...given);
        onTestFinished(() => handle?.close());
        return handle;
      });
      onTestFinished(() => opened.mockRestore());
      await press('Continue to HubSpot');
      await heading('Finish in the HubSpot window');
    },
  },
  { name: 'loading', token: 'sandbox:slow', act: () => screen.findByText('Loading…') },
  { name: 'expired', token: 'sandbox:expired', act: () => heading('Your session has expired') },
  { name: 'not-valid', token: 'sandbox:invalid', act: () => heading('This session is not valid') },
  {
    name: 'closed',
    token: 'sandbox:single',
    act: async () => {
      await press('Close');
      await heading('You can close this now.');
    },
  },
];

test.for(SCREENS)('$name', async ({ name, token, act }) => {
  mountHub({ token });
  await act();
  await expect(await treeOf('Connect an account')).toMatchFileSnapshot(`./trees/${name}.txt`);
});
