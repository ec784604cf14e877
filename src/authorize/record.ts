/**
 * What is kept of an attempt so that a reload finds it again: ids, and nothing that is secret. Only where the whole
 * page leaves for the provider does the one-use verifier go along, with the values that are not secret, and both are
 * taken out on the way back.
 */
import * as z from 'zod/mini';
import { ATTEMPT_PREFIX } from './attempts.js';

const Target = z.union([
  z.object({ mode: z.literal('create'), connectorId: z.string() }),
  z.object({ mode: z.literal('edit'), accountId: z.string() }),
]);

const Pair = z.custom<readonly [key: string, value: string]>(
  (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((text) => typeof text === 'string'),
);

const AttemptRecord = z.object({
  v: z.literal(1),
  attemptId: z.string(),
  /** The API that knows the attempt. */
  baseUrl: z.string(),
  /** Whose it is; `''` where nobody said so yet. */
  owner: z.string(),
  integrationId: z.string(),
  provider: z.string(),
  target: Target,
  /** Unix milliseconds. */
  until: z.number(),
  /** The wire's keys of what was sent and is kept nowhere, for it is secret. */
  secrets: z.array(z.string()),
  /** Only for an attempt that this page leaves for; the return page brings the tab back to `page`. */
  leaving: z.optional(
    z.object({
      verifier: z.string(),
      page: z.string(),
      /** What is not secret, in pairs: an object would take a key like `__proto__` for something else. */
      values: z.array(Pair),
    }),
  ),
});
export type AttemptRecord = z.infer<typeof AttemptRecord>;

/** Storage can be full, forbidden, or missing: then a reload does not find the attempt, and all else works. */
function withStorage<T>(act: (storage: Storage) => T): T | undefined {
  try {
    return act(globalThis.sessionStorage);
  } catch {
    return undefined;
  }
}

export function rememberAttempt(record: AttemptRecord): void {
  withStorage((storage) => storage.setItem(ATTEMPT_PREFIX + record.attemptId, JSON.stringify(record)));
}

export function forgetAttempt(attemptId: string): void {
  withStorage((storage) => storage.removeItem(ATTEMPT_PREFIX + attemptId));
}

/** How long after its end an attempt is still asked about: a computer may have slept, or a session ended, meanwhile. */
const KEPT = 60 * 60_000;

/** The API's attempts that may have ended well, the newest first; what is old or unreadable is thrown away. */
export function rememberedAttempts(baseUrl: string): readonly AttemptRecord[] {
  const found = withStorage((storage) =>
    Object.keys(storage)
      .filter((key) => key.startsWith(ATTEMPT_PREFIX))
      .flatMap((key) => {
        const record = AttemptRecord.safeParse(parsed(storage.getItem(key)));
        if (record.success && record.data.until + KEPT > Date.now()) return [record.data];
        withStorage(() => storage.removeItem(key));
        return [];
      }),
  );
  return (found ?? [])
    .filter((record) => record.baseUrl === baseUrl)
    .toSorted((one, other) => other.until - one.until);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
