import type { Log, RequestEntry } from './log.js';
import { maskedBody, maskedPath } from './mask.js';

interface Watching {
  readonly log: Log;
  readonly from: RequestEntry['from'];
  /** Default the page's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds from any moment on. Default `performance.now`. */
  readonly clock?: () => number;
}

/** A `fetch` whose requests stand in the log: no header, and no secret of a body or an address. */
export function watchedFetch(watching: Watching): typeof globalThis.fetch {
  const { log, from, fetch = globalThis.fetch, clock = () => performance.now() } = watching;
  return async (input, init) => {
    const finish = log.request({ from, ...described(input, init) });
    const start = clock();
    const milliseconds = () => Math.round(clock() - start);
    try {
      const response = await fetch(input, init);
      const requestId = response.headers.get('x-request-id') ?? undefined;
      finish({
        state: 'answered',
        status: response.status,
        milliseconds: milliseconds(),
        ...(requestId !== undefined && { requestId }),
      });
      return response;
    } catch (error) {
      const aborted = init?.signal?.aborted === true;
      finish({ state: aborted ? 'aborted' : 'failed', milliseconds: milliseconds() });
      throw error;
    }
  };
}

function described(input: RequestInfo | URL, init: RequestInit | undefined) {
  const request = input instanceof Request ? input : undefined;
  const body = maskedBody(init?.body);
  return {
    method: (init?.method ?? request?.method ?? 'GET').toUpperCase(),
    path: maskedPath(addressOf(input)),
    ...(body !== undefined && { body }),
  };
}

function addressOf(input: RequestInfo | URL): string {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.href : input.url;
}
