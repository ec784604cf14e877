import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type Backend, BackendError } from '../../src/playground/backend.js';
import type { HubTarget, SessionBody } from '../../src/playground/session.js';
import { DEFAULT_SETTINGS, type Settings } from '../../src/playground/settings.js';
import { useConnection } from '../../src/playground/useConnection.js';

const never = (): never => {
  throw new Error('Nobody should ask for this.');
};

function connecting(setup: {
  createSession?: Backend['createSession'];
  scenario?: string;
  settings?: Partial<Settings>;
}) {
  const sessions: SessionBody[] = [];
  const onRefused = vi.fn();
  const backend: Backend = {
    addresses: async () => ({
      sandboxUrl: 'http://127.0.0.1:4010',
      hostedUrl: 'http://localhost:5180/',
    }),
    createSession:
      setup.createSession ??
      (async (body) => {
        sessions.push(body);
        return `token-${sessions.length}`;
      }),
    accounts: never,
    disconnect: never,
  };
  const settings = { ...DEFAULT_SETTINGS, ...setup.settings };
  const { result } = renderHook(() =>
    useConnection({ backend, settings, scenario: setup.scenario, onRefused }),
  );
  const open = (target: HubTarget) => act(async () => result.current.open(target));
  return { result, open, sessions, onRefused };
}

test('the session is created first; its token is the first that the hub gets, and the next is a new one', async () => {
  const { result, open, sessions } = connecting({});
  await open({ kind: 'connect' });
  expect(result.current.hub).toBeDefined();

  const { getToken, baseUrl } = result.current.hub?.options ?? {};
  expect(baseUrl).toBe('http://127.0.0.1:4010');
  expect(sessions).toHaveLength(1);
  expect(await getToken?.()).toBe('token-1');
  expect(await getToken?.()).toBe('token-2');
  expect(sessions).toHaveLength(2);
});

test('an account is edited by its id', async () => {
  const { result, open } = connecting({});
  await open({ kind: 'edit', accountId: 'a', name: 'BambooHR' });
  expect(result.current.hub?.options.accountId).toBe('a');
});

test('a scenario asks no backend for a session, and every opening of it starts over', async () => {
  const { result, open } = connecting({ scenario: 'sandbox:expired', createSession: never });
  await open({ kind: 'connect' });
  expect(result.current.hub?.options.token).toMatch(/^sandbox:expired:[\w-]+$/);
  expect(result.current.hub?.options.getToken).toBeUndefined();
});

test('a scenario is for Connect alone', async () => {
  const { result, open } = connecting({ scenario: 'sandbox:expired' });
  await open({ kind: 'edit', accountId: 'a', name: 'BambooHR' });
  expect(result.current.hub?.options.getToken).toBeDefined();
});

test('the plain contract is the same API under /plain', async () => {
  const { result, open } = connecting({ settings: { plain: true } });
  await open({ kind: 'connect' });
  expect(result.current.hub?.options.baseUrl).toBe('http://127.0.0.1:4010/plain');
});

test('a refused session opens nothing and says why, field by field', async () => {
  const { result, open, onRefused } = connecting({
    createSession: async () => {
      throw new BackendError(400, 'label is too long');
    },
  });
  await open({ kind: 'connect' });
  expect(result.current.problems).toEqual({ label: 'is too long.' });
  expect(result.current.hub).toBeUndefined();
  expect(onRefused).toHaveBeenCalledOnce();
  act(() => result.current.forget());
  expect(result.current.problems).toEqual({});
});

test('a session that cannot be sent is not sent', async () => {
  const { result, open } = connecting({
    settings: { session: { ...DEFAULT_SETTINGS.session, metadata: '{' } },
    createSession: never,
  });
  await open({ kind: 'connect' });
  expect(Object.keys(result.current.problems)).toEqual(['metadata']);
});

test('while the hub is open, nothing else opens', async () => {
  const { result, open, sessions } = connecting({});
  await open({ kind: 'connect' });
  expect(result.current.hub).toBeDefined();
  await open({ kind: 'connect' });
  act(() => result.current.close());
  expect(sessions).toHaveLength(1);
  await open({ kind: 'connect' });
  expect(sessions).toHaveLength(2);
});
