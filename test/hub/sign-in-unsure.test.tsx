import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { few, zendesk } from '../../src/sandbox/scenarios/few.js';
import { type FakeWindow, fakeWindows } from '../authorize/support/windows.js';
import { lost, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { press, type } from './support/steps.js';

/** A sign-in of which nobody knows how it stands, and what the user reads and can do then; the server has every extension. */

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** The form of Zendesk, which has signing in after it, is filled in and sent. */
async function signIn() {
  const windows = fakeWindows();
  const api = openApi({ catalog: [...few, zendesk] });
  const hub = mountHub({ api, token: await api.token({ provider: 'zendesk' }) });
  await type('Subdomain', 'acme');
  return { windows, api, hub };
}

it('that did not begin because the line broke says that, and nothing of an account', async () => {
  const { api } = await signIn();
  api.between(({ method, path }, pass) =>
    method === 'POST' && path === '/hub/connection_attempts' ? lost() : pass(),
  );
  await press(/^Continue/);
  await screen.findByText('We cannot reach the service. What you typed is still here.', undefined, {
    timeout: 5_000,
  });
  expect(screen.getByLabelText('Subdomain')).toHaveValue('acme');
});

it('that made an account which the server does not name says so, and does not ask for another try', async () => {
  const { api, hub } = await signIn();
  api.between(async ({ method, path }, pass) =>
    method === 'GET' && path.startsWith('/hub/connection_attempts/')
      ? Response.json({ status: 'authenticated', account: null })
      : pass(),
  );
  await press(/^Continue/);
  const words =
    'We could not confirm whether this was saved. Check your connected accounts before you try again.';
  await waitFor(() => {
    // Back at the page there may be news: that saves the waiting.
    fireEvent.focus(window);
    expect(screen.getByText(words)).toBeVisible();
  });
  expect(hub.heard.successes).toEqual([]);
  expect(hub.heard.errors).toEqual([{ code: 'invalid_response', recoverable: true }]);
});

it.each<[string, Partial<FakeWindow> & { readonly opener?: null }]>([
  ['has let go of this page', { opener: null }],
  ['is closed, or looks so', { closed: true }],
])('in a window that %s has nothing to show any more', async (_, parts) => {
  const { windows } = await signIn();
  await press(/^Continue/);
  await screen.findByRole('button', { name: 'Show window' });
  act(() => void Object.assign(windows.opened[0] ?? {}, parts));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show window' })).toBeNull(), {
    timeout: 5_000,
  });
  expect(screen.getByRole('button', { name: 'Open again' })).toBeVisible();
});
