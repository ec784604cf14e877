import axe from 'axe-core';
import { waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Placed, placeHub } from '../../element/placed.js';
import '../page.js';
import { userIn } from '../user.js';

/** What axe finds wrong with the element, whose open shadow root it looks into, in light and in dark. */
async function violations({ hub }: Placed): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    hub.theme = theme;
    await waitFor(() => expect(hub.shadowRoot?.querySelector(`[data-theme=${theme}]`)).not.toBeNull());
    await transitionsEnded(hub.shadowRoot as ShadowRoot);
    const { violations: all } = await axe.run(hub, { resultTypes: ['violations'] });
    for (const { id, nodes } of all) found.push(...nodes.map(({ html }) => `${theme} ${id}: ${html}`));
  }
  return found;
}

/** Colours that are still on their way are nobody's. */
async function transitionsEnded(root: ShadowRoot): Promise<void> {
  const transitions = root.getAnimations().filter((animation) => animation instanceof CSSTransition);
  await Promise.all(transitions.map(({ finished }) => finished));
}

type User = ReturnType<typeof userIn>;

interface ScreenToCheck {
  readonly name: string;
  readonly token: string;
  /** Gets there. */
  readonly act: (user: User, placed: Placed) => Promise<unknown>;
}

const SCREENS: readonly ScreenToCheck[] = [
  {
    name: 'the picker, with a row chosen',
    token: 'sandbox:connected',
    act: async (user) => {
      await user.fill('Search by name or category', 'bamboo');
      await user.keys('{ArrowDown}');
    },
  },
  {
    name: 'a form with every kind of field',
    token: 'sandbox:fields',
    act: (user) => user.press('Help for Company'),
  },
  {
    name: 'a form with problems',
    token: 'sandbox:single',
    act: async (user) => {
      await user.press('Connect');
      const field = await user.field('Subdomain');
      await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'));
    },
  },
  {
    name: 'refused credentials',
    token: 'sandbox:single',
    act: async (user, { inside }) => {
      await user.fillBambooHr({ subdomain: 'refused' });
      await user.press('Connect');
      await userEvent.click(await inside.findByText('Details'));
    },
  },
  { name: 'an account that is edited', token: 'sandbox:edit', act: (user) => user.press(/^Replace/) },
  {
    name: 'the question before leaving',
    token: 'sandbox:single',
    act: async (user, { inside }) => {
      await user.fill('Subdomain', 'acme');
      await user.press('Close');
      await inside.findByRole('alertdialog');
    },
  },
  {
    name: 'a window that the browser blocked',
    token: 'sandbox:oauth',
    act: async (user, { inside }) => {
      const blocked = vi.spyOn(window, 'open').mockReturnValue(null);
      onTestFinished(() => blocked.mockRestore());
      await user.press('Continue to HubSpot');
      await inside.findByRole('link', { name: 'Open HubSpot' });
    },
  },
  {
    name: 'success',
    token: 'sandbox:single',
    act: async (user) => {
      await user.fillBambooHr();
      await user.press('Connect');
      await user.heading('BambooHR is connected');
    },
  },
  {
    name: 'an end',
    token: 'sandbox:expired',
    act: (user) => user.heading('Your session has expired'),
  },
];

test.for(SCREENS)('axe finds nothing wrong in the element with $name', async ({ token, act }) => {
  const placed = placeHub({ token, closable: true });
  await act(userIn(placed.inside), placed);
  expect(await violations(placed)).toEqual([]);
});

test('the check itself looks into the shadow root', async () => {
  const placed = placeHub({ token: 'sandbox:single', closable: true });
  const user = userIn(placed.inside);
  await user.field('Subdomain');
  const close = await user.button('Close');
  close.removeAttribute('title');
  expect(await violations(placed)).toEqual([
    expect.stringMatching(/^light button-name: /),
    expect.stringMatching(/^dark button-name: /),
  ]);
});
