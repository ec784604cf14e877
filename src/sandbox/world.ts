import { catalog } from './catalog/index.js';
import type { Account } from './documents.js';
import { secureRandom } from './ids.js';
import { EXTENSIONS, type Extension, type SandboxOptions } from './options.js';
import { playedProvider } from './sign-in/played-provider.js';
import { memoryStore } from './store.js';

/** What every part of a sandbox works with: the options with their defaults, and who is at work right now. */
export interface World
  extends Required<Omit<SandboxOptions, 'extensions' | 'assetsUrl' | 'appUrl' | 'consentPage'>> {
  readonly extensions: ReadonlySet<Extension>;
  readonly assetsUrl: string | undefined;
  readonly appUrl: string | undefined;
  readonly consentPage: string | undefined;
  /** What stands before every path: `/plain`, or nothing. */
  readonly base: string;
  /** Submissions at work, by their idempotency key. In memory on purpose: none of them survives a restart. */
  readonly running: Set<string>;
  /** Tokens being refreshed, by their account. */
  readonly refreshing: Map<string, Promise<Account>>;
  /** Reading and then writing the store, one piece of work after the other. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createWorld(options: SandboxOptions): World {
  const store = options.store ?? memoryStore();
  const random = options.random ?? secureRandom;
  return {
    apiKey: options.apiKey ?? 'sandbox_key',
    extensions: extensionsOf(options),
    store,
    catalog: options.catalog ?? catalog,
    assetsUrl: options.assetsUrl,
    appUrl: options.appUrl,
    consentPage: options.consentPage,
    base: '',
    attemptLifetime: options.attemptLifetime ?? 300,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? realSleep,
    random,
    oauth: options.oauth ?? playedProvider(store, random),
    onAccountEvent: options.onAccountEvent ?? (() => undefined),
    running: new Set(),
    refreshing: new Map(),
    inTurn: oneAfterTheOther(),
  };
}

function extensionsOf({ extensions = EXTENSIONS, consentPage }: SandboxOptions): ReadonlySet<Extension> {
  const chosen = new Set(extensions);
  if (consentPage !== undefined) chosen.delete('attempt_binding');
  return chosen;
}

function realSleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const wake = () => {
      signal.removeEventListener('abort', give);
      resolve();
    };
    const timer = setTimeout(wake, milliseconds);
    const give = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}

function oneAfterTheOther(): World['inTurn'] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
