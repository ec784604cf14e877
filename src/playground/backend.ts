import type { LinkedAccount } from '../sandbox/options.js';
import type { SessionBody } from './session.js';

export type { LinkedAccount };

/** What the product's backend refused, or that it did not answer (`status` 0), in words that a page can show. */
export class BackendError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export interface Addresses {
  readonly sandboxUrl: string;
  readonly hostedUrl: string;
}

/** The product's own backend, which holds the API key and asks the API in the page's place. */
export interface Backend {
  /** Where the hub finds the API, and where the hosted page is. */
  addresses(): Promise<Addresses>;
  /** The token of a new session. */
  createSession(body: SessionBody): Promise<string>;
  accounts(ownerId: string, signal: AbortSignal): Promise<readonly LinkedAccount[]>;
  disconnect(accountId: string): Promise<void>;
}

export function createBackend(fetch: typeof globalThis.fetch): Backend {
  async function call(method: string, path: string, init: RequestInit = {}): Promise<unknown> {
    const response = await fetch(`/api${path}`, { method, ...init }).catch((error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new BackendError(0, 'The backend of this page does not answer.');
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok && answer !== undefined) return answer;
    throw new BackendError(response.status, messageOf(answer) ?? `The backend answered ${response.status}.`);
  }

  let known: Promise<Addresses> | undefined;

  return {
    async addresses() {
      known ??= call('GET', '/config').then((answer) => ({
        sandboxUrl: textOf(answer, 'sandboxUrl'),
        hostedUrl: textOf(answer, 'hostedUrl'),
      }));
      try {
        return await known;
      } catch (error) {
        known = undefined;
        throw error;
      }
    },
    async createSession(body) {
      const headers = { 'content-type': 'application/json' };
      return textOf(await call('POST', '/sessions', { headers, body: JSON.stringify(body) }), 'token');
    },
    async accounts(ownerId, signal) {
      const query = new URLSearchParams({ origin_owner_id: ownerId });
      const answer = await call('GET', `/accounts?${query}`, { signal });
      if (!Array.isArray(answer)) throw new BackendError(200, "The backend's answer is no list of accounts.");
      return answer as LinkedAccount[];
    },
    async disconnect(accountId) {
      await call('DELETE', `/accounts/${encodeURIComponent(accountId)}`);
    },
  };
}

function messageOf(answer: unknown): string | undefined {
  const message = (answer as { message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' && message ? message : undefined;
}

function textOf(answer: unknown, key: string): string {
  const value = (answer as Record<string, unknown> | null)?.[key];
  if (typeof value === 'string') return value;
  throw new BackendError(200, `The backend's answer has no ${key}.`);
}
