import type { CatalogEntry } from './catalog/types.js';
import type { OAuth } from './sign-in/oauth.js';
import type { Store } from './store.js';

/** What the sandbox can add to the plain contract; the names are those that settings announce. */
export const EXTENSIONS = [
  'idempotency',
  'field_errors',
  'session_expiry',
  'account_names',
  'connected',
  'attempt_start_url',
  'attempt_binding',
  'attempt_phases',
] as const;

/** One of {@link EXTENSIONS}. */
export type Extension = (typeof EXTENSIONS)[number];

/** An account as the host's backend sees it: what `GET /accounts` lists. */
export interface LinkedAccount {
  readonly id: string;
  readonly provider: string;
  readonly provider_name: string;
  readonly origin_owner_id: string;
  readonly origin_owner_name: string;
  readonly origin_username: string | null;
  readonly label: string | null;
  readonly type: 'production' | 'test';
  readonly status: 'active' | 'inactive' | 'error';
  readonly status_reasons: readonly { readonly description: string; readonly timestamp: string }[];
  readonly setup_information: { readonly [key: string]: string };
  readonly metadata: { readonly [key: string]: unknown } | null;
  /** RFC 3339, in UTC. */
  readonly created_at: string;
  /** RFC 3339, in UTC. */
  readonly updated_at: string;
}

/** What a webhook would carry: something happened to an account. */
export interface AccountEvent {
  readonly event: 'account.created' | 'account.updated' | 'account.deleted';
  readonly account: LinkedAccount;
}

/** Everything about a sandbox that can be chosen; all of it is optional. */
export interface SandboxOptions {
  /** The key with which a backend makes sessions and reads accounts. Default `'sandbox_key'`. */
  readonly apiKey?: string;
  /** What is added to the plain contract. Default all of {@link EXTENSIONS}; `[]` is the plain contract. */
  readonly extensions?: readonly Extension[];
  /** Where sessions, accounts and attempts are kept. Default a fresh `memoryStore()`. */
  readonly store?: Store;
  /** The integrations of this sandbox's one project. Default the catalogue of real products. */
  readonly catalog?: readonly CatalogEntry[];
  /** Put before every logo's path, say `'http://localhost:5173'`. Without it connectors have no logo. */
  readonly assetsUrl?: string;
  /** Where the hosted page lives, the base of `auth_link_url`. Default the origin of the request. */
  readonly appUrl?: string;
  /** How long a sign-in in a window may take, in seconds. Default 300. */
  readonly attemptLifetime?: number;
  /** The provider that windows sign in at. Default the sandbox itself, with a page that asks what to do. */
  readonly oauth?: OAuth;
  /**
   * Where no server runs: the address of a copy of `sandbox-consent.html`, on the origin of the page that the sandbox
   * is in. Sign-ins then open that page, which talks to this sandbox over a BroadcastChannel. As all of it is one
   * origin there is nothing to bind, and `attempt_binding` is not announced; nor has the plain contract a window then.
   * Without it windows open the sandbox's own pages, for which its address has to be one that answers.
   */
  readonly consentPage?: string;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
  /** How slow answers wait. Default real time; a test gives one that resolves at once. */
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Where ids and tokens come from: that many bytes. Default the platform's secure random source. */
  readonly random?: (size: number) => Uint8Array;
  /** Hears at once what a webhook would: accounts created, updated or deleted. Nothing waits for it. Default nobody. */
  readonly onAccountEvent?: (event: AccountEvent) => void;
}

/** The reference server as one function. */
export interface Sandbox {
  /**
   * Answers like the API would. Everything under the path `/plain` is the same API over the same data without
   * any extension.
   *
   * @throws {ConnectionLost} where a scenario or a magic value loses the answer.
   * @throws the request's own abort reason once its signal is aborted.
   */
  fetch(request: Request): Promise<Response>;
  /** Stops listening to the `consentPage`, for which Node would stay awake. Without one there is nothing to stop. */
  close(): void;
}
