import type { FetchHandler } from '../server/listen.js';
import type { Told } from '../e2e/wiretap.js';
import { watch } from '../surfaces/traces.js';

/** What the pages of a site say to the test, whatever the browser is. */
export interface Ear {
  readonly told: Told[];
  /** Violated policies, uncaught errors, and errors on the console. */
  readonly complaints: string[];
  /** The same site, and all its pages can be heard, from before their own scripts. */
  readonly at: (site: FetchHandler) => FetchHandler;
}

const SCRIPT = '/ear.js';
const HEARD = '/heard';
const VIOLATED = '/violated';

type Heard = readonly ['told', Told] | readonly ['complaint', string];

export function openEar(): Ear {
  const told: Told[] = [];
  const complaints: string[] = [];
  const hear = ([kind, what]: Heard) => (kind === 'told' ? told.push(what) : complaints.push(what));
  return {
    told,
    complaints,
    at: (site) => async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname === SCRIPT) return script();
      if (pathname === HEARD) hear((await request.json()) as Heard);
      else if (pathname === VIOLATED) complaints.push(await request.text());
      else return withEar(await site(request));
      return new Response(null, { status: 204 });
    },
  };
}

const script = (): Response =>
  new Response(`(${String(listen)})('${HEARD}');\n(${String(watch)})();`, {
    headers: { 'content-type': 'text/javascript' },
  });

/** Policies are reported as well as kept, and pages begin with the script. */
async function withEar(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  const policy = headers.get('content-security-policy');
  // What a page says to the test goes to its own origin.
  const heard = policy?.replace(/connect-src(?! 'self')/, "$& 'self'");
  if (heard) headers.set('content-security-policy', `${heard}; report-uri ${VIOLATED}`);
  if (!headers.get('content-type')?.startsWith('text/html')) {
    return new Response(answer.body, { status: answer.status, headers });
  }
  headers.delete('content-length');
  const page = (await answer.text()).replace('<head>', `$&<script src="${SCRIPT}"></script>`);
  return new Response(page, { status: answer.status, headers });
}

/** Runs in the page: says everything in its order, one after the other. */
function listen(heard: string): void {
  let said: Promise<unknown> = Promise.resolve();
  const say = (...what: unknown[]) => {
    const body = JSON.stringify(what);
    said = said.then(() => fetch(heard, { method: 'POST', body, keepalive: true })).catch(() => undefined);
  };
  const complain = (what: unknown) => say('complaint', String(what));
  window.addEventListener('error', ({ message, filename, lineno }) =>
    complain(`${message} (${filename}:${lineno})`),
  );
  window.addEventListener('unhandledrejection', ({ reason }) => complain(reason));
  const { error } = console;
  console.error = (...given: unknown[]) => {
    complain(given.join(' '));
    error(...given);
  };
  const hubTold = (callback: string, detail: unknown) => say('told', { callback, detail });
  Object.assign(window, { hubTold });
}
