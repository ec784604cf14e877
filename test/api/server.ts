import { onTestFinished } from 'vitest';
import { createSend, type RequestOptions, type Send } from '../../src/api/request.js';
import { createTokenSource, type TokenSource } from '../../src/api/tokens.js';
import { listen } from '../server/listen.js';

/** A request as it reached the server. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Api {
  readonly url: string;
  /** What has arrived so far, in its order. */
  readonly arrived: readonly Arrived[];
}

/** An API on a port of its own that answers as the test says, until the test is over. */
export async function startApi(answer: (request: Arrived) => Response | Promise<Response>): Promise<Api> {
  const arrived: Arrived[] = [];
  const server = await listen(async (request) => {
    const { pathname, search } = new URL(request.url);
    const one = {
      method: request.method,
      path: pathname + search,
      headers: request.headers,
      body: await request.text(),
    };
    arrived.push(one);
    return answer(one);
  });
  onTestFinished(() => server.close());
  return { url: server.url, arrived };
}

/** Answers that come one after the other, the last of them again and again. */
export function inTurn(...answers: readonly (() => Response)[]): () => Response {
  let turn = 0;
  return () => {
    const answer = answers[Math.min(turn++, answers.length - 1)];
    return answer?.() ?? new Response();
  };
}

/** A token that nobody renews. */
export function fixedToken(token = 'token'): TokenSource {
  const tokens = createTokenSource(() => undefined);
  tokens.offer(token);
  return tokens;
}

export const sendTo = ({ url }: Pick<Api, 'url'>, options: Partial<RequestOptions> = {}): Send =>
  createSend({ baseUrl: url, tokens: fixedToken(), fetch: () => fetch, ...options });

/** Calls of each kind; a write without an idempotency key. */
export const READ = { method: 'GET', kind: 'read', path: '/read', timeout: 5_000 } as const;
export const POLL = { method: 'GET', kind: 'poll', path: '/poll', timeout: 5_000 } as const;
export const WRITE = { method: 'POST', kind: 'write', path: '/write', timeout: 5_000, body: '{}' } as const;
