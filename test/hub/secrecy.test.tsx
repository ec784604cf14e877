import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { few } from '../../src/sandbox/scenarios/few.js';
import { openApi, refusal } from '../support/api.js';
import { type MountedHub, mountHub } from '../support/hub.js';
import { connectBambooHr, heading, pick, press, type } from './support/steps.js';

const CANARY = 'canary-credential-0123456789';

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const spies = METHODS.map((method) => ({ method, said: vi.fn() }));

beforeEach(() => {
  for (const { method, said } of spies) vi.spyOn(console, method).mockImplementation(said);
});

afterEach(() => {
  vi.restoreAllMocks();
  for (const { said } of spies) said.mockClear();
});

const everythingSaid = (): readonly unknown[] => spies.flatMap(({ said }) => said.mock.calls);

/** All that a script, another page or a log could read of what happened. */
const traces = ({ heard, api }: MountedHub): string =>
  JSON.stringify([
    heard,
    api.calls.map(({ path }) => path),
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    document.cookie,
    document.title,
    location.href,
    history.state,
    performance.getEntries().map(({ name }) => name),
    everythingSaid(),
  ]);

/** Refused by the provider, which repeats everything it was sent; then accepted; then edited. */
async function wholeJourney(): Promise<MountedHub & { readonly token: string }> {
  const api = openApi({ catalog: few });
  let isFirst = true;
  api.between(async ({ method, path, text }, pass) => {
    if (method !== 'POST' || path !== '/hub/accounts' || !isFirst) return pass();
    isFirst = false;
    return refusal(400, `I was sent ${text}`, { provider_response: { sent: text } });
  });
  const token = await api.token();
  const hub = mountHub({ api, token });
  await pick(/BambooHR/);
  await connectBambooHr({ apiKey: CANARY });
  await screen.findByRole('alert');
  await press('Connect');
  await heading('BambooHR is connected');
  await press('Connect another');
  await pick(/BambooHR/);
  await press(/^Replace/);
  await type('API key', `${CANARY}-new`);
  await press('Save changes');
  await heading('Your changes to BambooHR are saved');
  await press('Done');
  return { ...hub, token };
}

describe('what was typed and the token', () => {
  it('are in no event, no storage, no address and no log', async () => {
    const hub = await wholeJourney();
    expect(hub.heard.successes).toHaveLength(2);
    expect(hub.heard.errors).toHaveLength(1);
    const read = traces(hub);
    expect(read).toContain('acme');
    expect(read).not.toContain(CANARY);
    expect(read).not.toContain(hub.token);
    expect(document.body.innerHTML).not.toContain(hub.token);
  });

  it('are sent in headers and bodies', async () => {
    const { api, token } = await wholeJourney();
    expect(api.calls.every(({ headers }) => headers.get('x-hub-session-token') === token)).toBe(true);
    expect(api.calls.filter(({ text }) => text.includes(CANARY))).toHaveLength(3);
  });
});

describe('a recorder of sessions', () => {
  it('is told to leave every control of a form alone, a revealed secret and what is chosen included', async () => {
    mountHub({ token: 'sandbox:fields' });
    await screen.findByRole('button', { name: 'Connect' });
    for (const reveal of screen.getAllByRole('button', { name: /^Show / })) reveal.click();
    const controls = [...document.querySelectorAll('input, textarea, select')];
    expect(controls.length).toBeGreaterThan(10);
    for (const attribute of ['clarity-mask', 'dd-privacy', 'hj-suppress', 'private', 'sentry-mask']) {
      expect(controls.filter((control) => !control.closest(`[data-${attribute}]`))).toEqual([]);
    }
    const typed = controls.filter((control) => !control.hasAttribute('data-readonly'));
    for (const name of ['fs-mask', 'ph-no-capture', 'rr-ignore']) {
      expect(typed.filter((control) => !control.closest(`.${name}`))).toEqual([]);
    }
  });
});

describe('the console', () => {
  it('stays empty through a whole journey', async () => {
    await wholeJourney();
    expect(everythingSaid()).toEqual([]);
  });

  it.each(['sandbox:expired', 'sandbox:gateway', 'sandbox:broken-config', 'sandbox:empty', 'sandbox:gone'])(
    'stays empty with %s',
    async (token) => {
      const { unmount } = mountHub({ token });
      await waitFor(() => expect(document.querySelector('[role=alert], [role=listbox]')).not.toBeNull());
      unmount();
      expect(everythingSaid()).toEqual([]);
    },
  );

  it('stays empty with wrong options', async () => {
    mountHub({ token: 'sandbox:create', height: 'tall' });
    await screen.findByRole('alert');
    expect(everythingSaid()).toEqual([]);
  });
});
