/** An attempt that is watched: a server that answers by script, and the time of every question. */
import { onTestFinished, vi } from 'vitest';
import { HubError, type HubErrorInit } from '../../../src/api/errors.js';
import type { Attempt } from '../../../src/api/schemas.js';
import { watchAttempt } from '../../../src/authorize/attempt.js';
import type { Silence } from '../../../src/flow/state.js';

/** An answer, a fault, or one that the test gives when it likes. */
export type Reply = Partial<Attempt> | HubError | Promise<Attempt>;

export interface Script {
  /** Answers to GET, one after another; the last one is the answer from then on. */
  readonly answers?: readonly Reply[];
  /** The same for DELETE, which answers nothing. */
  readonly deletions?: readonly (HubError | 'done')[];
  /** Milliseconds. */
  readonly lifetime?: number;
  readonly renewed?: (failure: HubError) => Promise<void>;
}

export const MINUTE = 60_000;
export const LIFETIME = 5 * MINUTE;

export const PENDING = { status: 'pending' } as const;
export const AUTHENTICATED = { status: 'authenticated', account: { id: 'account-1' } } as const;

export const fault = (code: HubErrorInit['code'], more: Partial<HubErrorInit> = {}): HubError =>
  new HubError({ code, ...more });

/** The line broke: the next question may do better. */
export const BROKEN = fault('network_unreachable', { retryable: true });
export const EXPIRED = fault('session_expired');

/** Takes the first, and leaves the last where it is. */
const next = <T>(script: T[]): T => (script.length > 1 ? script.shift() : script[0]) as T;

export function watching(script: Script = {}) {
  const { lifetime = LIFETIME, renewed = () => new Promise<void>(() => undefined) } = script;
  const answers: Reply[] = [...(script.answers ?? [PENDING])];
  const deletions = [...(script.deletions ?? ['done' as const])];
  const began = Date.now();
  const calls: { readonly line: string; readonly at: number }[] = [];
  let inFlight = 0;
  let most = 0;

  const asked = async <T>(line: string, reply: () => T): Promise<Awaited<T>> => {
    calls.push({ line, at: Math.round(Date.now() - began) / 1000 });
    inFlight += 1;
    most = Math.max(most, inFlight);
    try {
      const given = await reply();
      if (given instanceof HubError) throw given;
      return given;
    } finally {
      inFlight -= 1;
    }
  };

  const cancelling = new AbortController();
  const leaving = new AbortController();
  const heard: Attempt[] = [];
  const silences: (Silence | null)[] = [];
  const { end, nudge } = watchAttempt({
    client: {
      attempt: (id) => asked(`GET ${id}`, () => next(answers)) as Promise<Attempt>,
      cancelAttempt: async (id) => void (await asked(`DELETE ${id}`, () => next(deletions))),
    },
    attemptId: 'attempt-1',
    lifetime,
    cancelled: cancelling.signal,
    gone: leaving.signal,
    renewed,
    onAnswer: (answer) => heard.push(answer),
    onSilence: (silence) => silences.push(silence),
  });

  let ended: { readonly account: string | null } | { readonly failure: unknown } | undefined;
  end.then(
    (account) => {
      ended = { account };
    },
    (failure: unknown) => {
      ended = { failure };
    },
  );
  onTestFinished(() => leaving.abort());

  return {
    nudge,
    heard,
    /** What was told of the server's silence. */
    silences,
    cancel: () => cancelling.abort(),
    leave: () => leaving.abort(),
    /** From now on the server answers by this. */
    answers: (...replies: readonly Reply[]) => void answers.splice(0, answers.length, ...replies),
    /** How it ended; `undefined` while it goes on. */
    ended: () => ended,
    /** Every call in its order, `GET` or `DELETE`. */
    lines: () => calls.map(({ line }) => line.replace(' attempt-1', '')),
    /** When the attempt was asked about, in seconds since the beginning. */
    times: () => calls.filter(({ line }) => line === 'GET attempt-1').map(({ at }) => at),
    mostAtOnce: () => most,
  };
}

export const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1000);

/** What is only waiting for its turn gets it; no time passes. */
export const turn = (): Promise<unknown> => seconds(0);

/** Fake timers without chance: a wait is as long as it says. */
export function useSteadyTime(): void {
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  onTestFinished(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** Whether the page is looked at, and tells it. */
export function look(visible: boolean): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visible ? 'visible' : 'hidden');
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Whether there is a network, and tells it. */
export function connect(online: boolean): void {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}
