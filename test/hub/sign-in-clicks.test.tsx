import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Extension } from '../../src/sandbox.js';
import { few, zendesk } from '../../src/sandbox/scenarios/few.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { press, type } from './support/steps.js';

/** The window opens in the user's own click: one window, however the click comes. */

const PLAIN: readonly Extension[] = [];
const PAGES: readonly Extension[] = ['attempt_start_url', 'attempt_binding', 'attempt_phases'];

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

/** Zendesk's form, filled in. */
async function filled(extensions: readonly Extension[] = PLAIN) {
  const windows = fakeWindows();
  const api = openApi({ catalog: [...few, zendesk], extensions });
  const hub = mountHub({ api, token: await api.token({ provider: 'zendesk' }), onClose: undefined });
  await type('Subdomain', 'acme');
  const button = await screen.findByRole('button', { name: /^Continue/ });
  const attempts = () => api.callsTo('POST /hub/connection_attempts');
  return { windows, api, hub, button, attempts, input: screen.getByLabelText('Subdomain') };
}

/** There is an attempt, and the window has been sent on its way. */
const underWay = () => screen.findByRole('button', { name: 'Show window' });

describe.each([
  ['the plain contract', PLAIN, /^$/],
  ['pages of the server’s own', PAGES, /^http:\/\/sandbox\.localhost\/.*#n=[\w-]{36}$/],
])('by %s', (_, extensions, url) => {
  it('the window is open before the click is over', async () => {
    const { windows, button } = await filled(extensions);
    fireEvent.click(button);
    expect(windows.opened).toHaveLength(1);
    expect(windows.opened[0]?.urls[0]).toMatch(url);
  });

  it('no window opens where the form is not filled in', async () => {
    const { windows, button, input, attempts } = await filled(extensions);
    await userEvent.clear(input);
    await userEvent.click(button);
    expect(windows.opened).toEqual([]);
    expect(attempts()).toEqual([]);
  });
});

describe('one window and one attempt come of', () => {
  it.each<[string, (form: Awaited<ReturnType<typeof filled>>) => unknown]>([
    ['a click', ({ button }) => fireEvent.click(button)],
    ['a double click', ({ button }) => userEvent.dblClick(button)],
    [
      'two clicks at once',
      ({ button }) => {
        fireEvent.click(button);
        fireEvent.click(button);
      },
    ],
    [
      'two clicks before anything is drawn again',
      ({ button }) =>
        act(() => {
          button.click();
          button.click();
        }),
    ],
    ['Enter', ({ input }) => userEvent.type(input, '{Enter}')],
    [
      'Enter and a click together',
      ({ button, input }) => {
        fireEvent.submit(input.closest('form') as HTMLFormElement);
        fireEvent.click(button);
      },
    ],
    [
      'Enter, held down',
      ({ input }) => {
        for (let times = 0; times < 20; times += 1) {
          fireEvent.submit(input.closest('form') as HTMLFormElement);
        }
      },
    ],
  ])('%s', async (_, happen) => {
    const form = await filled();
    await happen(form);
    await underWay();
    expect(form.windows.opened).toHaveLength(1);
    expect(form.attempts()).toHaveLength(1);
    expect(form.hub.heard.events.filter(({ type: kind }) => kind === 'authorize')).toHaveLength(1);
  });
});

describe('while the window is open', () => {
  it('a render of the host’s, with callbacks that are new, changes nothing', async () => {
    const { windows, hub, button, attempts } = await filled();
    fireEvent.click(button);
    const again = vi.fn();
    hub.update({ onEvent: again });
    await underWay();
    expect(windows.opened).toMatchObject([{ closed: false }]);
    expect(attempts()).toHaveLength(1);
    expect(again).not.toHaveBeenCalledWith(expect.objectContaining({ type: 'ready' }));
  });

  it('the user can cancel at once, and finds the form as it was', async () => {
    const { windows, button, api } = await filled();
    fireEvent.click(button);
    await press('Cancel');
    expect(await screen.findByLabelText('Subdomain')).toHaveValue('acme');
    expect(windows.opened).toMatchObject([{ closed: true }]);
    await waitFor(() => expect(api.calls.some(({ method }) => method === 'DELETE')).toBe(true));
  });

  it('the user can have it shown, or opened again, once for each press', async () => {
    const { windows, button, attempts } = await filled();
    fireEvent.click(button);
    await press('Show window');
    expect(windows.opened[0]?.shown).toBe(1);
    const again = await screen.findByRole('button', { name: 'Open again' });
    fireEvent.click(again);
    fireEvent.click(again);
    await waitFor(() => expect(attempts()).toHaveLength(2));
    expect(windows.opened.map(({ closed }) => closed)).toEqual([true, false]);
  });
});
