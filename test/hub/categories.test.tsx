import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { few } from '../../src/sandbox/scenarios/few.js';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { option } from './support/steps.js';

/** Opens the picker over a list in which every connector is of the category that its place says. */
async function openPicker(count: number, categoryOf: (index: number) => unknown): Promise<HTMLElement> {
  const api = openApi({ catalog: few });
  api.between(async ({ path }, pass) => {
    const answer = await pass();
    if (path !== '/hub/connectors') return answer;
    const { integrations } = (await answer.json()) as { readonly integrations: readonly object[] };
    const [first] = integrations;
    return Response.json({
      integrations: Array.from({ length: count }, (_, index) => ({
        ...first,
        integration_id: `id-${index}`,
        name: `Product ${index}`,
        type: categoryOf(index),
      })),
    });
  });
  mountHub({ api, token: await api.token() });
  await option(/^Product 0/);
  return screen.findByRole('group', { name: 'Categories' });
}

const labels = (bar: HTMLElement): (string | null)[] =>
  within(bar)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

it('connectors without a category are among all, and in one of their own', async () => {
  const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const bar = await openPicker(3, (index) => ['crm', null, ''][index]);
  expect(labels(bar)).toEqual(['All3', 'Other2', 'CRM1']);
  expect(complained).not.toHaveBeenCalled();
  complained.mockRestore();
});

it('more categories than anybody has are found among all', async () => {
  const bar = await openPicker(300, (index) => `kind-${index}`);
  expect(labels(bar)).toHaveLength(51);
  expect(labels(bar)[0]).toBe('All300');
});
