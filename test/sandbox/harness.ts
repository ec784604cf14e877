import type * as z from 'zod/mini';
import { AccountCreated, AccountData } from '../../src/api/schemas.js';
import { createSandbox, type CatalogEntry, type SandboxOptions } from '../../src/sandbox.js';
import { LinkedAccount, SessionMade } from './backend-schemas.js';

export const BASE = 'https://api.test';
export const API_KEY = 'sandbox_key';

/** 2026-01-01, noon, in UTC. */
export const START = Date.UTC(2026, 0, 1, 12);

/** The owner that a session is for where a test does not care. */
export const OWNER = { origin_owner_id: 'acme', origin_owner_name: 'Acme Corp' };

type Body = object | string | undefined;

/** A sandbox whose clock and waiting are the test's own, and short ways to call it. */
export function openSandbox(options: SandboxOptions = {}, base: string = BASE) {
  let time = START;
  const waits: number[] = [];
  const sandbox = createSandbox({
    catalog: CATALOG,
    now: () => time,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
    },
    ...options,
  });

  const call = (method: string, path: string, headers: Record<string, string>, body?: Body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const init = text === undefined ? { method, headers } : { method, headers, body: text };
    return sandbox.fetch(new Request(base + path, init));
  };
  const backend = (method: string, path: string, body?: Body, key = `${API_KEY}:`) =>
    call(method, path, { authorization: `Basic ${btoa(key)}` }, body);

  return {
    call,
    backend,
    waits,
    close: () => sandbox.close(),
    pass: (seconds: number) => {
      time += seconds * 1000;
    },
    /** Makes a session, in the wire's names. */
    session: async (input: object = {}) =>
      read(SessionMade, await backend('POST', '/connect_sessions', { ...OWNER, ...input })),
    /** The hub's calls with a token. */
    hub: (token: string, more: Record<string, string> = {}) => {
      const headers = { 'x-hub-session-token': token, 'x-hub-version': '0.0.0', ...more };
      return {
        get: (path: string) => call('GET', path, headers),
        post: (path: string, body?: Body) => call('POST', path, headers, body),
        patch: (path: string, body?: Body) => call('PATCH', path, headers, body),
        delete: (path: string) => call('DELETE', path, headers),
      };
    },
    authenticate: (token: string) => call('POST', '/connect_sessions/authenticate', {}, { token }),
    /** What the backend sees of an owner's accounts. */
    accounts: async (owner: string = OWNER.origin_owner_id) => {
      const listed = (await (await backend('GET', `/accounts?origin_owner_id=${owner}`)).json()) as unknown[];
      return listed.map((account) => LinkedAccount.parse(account));
    },
  };
}

export type Opened = ReturnType<typeof openSandbox>;

/** The body of a success, through a schema. */
export async function read<T extends z.ZodMiniType>(schema: T, response: Response): Promise<z.output<T>> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return schema.parse(await response.json());
}

const entry = (number: number, provider: string, category: string, config: object = {}): CatalogEntry => ({
  integrationId: `00000000-0000-4000-8000-00000000000${number}`,
  active: true,
  name: provider.toUpperCase(),
  provider,
  category,
  version: '1',
  configKey: `${provider}_v1`,
  environment: 'production',
  config: {
    key: provider,
    name: provider,
    type: 'custom',
    configFields: [
      { key: 'subdomain', label: 'Subdomain', required: true, secret: false },
      { key: 'region', label: 'Region', secret: false },
      { key: 'api_key', label: 'API key', type: 'password', required: true },
      { key: 'pin', label: 'PIN' },
    ],
    ...config,
  },
});

export const ALPHA = entry(1, 'alpha', 'hris');
export const ALPHA_AGAIN = { ...entry(2, 'alpha', 'hris'), version: '2' };
export const BETA = entry(3, 'beta', 'crm');
export const GAMMA = entry(4, 'gamma', 'hris-legacy');
export const IDLE = { ...entry(5, 'idle', 'crm'), active: false };
export const SIGN_IN = entry(6, 'signin', 'stackone', {
  type: 'oauth2',
  configFields: [{ key: 'site', label: 'Site', required: true, secret: false }],
});

/** A handful of integrations: one provider twice, one inactive, one with a sign-in. */
export const CATALOG: readonly CatalogEntry[] = [ALPHA, ALPHA_AGAIN, BETA, GAMMA, IDLE, SIGN_IN];

/** Credentials that every form of {@link CATALOG} accepts. */
export const CREDENTIALS = { subdomain: 'acme', api_key: 'secret-secret-1234' };

/** The body that connects an integration. */
export const connecting = ({ integrationId }: CatalogEntry, credentials: object = CREDENTIALS) => ({
  integration_id: integrationId,
  credentials,
});

/** An account that the hub connected, and ways to look at it and to change it. */
export async function connected(sandbox: Opened, credentials: object = CREDENTIALS, integration = ALPHA) {
  const { token } = await sandbox.session();
  const hub = sandbox.hub(token);
  const { id } = await read(
    AccountCreated,
    await hub.post('/hub/accounts', connecting(integration, credentials)),
  );
  const path = `/hub/accounts/${id}`;
  return {
    hub,
    id,
    data: async () => read(AccountData, await hub.get(path)),
    patch: (body: object) => hub.patch(path, connecting(integration, body)),
  };
}

/** A sleep that lasts until somebody wakes it. */
export function sleeper() {
  const waiting: (() => void)[] = [];
  const asleep = new Promise<void>((resolve) => {
    waiting.push(resolve);
  });
  return { asleep, wake: () => waiting.forEach((wake) => wake()) };
}
