/** The line between hub and server, in steady time: it hears everything, and does to it what a fault says. */
import { answerWith } from '../authorize/support/server.js';

/** One request as it went out. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly key: string | undefined;
  /** The body's text, `''` where there was none. */
  readonly text: string;
  readonly signal: AbortSignal;
}

/** Answers itself, or passes the request on and does as it likes with the answer. */
export type Interference = (sent: Sent, pass: () => Promise<Response>) => Promise<Response>;

const passOn: Interference = (_, pass) => pass();

export type Line = ReturnType<typeof openLine>;

/** @param server answers in its own time, which does not stand still with the test's. */
export function openLine(server: typeof globalThis.fetch) {
  const sent: Sent[] = [];
  let atServer = 0;
  let interference = passOn;

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { signal: _, ...request } = init;
    const call = sentAs(input instanceof Request ? input.url : input, init);
    sent.push(call);
    const pass = async () => {
      atServer += 1;
      try {
        return await settledAnswer(await server(input, request));
      } finally {
        atServer -= 1;
      }
    };
    return Promise.race([interference(call, pass), aborted(call.signal)]);
  };

  return {
    fetch,
    /** Every request so far, in the order they were made. */
    sent,
    /** Whether the server has something to do yet. */
    isBusy: () => atServer > 0,
    between(next: Interference) {
      interference = next;
    },
  };
}

function sentAs(url: string | URL, { method = 'GET', headers, body, signal }: RequestInit): Sent {
  const { pathname, search } = new URL(url);
  const all = new Headers(headers);
  return {
    method,
    path: pathname + search,
    token: all.get('x-hub-session-token') ?? '',
    key: all.get('idempotency-key') ?? undefined,
    text: typeof body === 'string' ? body : '',
    signal: signal ?? new AbortController().signal,
  };
}

/** The same answer with its body there at once. */
async function settledAnswer(answer: Response): Promise<Response> {
  const text = await textOf(answer);
  return answerWith(answer.status, text, answer.headers);
}

/** Also of an answer that is none of the platform's. */
async function textOf({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
  }
  return text;
}

/** A network gives up on a request that nobody waits for any more. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
