/** What each fault does to a request. */
import { answerReading, answerWith, json, lost } from '../authorize/support/server.js';
import type { Interference } from './line.js';
import type { Fault } from './table.js';

const refusal = (
  statusCode: number,
  message: string,
  data?: object,
  headers: Record<string, string> = {},
): Response =>
  answerWith(statusCode, JSON.stringify({ statusCode, message, data }), {
    'x-request-id': 'req-1',
    ...headers,
  });

const never = (): Promise<never> => new Promise(() => undefined);

const MEGABYTE = new Uint8Array(1024 * 1024).fill(0x20);

/** More than any answer may be, without keeping it anywhere. */
function huge(): Response {
  let left = 17;
  return answerReading(200, async () => {
    left -= 1;
    return left < 0 ? undefined : MEGABYTE;
  });
}

const cutOff = (): Response => answerReading(200, () => Promise.reject(new TypeError('network error')));

/** It is carried out, and what is heard of it is something else. */
const carriedOut =
  (answer: () => Response): Interference =>
  async (_, pass) => {
    await pass();
    return answer();
  };

const instead =
  (answer: () => Response): Interference =>
  async () =>
    answer();

export const SLOW = 9_000;

const slow: Interference = async (_, pass) => {
  const answer = await pass();
  await new Promise((resolve) => {
    setTimeout(resolve, SLOW);
  });
  return answer;
};

/** The answer with something in it changed. */
export const rewritten =
  (change: (body: Record<string, unknown>) => object): Interference =>
  async (_, pass) => {
    const answer = await pass();
    const reader = answer.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    if (!value) return answer;
    return json(
      answer.status,
      change(JSON.parse(new TextDecoder().decode(value)) as Record<string, unknown>),
    );
  };

const page = '<html><body><h1>502 Bad Gateway</h1><script>alert(1)</script></body></html>';

/** Those that are the same for every endpoint; the rest is the places' own. */
export const INTERFERENCES: { readonly [fault in Fault]?: Interference } = {
  slow,
  timeout: async (_, pass) => {
    await pass();
    return never();
  },
  offline: async () => lost(),
  '403 forbidden': instead(() => refusal(403, 'No access')),
  '404 not found': instead(() => refusal(404, 'Not found')),
  '409 conflict': instead(() => refusal(409, 'Conflict')),
  '422 fields': instead(() =>
    refusal(422, 'This subdomain is not known.', {
      fields: { subdomain: 'This subdomain is not known.', 'not-there': 'Nobody sees this.' },
    }),
  ),
  '429 Retry-After': instead(() => refusal(429, 'Too many requests', undefined, { 'retry-after': '5' })),
  '500 failed': instead(() => refusal(500, 'Internal error')),
  '502 HTML': instead(() => answerWith(502, page, { 'content-type': 'text/html' })),
  empty: carriedOut(() => answerWith(200)),
  'invalid JSON': carriedOut(() => answerWith(200, '{"id":"account')),
  'wrong shape': carriedOut(() => answerWith(200, '["something","else"]')),
  huge: carriedOut(huge),
  'CORS refused': carriedOut(lost),
  'cut off': carriedOut(cutOff),
};

/** The words by which servers say that a session has ended; the second kind has no word of its own. */
export const ENDED = {
  '401 expired': () => refusal(401, 'The session token has expired'),
  '401 not valid': () => refusal(401, 'The session token is not valid'),
} as const;
