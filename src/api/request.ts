/**
 * The one function that talks to the API. It sends the contract's three headers and no other (one that the API does
 * not list in its CORS answer would cost the whole call), reads the body once, and knows two outcomes: a validated
 * 2xx, or a {@link HubError}.
 */
import type * as z from 'zod/mini';
import { HUB_VERSION } from '../contract/version.js';
import { deadline } from './deadline.js';
import { asHubError, HubError } from './errors.js';
import { type Answer, failureFrom, requestIdOf } from './failure.js';
import type { TokenSource } from './tokens.js';

export interface Call<T extends z.ZodMiniType> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** What a 2xx must parse as; without one the body is not looked at. */
  readonly schema?: T;
  /** JSON text, or how to make it from the token that is sent. */
  readonly body?: string | ((token: string) => string);
  /** Milliseconds until the call is given up. */
  readonly timeout: number;
  /**
   * A read changes nothing and is repeated by itself; a write only where it carries an idempotency key; a poll
   * never, for its caller asks again anyway.
   */
  readonly kind: 'read' | 'write' | 'poll';
  /** Sent only where the server announced `idempotency`. */
  readonly idempotencyKey?: string | undefined;
  /** Sent instead of the source's token, and never renewed. */
  readonly token?: string;
  /** Hears the headers of an answer that is a success. */
  readonly onHeaders?: (headers: Headers) => void;
}

export interface RequestOptions {
  /** Validated base URL without a trailing slash. */
  readonly baseUrl: string;
  readonly tokens: TokenSource;
  /** The host's `fetch`, or the page's; looked up per call because a host may swap it. */
  readonly fetch: () => typeof globalThis.fetch;
  /** Ends what only reads; a write that was sent is left to arrive. */
  readonly lifetime?: AbortSignal;
}

export type Send = <T extends z.ZodMiniType>(call: Call<T>) => Promise<z.output<T>>;

const MAX_BODY = 16 * 1024 * 1024;
const MAX_ERROR_BODY = 64 * 1024;
/** Browsers refuse to keep more than 64 kB alive; a character takes three bytes at the most. */
const MAX_KEPT_ALIVE = 20_000;
const READ_RETRIES = 2;
const WRITE_RETRIES = 1;
const MAX_WAIT_SECONDS = 30;

export function createSend(options: RequestOptions): Send {
  return async (call) => {
    const retries = retriesOf(call);
    const lifetime = call.kind === 'write' ? undefined : options.lifetime;
    let outcomeUnknown = false;
    const current = async () => call.token ?? options.tokens.current();
    // Without a first token there is nothing to retry: the host's own request for one has failed.
    const first = await current();
    for (let tries = 0; ; tries += 1) {
      try {
        return await sendOnce(options, call, tries === 0 ? first : await current());
      } catch (error) {
        const failure = asHubError(error);
        // Only a verdict on the same key tells what became of a try whose answer was lost.
        outcomeUnknown = (outcomeUnknown || failure.outcomeUnknown) && !failure.isRefusal;
        const wait = tries < retries ? backoff(failure, tries) : undefined;
        if (wait === undefined || !(await rested(wait, lifetime))) throw failure.with({ outcomeUnknown });
      }
    }
  };
}

function retriesOf(call: Call<z.ZodMiniType>): number {
  if (call.kind === 'read') return READ_RETRIES;
  return call.kind === 'write' && call.idempotencyKey ? WRITE_RETRIES : 0;
}

/** Milliseconds until the next try, or `undefined` where another try makes no sense. */
function backoff(failure: HubError, tries: number): number | undefined {
  if (!failure.retryable || failure.code === 'network_offline') return undefined;
  if (failure.retryAfter !== undefined) {
    return failure.retryAfter <= MAX_WAIT_SECONDS ? failure.retryAfter * 1000 : undefined;
  }
  return failure.code === 'rate_limited' ? undefined : 500 * 2 ** tries * (0.5 + Math.random() / 2);
}

async function sendOnce<T extends z.ZodMiniType>(
  options: RequestOptions,
  call: Call<T>,
  token: string,
): Promise<z.output<T>> {
  let answer = await exchange(options, call, token);
  if (answer.status === 401 && call.token === undefined) {
    const renewed = await options.tokens.renew(token).catch(asHubError);
    if (renewed instanceof HubError) {
      // A host without a token may have one later; until then it is as the server said.
      const hasNone = renewed.code === 'session_invalid';
      throw hasNone ? failureFrom(answer, call.kind).with({ retryable: true }) : renewed;
    }
    if (renewed !== undefined) answer = await exchange(options, call, renewed);
  }
  if (answer.status < 200 || answer.status > 299) throw failureFrom(answer, call.kind);
  call.onHeaders?.(answer.headers);
  return validated(call, answer);
}

function validated<T extends z.ZodMiniType>(call: Call<T>, answer: Answer): z.output<T> {
  if (!call.schema) return undefined as z.output<T>;
  const parsed = call.schema.safeParse(parseJson(answer.body));
  if (parsed.success) return parsed.data;
  throw new HubError({
    code: 'invalid_response',
    status: answer.status,
    requestId: requestIdOf(answer.headers),
    outcomeUnknown: call.kind === 'write',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function exchange(options: RequestOptions, call: Call<z.ZodMiniType>, token: string): Promise<Answer> {
  const wasOffline = offline();
  const lifetime = call.kind === 'write' ? undefined : options.lifetime;
  const clock = deadline(call.timeout, lifetime);
  const body = typeof call.body === 'function' ? call.body(token) : call.body;
  try {
    const sent = options.fetch()(options.baseUrl + call.path, {
      method: call.method,
      headers: {
        'x-hub-session-token': token,
        'x-hub-version': HUB_VERSION,
        'content-type': 'application/json',
        ...(call.idempotencyKey && { 'idempotency-key': call.idempotencyKey }),
      },
      ...(body !== undefined && { body }),
      // A write arrives though its page goes, also while the browser is still asking whether it may be sent.
      ...(call.kind === 'write' && (body ?? '').length <= MAX_KEPT_ALIVE && { keepalive: true }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: clock.signal,
    });
    const response = await clock.within(sent);
    const text = readText(response, response.ok ? MAX_BODY : MAX_ERROR_BODY);
    return { status: response.status, headers: response.headers, body: await clock.within(text) };
  } catch (cause) {
    if (cause instanceof HubError) throw cause;
    const code = clock.expired() ? 'timeout' : offline() ? 'network_offline' : 'network_unreachable';
    const outcomeUnknown = call.kind === 'write' && !wasOffline;
    throw new HubError({ code, retryable: true, outcomeUnknown, cause });
  } finally {
    clock.stop();
  }
}

const offline = (): boolean => typeof navigator !== 'undefined' && !(navigator.onLine ?? true);

/** The body as text; one beyond the cap is as good as none. */
async function readText(response: Response, cap: number): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > cap) {
      await reader.cancel();
      return '';
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Waits, and says whether to go on: not once the signal is aborted. */
function rested(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve(!signal?.aborted);
    }
    signal?.addEventListener('abort', end);
  });
}
