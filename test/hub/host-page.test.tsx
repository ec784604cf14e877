import { render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectHub, type HubOptions } from '../../src/index.js';
import { few } from '../../src/sandbox/scenarios/few.js';
import { openApi, refusal } from '../support/api.js';
import { mountHub } from '../support/hub.js';
import { connectBambooHr, heading, pick, press } from './support/steps.js';

/** Pages whose scripts have changed what all scripts share. */

/** What libraries of old put there: whoever looks through an object or a list sees it. */
const ADDED: readonly (readonly [object, string, unknown])[] = [
  [Object.prototype, 'extend', () => undefined],
  [Object.prototype, 'each', () => undefined],
  [Array.prototype, 'last', () => undefined],
];

/** What somebody puts there who has found a way to, and hopes that it is taken for what was not given. */
const POLLUTION: readonly (readonly [object, string, unknown])[] = [
  [Object.prototype, 'baseUrl', 'https://evil.test'],
  [Object.prototype, 'appUrl', 'https://evil.test'],
  [Object.prototype, 'accountId', 'evil'],
  [Object.prototype, 'getToken', () => Promise.resolve('evil')],
  [Object.prototype, 'messages', { 'picker.all': 'evil' }],
  [Object.prototype, 'onSuccess', () => undefined],
];

function add(additions: typeof ADDED): void {
  for (const [target, name, value] of additions) {
    Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  }
}

// React, of attributes that it is given with every element.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

afterEach(() => {
  vi.restoreAllMocks();
  for (const [target, name] of [...ADDED, ...POLLUTION]) Reflect.deleteProperty(target, name);
});

async function refusedThenConnected() {
  const api = openApi({ catalog: few });
  let isFirst = true;
  api.between(async ({ method, path }, pass) => {
    if (method !== 'POST' || path !== '/hub/accounts' || !isFirst) return pass();
    isFirst = false;
    return refusal(400, 'Not these.');
  });
  const hub = mountHub({ api, token: await api.token() });
  await pick(/BambooHR/);
  await press('Connect');
  expect(await screen.findAllByText('Please fill this in.')).not.toEqual([]);
  await connectBambooHr();
  await screen.findByRole('alert');
  await press('Connect');
  await heading('BambooHR is connected');
  return hub;
}

describe('a page', () => {
  it('that has added to what all objects have changes nothing', async () => {
    add(ADDED);
    const { heard } = await refusedThenConnected();
    expect(heard.successes).toMatchObject([{ mode: 'created' }]);
    expect(heard.errors).toHaveLength(1);
  });

  it('whose objects have options that nobody gave is asked for none of them', async () => {
    const asked: Request[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(new Request(input, init));
      return Promise.resolve(Response.json({ integrations: [] }));
    };
    const given: HubOptions = { token: 'sandbox:create', fetch };
    add(POLLUTION);
    render(<ConnectHub {...given} />);
    await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(3));
    for (const { url, headers } of asked) {
      expect(url).toMatch(/^https:\/\/api\.stackone\.com\//);
      expect(url).not.toContain('evil');
      expect(headers.get('x-hub-session-token')).toBe('sandbox:create');
    }
  });

  // The last one: it cannot be undone.
  it('that has frozen what all objects have changes nothing', async () => {
    for (const { prototype } of [Object, Array, Function, Error, TypeError, Promise, Map, Set]) {
      Object.freeze(prototype);
    }
    const { heard } = await refusedThenConnected();
    expect(heard.successes).toMatchObject([{ mode: 'created' }]);
    expect(heard.errors).toMatchObject([{ code: 'validation_failed' }]);
  });
});
