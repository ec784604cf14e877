import { deadline } from './deadline.js';
import { HubError } from './errors.js';

/**
 * Where requests get their token. They wait while there is none; a token that the server refused is renewed once,
 * by however many requests are told so at the same time.
 */
export interface TokenSource {
  /** The token to send now; waits until there is one. */
  current(): Promise<string>;
  /** A token newer than the refused one, or `undefined` where the host has no way to get one. */
  renew(refused: string): Promise<string | undefined>;
  /** The host handed over a token, or a promise of one that is still being looked at. */
  offer(token: string | Promise<string>): void;
  /** When the session behind the token in use ends, as Unix milliseconds: the host is asked for the next one before. */
  expires(at: number): void;
}

/** How long before its end a session is as good as over. */
const MARGIN = 10_000;

/**
 * How long a host may take to replace one: a form that is being sent cannot be left meanwhile. The first is waited for,
 * as nothing can be lost yet.
 */
const PATIENCE = 30_000;

const MAX_TOKEN = 4096;

/**
 * The token without the white space that copying adds; one that no header can carry is no session, and neither is
 * what a host's code gave in place of a text.
 */
export function cleanToken(token: unknown): string {
  const clean = typeof token === 'string' ? token.trim() : '';
  if (!clean || clean.length > MAX_TOKEN || !/^[\x21-\x7e]+$/.test(clean)) {
    throw new HubError({ code: 'session_invalid' });
  }
  return clean;
}

/**
 * @param getToken the host's way to a token, as it is now.
 * @param renewed looks at every token that came in place of an older one, before anything is sent with it; where it
 *   throws, nothing is.
 * @param lifetime ends the wait for one.
 */
export function createTokenSource(
  getToken: () => (() => Promise<string>) | null | undefined,
  renewed: (token: string) => void | Promise<void> = () => undefined,
  lifetime?: AbortSignal,
): TokenSource {
  let goodUntil = Number.POSITIVE_INFINITY;
  /** Whether there was a token before: every later one is looked at first. */
  let isFirst = true;
  let held: Promise<string> | undefined;
  let waiting: { promise: Promise<string>; resolve: (token: Promise<string>) => void } | undefined;

  const given = (get: () => Promise<string>): Promise<string> => {
    const asked = Promise.resolve().then(get);
    if (isFirst) return asked;
    const clock = deadline(PATIENCE, lifetime);
    return clock.within(asked).finally(clock.stop);
  };

  const ask = (get: () => Promise<string>): Promise<string> =>
    given(get)
      .then(cleanToken, (cause: unknown) => {
        throw new HubError({ code: 'session_invalid', retryable: true, cause });
      })
      .then(async (token) => {
        if (!isFirst) await renewed(token);
        isFirst = false;
        return token;
      });

  /** A failed request for a token must not be the answer forever: the next caller asks again. */
  const hold = (asked: Promise<string>): void => {
    asked.catch(() => {
      if (held === asked) held = undefined;
    });
    settle(asked);
  };

  const settle = (token: Promise<string>): void => {
    goodUntil = Number.POSITIVE_INFINITY;
    held = token;
    waiting?.resolve(token);
    waiting = undefined;
  };

  return {
    current() {
      const get = getToken();
      if (get && (!held || Date.now() > goodUntil)) hold(ask(get));
      if (held) return held;
      if (!waiting) {
        let resolve!: (token: Promise<string>) => void;
        const promise = new Promise<string>((settled) => {
          resolve = settled;
        });
        waiting = { promise, resolve };
      }
      return waiting.promise;
    },

    async renew(refused) {
      const before = held;
      const known = await before?.catch(() => undefined);
      // Somebody else was told the same and has asked already.
      if (held !== before) return held;
      if (known !== undefined && known !== refused) return known;
      const get = getToken();
      if (!get) return undefined;
      hold(ask(get));
      return held;
    },

    offer(token) {
      isFirst = false;
      const offered = Promise.resolve(token).then(cleanToken);
      offered.catch(() => undefined);
      settle(offered);
    },

    expires(at) {
      // A clock that is ahead would make every token an old one.
      if (at > Date.now()) goodUntil = at - MARGIN;
    },
  };
}
