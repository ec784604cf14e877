/** A server with nothing but sessions and sign-ins, as small as the contract lets it be; the test plays the provider. */
import { HUB_VERSION } from '../../../src/contract/version.js';

export const BASE_URL = 'https://api.example.test';
export const APP_URL = 'https://app.example.test';
export const SIGN_IN_ORIGIN = 'https://hosted.example.test';

/** All that this project adds to a sign-in. */
export const PAGES = ['attempt_start_url', 'attempt_binding', 'attempt_phases'] as const;

/** One request as it went out. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  /** The body, parsed. */
  readonly body: unknown;
}

export interface ServerAttempt {
  readonly id: string;
  /** Whose it is: to anybody else it is not there. */
  readonly owner: string;
  /** What it was made with. */
  readonly made: { readonly [key: string]: unknown };
  status: 'pending' | 'authenticated' | 'error' | 'cancelled';
  account: string | null;
  error: { readonly code: string; readonly description: string | null } | null;
  phase: string | null;
  /** Unix milliseconds. */
  readonly until: number;
  confirmed: unknown;
  /** Another account signed in than the one to be signed in to again. */
  other?: object;
}

export interface ServerOptions {
  /** Default none: the plain contract. */
  readonly extensions?: readonly string[];
  /** What settings say besides. */
  readonly settings?: object;
  /** What a session is bound to. */
  readonly session?: object;
  readonly startUrl?: (id: string) => string;
  /** Seconds until the next question, where the server cares. */
  readonly pollAfter?: number;
}

/** Answers itself, or lets the server answer and does as it likes with that. */
export type Middleman = (call: Call, pass: () => Response) => Response | Promise<Response>;

const passOn: Middleman = (_, pass) => pass();

export type Server = ReturnType<typeof openServer>;

const LIFETIME = 300;

export function openServer(options: ServerOptions = {}) {
  const { extensions = [], settings = {}, startUrl, pollAfter } = options;
  const hasPages = extensions.includes('attempt_start_url');
  const owners = new Map<string, string>();
  const calls: Call[] = [];
  const attempts: ServerAttempt[] = [];
  let middleman = passOn;

  const find = (id: string | undefined): ServerAttempt | undefined => attempts.find((one) => one.id === id);

  /** Where pages of its own tell how it goes, the server minds the time, too. */
  const statusOf = ({ status, until }: ServerAttempt): string =>
    hasPages && status === 'pending' && Date.now() >= until ? 'expired' : status;

  function make(body: unknown, owner: string): Response {
    const id = `attempt-${attempts.length + 1}`;
    attempts.push({
      id,
      owner,
      made: body as ServerAttempt['made'],
      status: 'pending',
      account: null,
      error: null,
      phase: hasPages ? 'created' : null,
      until: Date.now() + LIFETIME * 1000,
      confirmed: null,
    });
    if (!hasPages) return json(201, { id });
    return json(201, {
      id,
      start_url: startUrl?.(id) ?? `${SIGN_IN_ORIGIN}/start?a=${id}`,
      expires_in: LIFETIME,
    });
  }

  function answerAttempt({ method, path, body }: Call, owner: string): Response {
    const [, , , id, confirm] = path.split('/');
    const attempt = find(id);
    if (attempt?.owner !== owner) return refusal(404, 'There is no such attempt');
    if (method === 'DELETE') {
      if (statusOf(attempt) === 'pending') attempt.status = 'cancelled';
      return answerWith(204);
    }
    if (confirm) {
      attempt.confirmed = body;
      return json(200, {});
    }
    const { account, error, phase, other } = attempt;
    const answered = { status: statusOf(attempt), account: account && { id: account }, error, phase };
    return json(200, { ...answered, poll_after: pollAfter, another_account: other });
  }

  function answer(call: Call): Response {
    const { method, path, body } = call;
    const owner = owners.get(call.headers['x-hub-session-token'] ?? '');
    if (owner === undefined) return refusal(401, 'This session has expired');
    if (path === '/connect_sessions/authenticate')
      return json(201, { ...session(owner), ...options.session });
    if (path === '/hub/settings') {
      const pages = { sign_in_origin: SIGN_IN_ORIGIN, opening_url: `${SIGN_IN_ORIGIN}/opening` };
      return json(200, { enabled_features: extensions, ...(hasPages && pages), ...settings });
    }
    if (path === '/hub/connectors') return json(200, { integrations: [HUBSPOT, BAMBOOHR] });
    if (path === '/hub/connectors/hubspot-1') return json(200, { config: HUBSPOT_CONFIG });
    if (method === 'POST' && path === '/hub/connection_attempts') return make(body, owner);
    if (path.startsWith('/hub/connection_attempts/')) return answerAttempt(call, owner);
    return refusal(404, 'There is nothing here');
  }

  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const headers = Object.fromEntries(new Headers(init.headers));
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const call = { method: init.method ?? 'GET', path: pathname + search, headers, body };
    calls.push(call);
    const { signal } = init;
    const given = middleman(call, () => answer(call));
    return Promise.race([given, ...(signal ? [aborted(signal)] : [])]);
  };

  return {
    fetch,
    calls,
    attempts,
    find,
    /** What was asked since the first screen was there, a line each. */
    lines: (): readonly string[] =>
      calls
        .map(({ method, path }) => `${method} ${path}`)
        .filter((line) => line.includes('/hub/connection_attempts')),
    /** A session begins. */
    begin: (token: string, owner = 'acme'): string => {
      owners.set(token, owner);
      return token;
    },
    /** Whether the token is one of a session that has not ended. */
    knows: (token: string): boolean => owners.has(token),
    /** A session ends, if it has not yet. */
    end: (token: string): boolean => owners.delete(token),
    /** From now on every request goes by this. */
    between: (next: Middleman): void => {
      middleman = next;
    },
    /** The user signs in and gives access; too late where the attempt is over. */
    allow: (id: string, account = `account-of-${id}`): boolean => {
      const attempt = find(id);
      if (!attempt || statusOf(attempt) !== 'pending') return false;
      Object.assign(attempt, { status: 'authenticated', account, phase: 'authenticated' });
      return true;
    },
    /** The provider says no. */
    refuse: (id: string, code: string, description: string | null = null): boolean => {
      const attempt = find(id);
      if (!attempt || statusOf(attempt) !== 'pending') return false;
      Object.assign(attempt, { status: 'error', error: { code, description } });
      return true;
    },
  };
}

/**
 * An answer whose body is there at once: the platform's own comes in its own time, which does not stand still with
 * the test's.
 */
export function answerWith(status: number, text = '', headers: HeadersInit = {}): Response {
  const chunks = text ? [new TextEncoder().encode(text)] : [];
  return answerReading(status, async () => chunks.shift(), headers);
}

/** The same with a body of these pieces, `undefined` after the last one. */
export function answerReading(
  status: number,
  next: () => Promise<Uint8Array | undefined>,
  headers: HeadersInit = {},
): Response {
  const read = async () => {
    const value = await next();
    return { done: value === undefined, value };
  };
  const body = { getReader: () => ({ read, cancel: async () => undefined }) };
  const parts: Partial<Response> = { ok: status < 300, status, headers: new Headers(headers) };
  return { ...parts, body } as unknown as Response;
}

export const json = (status: number, body: object): Response => answerWith(status, JSON.stringify(body));

export const refusal = (statusCode: number, message: string): Response =>
  json(statusCode, { statusCode, message });

/** What is heard of a line that broke. */
export const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

const session = (owner: string): object => ({
  id: 1,
  organization_id: 42,
  project_id: 'project-1',
  categories: null,
  provider: null,
  origin_owner_id: owner,
  origin_owner_name: owner,
  created_at: '2026-01-01T00:00:00.000Z',
});

const integration = (provider: string, name: string, type: string): object => ({
  active: true,
  name,
  provider,
  type,
  version: '1',
  authentication_config_key: 'oauth',
  environment: 'production',
  integration_id: `${provider}-1`,
  logo_url: null,
});

const HUBSPOT = integration('hubspot', 'HubSpot', 'crm');
const HUBSPOT_CONFIG = {
  key: 'hubspot',
  name: 'HubSpot',
  type: 'oauth2',
  configFields: [{ key: 'subdomain', label: 'Subdomain', required: true, secret: false }],
};
const BAMBOOHR = integration('bamboohr', 'BambooHR', 'hris');

/** The headers that every call carries, and no other. */
export const headersWith = (token: string): object => ({
  'x-hub-session-token': token,
  'x-hub-version': HUB_VERSION,
  'content-type': 'application/json',
});
