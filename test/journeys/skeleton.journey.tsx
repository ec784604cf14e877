import { screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { mountHub } from '../support/hub.js';
import './page.js';

/** Where the first row's logo stands. */
function firstLogo(container: HTMLElement, within: string): Pick<DOMRect, 'left' | 'top'> {
  const { left, top } = (container.querySelector(within) as Element).getBoundingClientRect();
  return { left, top };
}

test.each([360, 900])('rows come where their places were, %s px wide', async (width) => {
  onTestFinished(() => page.viewport(900, 900));
  await page.viewport(width, 900);
  const { container, update } = mountHub({ token: '' });
  await waitFor(() => expect(container.querySelector('.hub-skeleton-row')).not.toBeNull());
  const place = firstLogo(container, '.hub-skeleton-row [data-part=logo]');
  update({ token: 'sandbox:create' });
  await screen.findByRole('option', { name: /1Password/ });
  const row = firstLogo(container, '[role=option] .hub-logo');
  expect(row.left).toBe(place.left);
  expect(Math.abs(row.top - place.top)).toBeLessThan(1);
});
