import { render, screen, waitFor, within } from '@testing-library/react';
import { type ComponentProps, StrictMode } from 'react';
import { describe, expect, onTestFinished, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ConnectHub } from '../../src/index.js';
import { BASE_URL, openApi } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import './page.js';
import { button, field, fill, fillBambooHr, heading, keys, pick, press } from './user.js';

/** A place on the host's page. */
function place(): HTMLElement {
  const element = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => element.remove());
  return element;
}

const pageAttributes = (): readonly Node[] =>
  [document.documentElement, document.body].map((element) => element.cloneNode(false));

const background = (hub: HTMLElement): string =>
  getComputedStyle(within(hub).getByRole('region')).backgroundColor;

describe('leaving', () => {
  test('with something typed asks first; the user can stay', async () => {
    const { heard } = mountHub({ token: 'sandbox:single' });
    await fill('Subdomain', 'acme');
    await press('Close');
    const dialog = await screen.findByRole('alertdialog', { name: 'Discard what you typed?' });
    expect(dialog).toHaveAccessibleDescription('It has not been sent yet.');
    expect(within(dialog).getByRole('button', { name: 'Keep editing' })).toHaveFocus();
    await press('Keep editing');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(await field('Subdomain')).toHaveValue('acme');
    expect(heard.closings).toEqual([]);

    await press('Close');
    await screen.findByRole('alertdialog');
    await keys('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(await field('Subdomain')).toHaveValue('acme');
  });

  test('with something typed discards it when the user says so', async () => {
    const { heard } = mountHub({ token: 'sandbox:single' });
    await fill('Subdomain', 'acme');
    await press('Close');
    await press('Discard and close');
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
    expect(screen.queryByDisplayValue('acme')).toBeNull();
  });

  test.for(['sandbox:single', 'sandbox:edit', 'sandbox:categories'])(
    '%s with nothing typed asks nothing',
    async (token) => {
      const { heard } = mountHub({ token });
      await screen.findByRole('heading', { name: /BambooHR|Connect an account/ });
      await press('Close');
      await waitFor(() => expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]));
    },
  );

  test('a changed value put back as it was is nothing to lose', async () => {
    const { heard } = mountHub({ token: 'sandbox:edit' });
    await fill('Subdomain', 'other');
    await fill('Subdomain', 'acme');
    await press('Close');
    expect(heard.closings).toMatchObject([{ reason: 'cancelled' }]);
  });

  test('by being taken off the page is told once, with the accounts made', async () => {
    const { heard, unmount } = mountHub({ token: 'sandbox:single' });
    await fillBambooHr();
    expect(heard.closings).toEqual([]);
    await press('Connect');
    await heading('BambooHR is connected');
    unmount();
    await waitFor(() => expect(heard.closings).toHaveLength(1));
    expect(heard.closings).toEqual([{ reason: 'unmounted', accounts: heard.successes }]);
    expect(heard.successes).toHaveLength(1);
  });

  test('a hub that was closed already tells nothing more when it goes', async () => {
    const { heard, unmount } = mountHub({ token: 'sandbox:categories' });
    await screen.findByRole('option', { name: /BambooHR/ });
    await press('Close');
    await screen.findByText('You can close this now.');
    unmount();
    await new Promise(requestAnimationFrame);
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
  });

  test('has no button where nobody listens', async () => {
    mountHub({ token: 'sandbox:single', onClose: undefined });
    await field('Subdomain');
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    await fillBambooHr();
    await press('Connect');
    await heading('BambooHR is connected');
    expect(screen.queryByRole('button', { name: 'Done' })).toBeNull();
  });
});

describe('on a host page', () => {
  test('two hubs with two themes have nothing to do with each other', async () => {
    const [one, other] = [place(), place()];
    const first = mountHub({ token: 'sandbox:single', theme: 'light', container: one });
    const second = mountHub({ token: 'sandbox:single', theme: 'dark', container: other });
    // Both are there before anything is typed: a field is found by what tells it from all others of the page.
    const fields = [
      await within(one).findByLabelText('Subdomain'),
      await within(other).findByLabelText('Subdomain'),
    ] as const;
    await userEvent.fill(fields[0], 'first');
    await userEvent.fill(fields[1], 'second');
    expect(within(one).getByLabelText('Subdomain')).toHaveValue('first');
    expect(background(one)).not.toBe(background(other));

    await userEvent.fill(within(one).getByLabelText('API key'), 'a-key-of-BambooHR');
    await userEvent.click(within(one).getByRole('button', { name: 'Connect' }));
    await within(one).findByRole('heading', { name: 'BambooHR is connected' });
    expect(within(other).getByLabelText('Subdomain')).toHaveValue('second');
    expect(first.heard.successes).toHaveLength(1);
    expect(second.heard.successes).toEqual([]);
    expect(second.heard.events).not.toContainEqual(expect.objectContaining({ type: 'submit' }));
  });

  test('nothing outside of the hub is touched', async () => {
    const children = document.body.childElementCount;
    const styles = document.querySelectorAll('style, link').length;
    const before = pageAttributes();
    const { container } = mountHub({ token: 'sandbox:single', container: place() });
    await fillBambooHr();
    await press('Close');
    await screen.findByRole('alertdialog');
    expect(container.contains(screen.getByRole('alertdialog'))).toBe(true);
    expect(pageAttributes()).toEqual(before);
    expect(document.body.childElementCount).toBe(children + 1);
    expect(document.querySelectorAll('style, link')).toHaveLength(styles);
  });

  test('it has the height that the host gives', async () => {
    const { update } = mountHub({ token: 'sandbox:categories', height: '480px' });
    const hub = await screen.findByRole('region', { name: 'Connect an account' });
    expect(hub.getBoundingClientRect().height).toBe(480);
    update({ height: undefined });
    await waitFor(() => expect(hub.getBoundingClientRect().height).toBe(600));
  });

  test('its sentences can be the host’s', async () => {
    mountHub({ token: 'sandbox:categories', messages: { 'title.create': 'Link your tools' } });
    await heading('Link your tools');
  });

  test('callbacks that are new with every render cost no request', async () => {
    const { api, update } = mountHub({ token: 'sandbox:categories' });
    await pick(/BambooHR/);
    await fill('Subdomain', 'acme');
    const before = api.calls.length;
    for (let round = 0; round < 50; round += 1) {
      update({
        onSuccess: () => undefined,
        onError: () => undefined,
        onEvent: () => undefined,
        onClose: () => undefined,
        fetch: (...request) => api.fetch(...request),
        messages: { 'action.connect': `Connect (${round})` },
      });
    }
    await button('Connect (49)');
    expect(await field('Subdomain')).toHaveValue('acme');
    expect(api.calls).toHaveLength(before);
  });

  test('the newest callback is the one that is called', async () => {
    const { update } = mountHub({ token: 'sandbox:single' });
    await fillBambooHr();
    const told: string[] = [];
    update({ onSuccess: ({ provider }) => told.push(provider) });
    await press('Connect');
    await heading('BambooHR is connected');
    expect(told).toEqual(['bamboohr']);
  });
});

describe('a callback that throws', () => {
  test('does not stop the hub, and the page hears of the error', async () => {
    const thrown: unknown[] = [];
    const hear = (event: ErrorEvent): void => {
      thrown.push((event.error as Error).message);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('error', hear, { capture: true });
    onTestFinished(() => window.removeEventListener('error', hear, { capture: true }));
    const failing = new Set(['onEvent', 'onError', 'onSuccess', 'onClose']);
    const fail = (name: string) => (): void => {
      // Once each is enough, for the browser reports every one of them.
      if (failing.delete(name)) throw new Error(name);
    };
    mountHub({
      token: 'sandbox:single',
      onEvent: fail('onEvent'),
      onError: fail('onError'),
      onSuccess: fail('onSuccess'),
      onClose: fail('onClose'),
    });
    await fillBambooHr({ apiKey: 'invalid' });
    await press('Connect');
    await waitFor(async () => expect(await field('API key')).toHaveAttribute('aria-invalid', 'true'));
    await fill('API key', 'a-key-of-BambooHR');
    await press('Connect');
    await heading('BambooHR is connected');
    await press('Done');
    await screen.findByText('You can close this now.');
    await waitFor(() => expect(thrown).toEqual(['onEvent', 'onError', 'onSuccess', 'onClose']));
  });
});

describe('options that are wrong', () => {
  type Options = ComponentProps<typeof ConnectHub>;

  test.for<{ readonly given: object; readonly said: string }>([
    { given: { theme: 'blue' }, said: 'Option "theme" must be "light", "dark" or "system".' },
    { given: { height: '10 metres' }, said: 'Option "height" must be a CSS length, like "640px".' },
    { given: { locale: 'not a language' }, said: 'Option "locale" must be a BCP 47 language tag' },
    { given: { token: 7 }, said: 'Option "token" must be a string.' },
    { given: { onSuccess: 'call me' }, said: 'Option "onSuccess" must be a function' },
    { given: { baseUrl: 'http://api.example.com' }, said: 'Option "baseUrl" must be an https address' },
    { given: { appUrl: 'javascript:alert(1)' }, said: 'Option "appUrl" must be an https address' },
    {
      given: { onSucces: () => undefined },
      said: 'There is no option "onSucces". Did you mean "onSuccess"?',
    },
    { given: { sessionToken: 'x' }, said: 'There is no option "sessionToken". Did you mean "token"?' },
    { given: { getToken: async () => 'x' }, said: 'Give "token" or "getToken", not both.' },
  ])('are named on screen: $said', async ({ given, said }) => {
    const api = openApi();
    const errors: unknown[] = [];
    const options = {
      token: 'sandbox:create',
      baseUrl: BASE_URL,
      fetch: api.fetch,
      onError: (failure: unknown) => errors.push(failure),
      ...given,
    } as Options;
    const { rerender } = render(<ConnectHub {...options} />, { wrapper: StrictMode });
    rerender(<ConnectHub {...options} />);
    expect(await screen.findByRole('alert')).toHaveTextContent(said);
    expect(api.calls).toEqual([]);
    expect(errors).toEqual([{ code: 'config_error', recoverable: false }]);
  });
});
