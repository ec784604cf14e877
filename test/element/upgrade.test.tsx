import { afterEach, expect, test, vi } from 'vitest';
import type { ConnectHubElement } from '../../src/element.js';
import { BASE_URL, openApi } from '../support/api.js';

/** On a page that comes before the script: nobody has defined the element yet. */

afterEach(() => document.body.replaceChildren());

test('what a page says before the script is there is taken over, and the definition stays the first', async () => {
  const { fetch, calls } = openApi();
  document.body.innerHTML = `<connect-hub theme="dark" base-url="https://elsewhere.example"></connect-hub>`;
  const hub = document.querySelector('connect-hub') as ConnectHubElement;
  const ready = new Promise((resolve) => {
    hub.addEventListener('hub-event', ({ detail }) => detail.type === 'ready' && resolve(detail));
  });
  // On an element that is none yet, these are properties like any other.
  Object.assign(hub, { token: 'sandbox:single', baseUrl: BASE_URL, fetch, closable: true });
  expect(hub.shadowRoot).toBeNull();

  await import('../../src/element.js');
  await ready;
  expect(Object.keys(hub)).not.toContain('token');
  expect(hub).toMatchObject({ token: 'sandbox:single', baseUrl: BASE_URL, theme: 'dark', closable: true });
  expect(hub.hasAttribute('closable')).toBe(true);
  expect(calls.every(({ headers }) => headers.get('x-hub-session-token') === 'sandbox:single')).toBe(true);
  hub.token = undefined;
  expect(hub.token).toBeUndefined();

  // A second copy of everything, as a second script on the page would be.
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const first = customElements.get('connect-hub') as unknown as { version: string };
  vi.resetModules();
  await import('../../src/element.js');
  expect(customElements.get('connect-hub')).toBe(first);
  expect(document.createElement('connect-hub')).toBeInstanceOf(first);
  expect(warn).not.toHaveBeenCalled();

  // And one of another version.
  const { version } = first;
  Object.defineProperty(first, 'version', { value: '0.0.9' });
  vi.resetModules();
  await import('../../src/element.js');
  expect(customElements.get('connect-hub')).toBe(first);
  expect(warn.mock.calls).toEqual([
    [`[connect-hub] Version ${version} of <connect-hub> is not used: 0.0.9 defined it first.`],
  ]);
  warn.mockRestore();
});
