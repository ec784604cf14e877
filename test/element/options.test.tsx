import { waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConnectHubElement } from '../../src/element.js';
import { BASE_URL, openApi } from '../support/api.js';
import { insideOf, listenTo, placeHub, turnsTaken } from './placed.js';

/** The element as markup, with what no attribute can say. */
function placeMarkup(markup: string): ConnectHubElement {
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  place.innerHTML = markup;
  return place.querySelector('connect-hub') as ConnectHubElement;
}

const tokensSent = ({ calls }: ReturnType<typeof openApi>): unknown[] => [
  ...new Set(calls.map(({ headers }) => headers.get('x-hub-session-token'))),
];

describe('an option', () => {
  test('that is a string can be an attribute, in kebab case', async () => {
    const { fetch, calls } = openApi();
    const hub = placeMarkup(
      `<connect-hub base-url="${BASE_URL}" app-url="https://app.example.com" account-id="45000000000000000001"
        theme="dark" locale="de" height="480px" token="sandbox:single"></connect-hub>`,
    );
    hub.fetch = fetch;
    expect(hub).toMatchObject({
      baseUrl: BASE_URL,
      appUrl: 'https://app.example.com',
      accountId: '45000000000000000001',
      theme: 'dark',
      locale: 'de',
      height: '480px',
      token: 'sandbox:single',
    });
    await waitFor(() => expect(calls.some(({ path }) => path.startsWith('/hub/accounts/45'))).toBe(true));
    const root = insideOf(hub).getByRole('region');
    expect(root).toHaveAttribute('data-theme', 'dark');
    expect(root.style.getPropertyValue('--hub-height')).toBe('480px');
  });

  test('that is an attribute is live', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    const root = await inside.findByRole('region');
    hub.setAttribute('theme', 'dark');
    await waitFor(() => expect(root).toHaveAttribute('data-theme', 'dark'));
    hub.removeAttribute('theme');
    await waitFor(() => expect(root).toHaveAttribute('data-theme', 'system'));
  });

  test('is what was written last, as an attribute or as a property', () => {
    const hub = placeMarkup('<connect-hub theme="dark"></connect-hub>');
    hub.theme = 'light';
    expect(hub.theme).toBe('light');
    // A property is not written into the markup.
    expect(hub.getAttribute('theme')).toBe('dark');
    hub.setAttribute('theme', 'system');
    expect(hub.theme).toBe('system');
    hub.removeAttribute('theme');
    expect(hub.theme).toBeUndefined();
  });

  test('can be all of them at once, the callbacks of the other doors included', async () => {
    const api = openApi();
    const told: string[] = [];
    const { inside } = placeHub({
      api,
      token: 'sandbox:single',
      messages: { 'title.connect': 'Link {name}' },
      onEvent: ({ type }) => told.push(type),
    });
    await inside.findByRole('heading', { name: 'Link BambooHR' });
    await waitFor(() => expect(told).toContain('ready'));
  });

  test('that there is not cannot come in', async () => {
    const { hub, inside, heard } = placeHub({ token: 'sandbox:categories' });
    Object.assign(hub, { sessionToken: 'x' });
    hub.setAttribute('session-token', 'x');
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(heard.errors).toEqual([]);
  });

  test('that is wrong is named on screen and told as an event, and no request is made', async () => {
    const { fetch, calls } = openApi();
    const hub = placeMarkup(
      `<connect-hub theme="blue" height="tall" base-url="http://api.example.com"></connect-hub>`,
    );
    const heard = listenTo(hub);
    Object.assign(hub, { fetch, token: 'sandbox:create', onClose: 'call me' });
    const alert = await insideOf(hub).findByRole('alert');
    for (const problem of [
      'Option "theme" must be "light", "dark" or "system".',
      'Option "height" must be a CSS length, like "640px".',
      'Option "baseUrl" must be an https address',
      'Option "onClose" must be a function: (closing) => void.',
    ]) {
      expect(alert).toHaveTextContent(problem);
    }
    await waitFor(() => expect(heard.errors).toEqual([{ code: 'config_error', recoverable: false }]));
    expect(calls).toEqual([]);
  });

  test('given in several steps of one moment is one start', async () => {
    const api = openApi();
    const { inside, heard } = placeHub({ api, token: 'sandbox:categories' });
    await inside.findByRole('option', { name: /BambooHR/ });
    await waitFor(() => expect(heard.events).toContainEqual(expect.objectContaining({ type: 'ready' })));
    expect(api.calls).toHaveLength(3);
  });
});

describe('the token', () => {
  test('as an attribute is read and taken out of the markup at once', async () => {
    const api = openApi();
    const hub = placeMarkup(`<connect-hub base-url="${BASE_URL}" token="sandbox:categories"></connect-hub>`);
    expect(hub.outerHTML).not.toContain('sandbox:categories');
    hub.fetch = api.fetch;
    await insideOf(hub).findByRole('option', { name: /BambooHR/ });
    expect(tokensSent(api)).toEqual(['sandbox:categories']);
    expect(document.documentElement.outerHTML).not.toContain('sandbox:categories');
    expect(hub.shadowRoot?.innerHTML).not.toContain('sandbox:categories');
  });

  test('as an attribute is taken out where the element is not on the page', () => {
    const hub = document.createElement('connect-hub');
    hub.setAttribute('token', 'sandbox:create');
    expect(hub.hasAttribute('token')).toBe(false);
    expect(hub.token).toBe('sandbox:create');
  });

  test('can come later: the hub waits for it', async () => {
    const api = openApi();
    const { hub, inside } = placeHub({ api });
    await inside.findByText('Loading…');
    await turnsTaken();
    expect(api.calls).toEqual([]);
    hub.setAttribute('token', 'sandbox:categories');
    await inside.findByRole('option', { name: /BambooHR/ });
  });

  test('can be asked for', async () => {
    const api = openApi();
    const { inside } = placeHub({ api, getToken: async () => 'sandbox:categories' });
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(tokensSent(api)).toEqual(['sandbox:categories']);
  });

  test('of another owner starts afresh, and says so', async () => {
    const { hub, inside, heard } = placeHub({ token: 'sandbox:single' });
    await userEvent.type(await inside.findByLabelText('Subdomain'), 'acme');
    hub.token = 'sandbox:categories';
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(heard.closings).toEqual([{ reason: 'session_replaced', accounts: [] }]);
  });
});

const close = (hub: ConnectHubElement) => insideOf(hub).queryByRole('button', { name: 'Close' });

describe('Close and Done', () => {
  test('are not shown unless the page says that it closes: a listener cannot be seen', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(close(hub)).toBeNull();
  });

  test('are shown with the attribute, and gone without it', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:categories', closable: true });
    await inside.findByRole('option', { name: /BambooHR/ });
    expect(hub.hasAttribute('closable')).toBe(true);
    expect(close(hub)).not.toBeNull();
    hub.removeAttribute('closable');
    await waitFor(() => expect(close(hub)).toBeNull());
    expect(hub.closable).toBe(false);
  });

  test('are shown with the callback, as by the component', async () => {
    const told: unknown[] = [];
    const { hub, inside, heard } = placeHub({
      token: 'sandbox:categories',
      onClose: (closing) => told.push(closing),
    });
    await inside.findByRole('option', { name: /BambooHR/ });
    await userEvent.click(close(hub) as HTMLElement);
    await waitFor(() => expect(told).toEqual([{ reason: 'cancelled', accounts: [] }]));
    expect(heard.closings).toEqual(told);
  });
});
