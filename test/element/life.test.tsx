import { waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ConnectHubElement } from '../../src/element.js';
import { openApi } from '../support/api.js';
import { gate } from '../support/gate.js';
import { watchLeftovers } from '../hub/support/leftovers.js';
import { insideOf, listenTo, placeHub, turnsTaken } from './placed.js';

function somewhere(): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  onTestFinished(() => place.remove());
  return place;
}

const subdomainOf = (hub: ConnectHubElement): Promise<HTMLInputElement> =>
  insideOf(hub).findByLabelText('Subdomain');

describe('an element that is moved', () => {
  test('goes on where it was: nothing is asked again, nobody is told of an end', async () => {
    const { hub, api, heard, inside } = placeHub({ token: 'sandbox:single' });
    const field = await subdomainOf(hub);
    await userEvent.type(field, 'acme');
    const before = api.calls.length;
    somewhere().append(hub);
    hub.remove();
    somewhere().append(hub);
    await turnsTaken();
    expect(inside.getByLabelText('Subdomain')).toBe(field);
    expect(field).toHaveValue('acme');
    expect(api.calls).toHaveLength(before);
    expect(heard.closings).toEqual([]);
  });

  test('into a form, into a dialog, into another shadow root works as before', async () => {
    const { hub, inside } = placeHub({ token: 'sandbox:single' });
    await subdomainOf(hub);
    const root = somewhere().attachShadow({ mode: 'open' });
    for (const name of ['form', 'dialog']) {
      root.append(document.createElement(name));
      root.lastElementChild?.append(hub);
    }
    await turnsTaken();
    await userEvent.type(inside.getByLabelText('Subdomain'), 'acme');
    expect(inside.getByLabelText('Subdomain')).toHaveValue('acme');
  });
});

describe('an element that is taken off the page', () => {
  test('ends: the page hears of it once, and nothing is left behind', async () => {
    const first = placeHub({ token: 'sandbox:single' });
    await userEvent.type(await subdomainOf(first.hub), 'acme');
    first.hub.remove();
    await turnsTaken();
    const leftovers = watchLeftovers();
    const { hub, heard } = placeHub({ token: 'sandbox:single' });
    await userEvent.type(await subdomainOf(hub), 'acme');
    hub.remove();
    await turnsTaken();
    expect(heard.closings).toEqual([{ reason: 'unmounted', accounts: [] }]);
    expect(hub.shadowRoot?.childElementCount).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  test('in the middle of its requests cancels them', async () => {
    const api = openApi();
    const answer = gate();
    const signals: (AbortSignal | null | undefined)[] = [];
    api.between(async (_, pass) => {
      await answer.opened;
      return pass();
    });
    const { hub } = placeHub({
      api,
      token: 'sandbox:create',
      fetch: (input, init) => {
        signals.push(init?.signal);
        return api.fetch(input, init);
      },
    });
    await waitFor(() => expect(signals).toHaveLength(3));
    hub.remove();
    await turnsTaken();
    expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true]);
    answer.open();
  });

  test('while an account is being made still tells of it', async () => {
    const api = openApi();
    const answer = gate();
    api.between(async ({ path }, pass) => {
      if (path === '/hub/accounts') await answer.opened;
      return pass();
    });
    const { hub, inside, heard } = placeHub({ api, token: 'sandbox:single' });
    await userEvent.type(await subdomainOf(hub), 'acme');
    await userEvent.type(inside.getByLabelText('API key'), 'a-key-of-BambooHR');
    await userEvent.click(inside.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(api.callsTo('POST /hub/accounts')).toHaveLength(1));
    hub.remove();
    await turnsTaken();
    answer.open();
    await waitFor(() => expect(heard.successes).toHaveLength(1));
    expect(heard.closings).toEqual([{ reason: 'unmounted', accounts: [] }]);
  });

  test.each(['hub-close', 'hub-success'] as const)('by whoever hears %s ends in peace', async (type) => {
    const { hub, inside, heard } = placeHub({ token: 'sandbox:single', closable: true });
    hub.addEventListener(type, () => hub.remove());
    await userEvent.type(await subdomainOf(hub), 'acme');
    await userEvent.type(inside.getByLabelText('API key'), 'a-key-of-BambooHR');
    await userEvent.click(inside.getByRole('button', { name: 'Connect' }));
    if (type === 'hub-close') await userEvent.click(await inside.findByRole('button', { name: 'Done' }));
    await waitFor(() => expect(hub.isConnected).toBe(false));
    await turnsTaken();
    const reason = type === 'hub-close' ? 'done' : 'unmounted';
    expect(heard.successes).toHaveLength(1);
    expect(heard.closings).toEqual([{ reason, accounts: heard.successes }]);
    expect(hub.shadowRoot?.childElementCount).toBe(0);
  });

  test('and added again later starts afresh, with the options that it had', async () => {
    const { hub, heard, inside } = placeHub({ token: 'sandbox:single' });
    await userEvent.type(await subdomainOf(hub), 'acme');
    hub.remove();
    await turnsTaken();
    somewhere().append(hub);
    expect(await subdomainOf(hub)).toHaveValue('');
    await waitFor(() => expect(heard.events.filter(({ type }) => type === 'ready')).toHaveLength(2));
    hub.remove();
    await turnsTaken();
    expect(heard.closings.map(({ reason }) => reason)).toEqual(['unmounted', 'unmounted']);
    expect(inside.queryByLabelText('Subdomain')).toBeNull();
  });

  test('after it was closed tells nothing more, and can be used again', async () => {
    const { hub, inside, heard } = placeHub({ token: 'sandbox:categories', closable: true });
    await inside.findByRole('option', { name: /BambooHR/ });
    await userEvent.click(inside.getByRole('button', { name: 'Close' }));
    await inside.findByText('You can close this now.');
    hub.remove();
    await turnsTaken();
    expect(heard.closings).toEqual([{ reason: 'cancelled', accounts: [] }]);
    somewhere().append(hub);
    await inside.findByRole('option', { name: /BambooHR/ });
  });
});

test('an element that is pointed at another account starts there, and has not left the page', async () => {
  const { hub, inside, heard } = placeHub({ token: 'sandbox:connected' });
  await inside.findByRole('option', { name: /BambooHR/ });
  hub.accountId = '45000000000000000012';
  await inside.findByRole('heading', { name: 'Edit Pipedrive' });
  await turnsTaken();
  expect(heard.closings).toEqual([]);
});

test('a clone has the attributes, and neither the token nor what was set as a property', async () => {
  const { hub, inside } = placeHub({ token: 'sandbox:single' });
  hub.setAttribute('theme', 'dark');
  await subdomainOf(hub);
  const clone = hub.cloneNode(true) as ConnectHubElement;
  somewhere().append(clone);
  await insideOf(clone).findByText('Loading…');
  expect(insideOf(clone).getByRole('region')).toHaveAttribute('data-theme', 'dark');
  expect(clone).toMatchObject({ token: undefined, fetch: undefined });
  expect(inside.getByLabelText('Subdomain')).toBeVisible();
});

test('two on one page have nothing to do with each other', async () => {
  const [one, other] = [placeHub({ token: 'sandbox:single' }), placeHub({ token: 'sandbox:single' })];
  await userEvent.type(await subdomainOf(one.hub), 'first');
  await userEvent.type(await subdomainOf(other.hub), 'second');
  one.hub.remove();
  await turnsTaken();
  expect(one.heard.closings).toHaveLength(1);
  expect(other.heard.closings).toEqual([]);
  expect(await subdomainOf(other.hub)).toHaveValue('second');
});

describe('what the element tells', () => {
  test('stays with the element: nothing bubbles', async () => {
    const place = somewhere();
    const bubbled: string[] = [];
    const types = ['hub-success', 'hub-error', 'hub-close', 'hub-event'];
    for (const type of types) {
      for (const target of [place, document]) {
        target.addEventListener(type, () => bubbled.push(type));
      }
    }
    const { hub, inside, heard } = placeHub({ token: 'sandbox:single', place, closable: true });
    const own: Event[] = [];
    for (const type of types) hub.addEventListener(type, (event) => own.push(event));
    await userEvent.type(await subdomainOf(hub), 'acme');
    await userEvent.type(inside.getByLabelText('API key'), 'invalid');
    await userEvent.click(inside.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(heard.errors).toHaveLength(1));
    await userEvent.type(inside.getByLabelText('API key'), 'a-key-of-BambooHR', {
      initialSelectionStart: 0,
      initialSelectionEnd: 'invalid'.length,
    });
    await userEvent.click(inside.getByRole('button', { name: 'Connect' }));
    await userEvent.click(await inside.findByRole('button', { name: 'Done' }));
    await waitFor(() => expect(heard.closings).toHaveLength(1));
    expect(new Set(own.map(({ type }) => type))).toEqual(new Set(types));
    expect(own.every((event) => !event.bubbles && !event.composed)).toBe(true);
    expect(bubbled).toEqual([]);
  });

  test('comes although a listener throws', async () => {
    const thrown: string[] = [];
    const hear = (event: ErrorEvent): void => {
      thrown.push(event.message);
      event.preventDefault();
    };
    window.addEventListener('error', hear);
    onTestFinished(() => window.removeEventListener('error', hear));
    const { hub, inside } = placeHub({ token: 'sandbox:categories' });
    hub.addEventListener('hub-event', () => {
      throw new Error('the page’s own affair');
    });
    const heard = listenTo(hub);
    await inside.findByRole('option', { name: /BambooHR/ });
    await waitFor(() => expect(heard.events.map(({ type }) => type)).toContain('ready'));
    expect(thrown.length).toBeGreaterThan(0);
  });
});
