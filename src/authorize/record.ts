/**
 * What is kept of an attempt so that a reload finds it again: ids, and nothing that is secret. Only where the whole
 * page leaves for the provider does the one-use verifier go along, with the values that are not secret, and both are
 * taken out on the way back.
 */
import * as z from 'zod/mini';
import { either, exactly, isRecord, number } from '../api/shapes.js';
import { ATTEMPT_PREFIX } from './attempts.js';

const Target = either(
  z.object({ mode: exactly('create'), connectorId: z.string() }),
  z.object({ mode: exactly('edit'), accountId: z.string() }),
);

const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((text) => typeof text === 'string');
const Texts = z.custom<readonly string[]>(isTexts);
const Pairs = z.custom<readonly (readonly [key: string, value: string])[]>(
  (list) => Array.isArray(list) && list.every((pair) => isTexts(pair) && pair.length === 2),
);

/** Of what is kept. */
const VERSION = 1;

const AttemptRecord = z.object({
  v: exactly(VERSION),
  attemptId: z.string(),
  /** The API that knows the attempt. */
  baseUrl: z.string(),
  /** Whose it is; `''` where nobody said so yet. */
  owner: z.string(),
  integrationId: z.string(),
  provider: z.string(),
  target: Target,
  /** Unix milliseconds. */
  until: number,
  /** The wire's keys of what was sent and is kept nowhere, for it is secret. */
  secrets: Texts,
  /** Only for an attempt that this page leaves for; the return page brings the tab back to `page`. */
  leaving: z.optional(
    z.object({
      verifier: z.string(),
      page: z.string(),
      /** What is not secret, in pairs: an object would take a key like `__proto__` for something else. */
      values: Pairs,
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

export const isRemembered = (attemptId: string): boolean =>
  withStorage((storage) => storage.getItem(ATTEMPT_PREFIX + attemptId) !== null) ?? false;

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
        const kept = parsed(storage.getItem(key));
        const record = AttemptRecord.safeParse(kept);
        if (record.success && record.data.until + KEPT > Date.now()) return [record.data];
        if (isOthers(kept)) return [];
        withStorage(() => storage.removeItem(key));
        return [];
      }),
  );
  return (found ?? [])
    .filter((record) => record.baseUrl === baseUrl)
    .toSorted((one, other) => other.until - one.until);
}

/** Of another version of the hub, which may be on this page, too. */
const isOthers = (kept: unknown): boolean => isRecord(kept) && (kept['v'] ?? VERSION) !== VERSION;

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
