import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { button, fill, heading, press } from './user.js';

describe('a start that fails', () => {
  test.for([
    { token: 'sandbox:down-once', title: 'Something went wrong on our side', code: 'server_error' },
    { token: 'sandbox:offline-once', title: 'We cannot reach the service', code: 'network_unreachable' },
  ])('$token: Try again goes on', async ({ token, title, code }) => {
    const { heard } = mountHub({ token });
    await heading(title);
    expect(heard.errors).toMatchObject([{ code, recoverable: true }]);
    await press('Try again');
    await screen.findByRole('option', { name: /BambooHR/ });
  });

  test('and goes on failing says so again', async () => {
    const { heard } = mountHub({ token: 'sandbox:gateway' });
    await heading('Something went wrong on our side');
    await press('Try again');
    await expect.poll(() => heard.errors.length, { timeout: 5_000 }).toBe(2);
    await heading('Something went wrong on our side');
  });

  test('because there were too many requests is waited for', async () => {
    const { heard } = mountHub({ token: 'sandbox:rate-limited-once' });
    await screen.findByRole('option', { name: /BambooHR/ });
    expect(heard.errors).toEqual([]);
  });

  test.for([
    { token: 'sandbox:empty', title: 'There is nothing to connect yet' },
    { token: 'sandbox:inactive', title: 'There is nothing to connect yet' },
    { token: 'sandbox:forbidden', title: 'You do not have access to this' },
    { token: 'sandbox:gone', title: 'This integration is no longer available' },
  ])('$token: says why, and how to leave', async ({ token, title }) => {
    const { heard } = mountHub({ token });
    await heading(title);
    await userEvent.click((await screen.findAllByRole('button', { name: 'Close' }))[0] as HTMLElement);
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('with an answer that is no JSON is told as that', async () => {
    const api = openApi();
    api.between(async ({ path }, pass) => (path === '/hub/settings' ? new Response('<html>') : pass()));
    const { heard } = mountHub({ api, token: 'sandbox:create' });
    await heading('We received an answer that we do not understand');
    expect(heard.errors).toMatchObject([{ code: 'invalid_response' }]);
  });

  test('because a form has thousands of fields says so instead of drawing them', async () => {
    const { heard } = mountHub({ token: 'sandbox:hostile' });
    await fill('Search by name or category', 'ten thousand');
    await userEvent.click(await screen.findByRole('option', { name: /^Ten thousand fields/ }));
    await heading('This form is too large to be shown');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(heard.errors).toMatchObject([{ code: 'unsupported_field', recoverable: true }]);
    await press('Back');
    await screen.findByRole('listbox');
  });

  test('in a form leaves the way back open', async () => {
    mountHub({ token: 'sandbox:broken-config' });
    await userEvent.click(await screen.findByRole('option', { name: /^A list/ }));
    await screen.findByRole('alert');
    await press('Back');
    await screen.findByRole('option', { name: /^Nothing/ });
    await userEvent.click(await screen.findByRole('option', { name: /^An empty object/ }));
    await screen.findByRole('alert');
    expect(await button('Back')).toBeVisible();
  });
});
