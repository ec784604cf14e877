import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { heading, pick } from './user.js';

/** Where something stands. */
function placeOf(container: HTMLElement, within: string): Pick<DOMRect, 'left' | 'top'> {
  const { left, top } = (container.querySelector(within) as Element).getBoundingClientRect();
  return { left, top };
}

/** What stands in a skeleton, and what comes in its place. */
const PLACES = [
  ['.hub-title', '.hub-title'],
  ['.hub-header button', '.hub-header button'],
  ['[data-part=search]', '.hub-search-input'],
  ['.hub-skeleton-row [data-part=logo]', '[role=option] .hub-logo'],
] as const;

test.each([360, 900])('what comes stands where its place was, %s px wide', async (width) => {
  onTestFinished(() => page.viewport(900, 900));
  await page.viewport(width, 900);
  const { container, update } = mountHub({ token: '' });
  await waitFor(() => expect(container.querySelector('.hub-skeleton-row')).not.toBeNull());
  const places = PLACES.map(([place]) => placeOf(container, place));
  update({ token: 'sandbox:create' });
  await screen.findByRole('option', { name: /1Password/ });
  expect(PLACES.map(([, come]) => placeOf(container, come))).toEqual(places);
});

test.each([
  ['Connect BambooHR', 'sandbox:categories'],
  ['Edit BambooHR', 'sandbox:connected'],
])('what was chosen is named before its form is there: %s', async (name, token) => {
  const api = openApi();
  api.between(({ path }, pass) =>
    /connectors\/|accounts\//.test(path) ? new Promise<Response>(() => {}) : pass(),
  );
  const { container } = mountHub({ api, token });
  await pick(/BambooHR/);
  await heading(name);
  expect(container.querySelector('.hub-loading')).not.toBeNull();
});
