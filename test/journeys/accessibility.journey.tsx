import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { violations } from '../support/axe.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { button, field, fillBambooHr, heading, pick, press } from './user.js';

/* Every screen is a story, and every story is checked by axe in its looks: see test/stories/support/inspected.ts. */

test('the check itself finds what is wrong', async () => {
  const hub = mountHub({ token: 'sandbox:single' });
  const close = await button('Close');
  close.removeAttribute('title');
  expect(await violations(hub.container)).toEqual([expect.stringMatching(/^button-name: /)]);
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
