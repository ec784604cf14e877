import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Api, openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { mountHub } from '../support/hub.js';
import { watchLeftovers } from './support/leftovers.js';
import { connectBambooHr, heading, option, type } from './support/steps.js';

interface Moment {
  readonly name: string;
  readonly token: string;
  readonly reach: (api: Api) => Promise<unknown>;
  /** Requests that are never answered. */
  readonly held?: (path: string) => boolean;
}

const MOMENTS: readonly Moment[] = [
  {
    name: 'while everything is loading',
    token: 'sandbox:create',
    held: () => true,
    reach: ({ calls }) => waitFor(() => expect(calls).toHaveLength(3)),
  },
  {
    name: 'while the first screen waits for the session alone',
    token: 'sandbox:create',
    held: (path) => path.endsWith('/authenticate'),
    reach: async ({ calls }) => {
      await waitFor(() => expect(calls).toHaveLength(3));
      await allElseHappened();
    },
  },
  {
    name: 'while failed requests wait for their next try',
    token: 'sandbox:down',
    reach: async ({ calls }) => {
      await waitFor(() => expect(calls).toHaveLength(3));
      await allElseHappened();
    },
  },
  {
    name: 'while somebody types into the search',
    token: 'sandbox:categories',
    reach: async () => {
      await option(/BambooHR/);
      await userEvent.type(screen.getByRole('combobox'), 'crm');
    },
  },
  {
    name: 'in a form, right after something was copied',
    token: 'sandbox:fields',
    reach: async () => {
      await type('Company', 'Acme');
      // Brings a clipboard, which jsdom has none of.
      const user = userEvent.setup();
      await user.click(screen.getAllByRole('button', { name: /^Copy / })[0] as HTMLElement);
      await screen.findByText('Copied');
    },
  },
  {
    name: 'where it waits for the network to come back',
    token: 'sandbox:offline-once',
    reach: () => heading('We cannot reach the service'),
  },
  {
    name: 'before the question about unsaved changes is answered',
    token: 'sandbox:single',
    reach: async () => {
      await type('Subdomain', 'acme');
      await userEvent.click(screen.getByRole('button', { name: 'Close' }));
      await screen.findByText('Discard what you typed?');
    },
  },
];

const nothing = (): void => undefined;

/** Whatever was only waiting for its turn has had it. */
const allElseHappened = (): Promise<unknown> => new Promise(setImmediate);

describe('a hub that is taken off the page leaves no timer and no listener behind', () => {
  it.each(MOMENTS)('$name', async ({ token, reach, held }) => {
    // React and the pretended user keep listeners on a page for good, from their first use on.
    const first = mountHub({ token: 'sandbox:single' });
    await type('Subdomain', 'acme');
    first.unmount();
    const leftovers = watchLeftovers();
    const api = openApi();
    const end = gate();
    api.between(async ({ path }, pass) => {
      if (held?.(path)) await end.opened;
      return pass();
    });
    const { unmount } = mountHub({ api, token });
    await reach(api);
    unmount();
    await allElseHappened();
    expect(leftovers()).toEqual([]);
    end.open();
  });

  it('the watch itself sees what is left', async () => {
    const leftovers = watchLeftovers();
    const { unmount } = mountHub({ token: 'sandbox:categories' });
    await option(/BambooHR/);
    const timer = setTimeout(nothing, 60_000);
    window.addEventListener('online', nothing);
    unmount();
    await allElseHappened();
    expect(leftovers()).toEqual(
      expect.arrayContaining(['a timer of 60000 ms', 'a listener for online on window']),
    );
    clearTimeout(timer);
    window.removeEventListener('online', nothing);
  });
});

describe('a write that is under way when the hub goes', () => {
  it('is left to arrive, and the host hears of the account that it made', async () => {
    const api = openApi();
    const answer = gate();
    api.between(async ({ path }, pass) => {
      if (path === '/hub/accounts') await answer.opened;
      return pass();
    });
    const { unmount, heard } = mountHub({ api, token: 'sandbox:single' });
    await connectBambooHr();
    await waitFor(() => expect(api.callsTo('POST /hub/accounts')).toHaveLength(1));
    unmount();
    answer.open();
    await waitFor(async () => expect(await api.accounts('sandbox-single')).toHaveLength(1));
    await waitFor(() => expect(heard.successes).toHaveLength(1));
    expect(heard.closings).toEqual([{ reason: 'unmounted', accounts: [] }]);
  });
});

describe('StrictMode, which mounts everything twice', () => {
  it('is told neither as an end nor as a second start', async () => {
    const { heard, api } = mountHub({ token: 'sandbox:categories' });
    await option(/BambooHR/);
    await waitFor(() => expect(heard.events.filter(({ type: kind }) => kind === 'ready')).toHaveLength(1));
    await allElseHappened();
    expect(heard.closings).toEqual([]);
    expect(api.calls).toHaveLength(3);
  });
});
