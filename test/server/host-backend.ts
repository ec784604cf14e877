import { Hono, type Context } from 'hono';
import type { FetchHandler } from './listen.js';

export interface HostBackendOptions {
  /** The API that the backend talks to, without a slash at its end. */
  readonly sandboxUrl: string;
  /** The same API as browsers reach it, where that is under another name. Default `sandboxUrl`. */
  readonly publicSandboxUrl?: string | undefined;
  /** Where the hosted page is: sign-ins may start in its frames, too. */
  readonly hostedUrl?: string | undefined;
  /** Stays here: no page ever sees it. */
  readonly apiKey: string;
}

/** In characters: a longer request is nobody's connect session. */
const LONGEST_BODY = 64 * 1024;

const LOOPBACK = /^(127\.0\.0\.1|\[::1\]|([\w-]+\.)*localhost)$/;

/** Of the pages that the product itself serves: how a sign-in finds back to it. */
const RETURN_PAGE = '/connect-return.html';

/**
 * The backend of the imaginary product that the playground plays: the part of a host's integration that has to
 * run on a server, because it holds the API key. Mounted under `/api` on the playground's own origin.
 *
 * - `POST /api/sessions` `ConnectSessionCreate` → what `POST /connect_sessions` answers; `allowed_origins` and
 *   `return_url` are this origin's and the hosted page's, whatever the page says
 * - `GET /api/accounts?origin_owner_id=` and `DELETE /api/accounts/:id` → what the API answers
 * - `GET /api/config` → `{ sandboxUrl, hostedUrl? }`: the `baseUrl` for the hub, and the loader's `hostedUrl`
 */
export function hostBackend(options: HostBackendOptions): FetchHandler {
  const { sandboxUrl, publicSandboxUrl, hostedUrl, apiKey } = options;
  const authorization = `Basic ${btoa(`${apiKey}:`)}`;

  async function callApi(method: string, path: string, body?: string): Promise<Response> {
    const headers = { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const init = { method, headers, ...(body !== undefined && { body }) };
    const answer = await fetch(`${sandboxUrl}${path}`, init).catch(() => undefined);
    if (!answer) return json({ message: 'The API cannot be reached.' }, 502);
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  }

  const app = new Hono().basePath('/api');
  app.use(async (context, next) => (isForeign(context.req.raw) ? refused() : next()));
  app.get('/config', () =>
    json({ sandboxUrl: publicSandboxUrl ?? sandboxUrl, hostedUrl: hostedUrl && `${hostedUrl}/` }),
  );
  app.post('/sessions', async (context) => {
    const body = await jsonBody(context);
    if (body instanceof Response) return body;
    return callApi('POST', '/connect_sessions', boundTo(new URL(context.req.url).origin, hostedUrl, body));
  });
  app.get('/accounts', (context) => {
    const owner = context.req.query('origin_owner_id');
    if (!owner) return json({ message: 'origin_owner_id is missing.' }, 400);
    return callApi('GET', `/accounts?origin_owner_id=${encodeURIComponent(owner)}`);
  });
  app.delete('/accounts/:id{[\\w-]+}', (context) =>
    callApi('DELETE', `/accounts/${context.req.param('id')}`),
  );
  app.notFound(() => json({ message: 'There is nothing here.' }, 404));

  return async (request) => app.fetch(request);
}

/**
 * Another site's page can make a browser send requests here; it must not be able to make sessions or delete
 * accounts with them. A browser names the page's origin in all of them but a plain GET, and there
 * `Sec-Fetch-Site` gives it away; what names neither is no browser. A site whose name was made to point at this
 * machine would be its own origin: so the name has to be this machine's.
 */
function isForeign(request: Request): boolean {
  const { origin, hostname } = new URL(request.url);
  const claimed = request.headers.get('origin') ?? origin;
  const site = request.headers.get('sec-fetch-site') ?? 'same-origin';
  return claimed !== origin || site === 'cross-site' || site === 'same-site' || !LOOPBACK.test(hostname);
}

/**
 * The session that a page asks for, bound to that page's origin: only from there, or from the hosted page in a frame of
 * it, may its sign-ins start, and only there they end.
 */
const boundTo = (origin: string, hostedUrl: string | undefined, session: object): string =>
  JSON.stringify({
    ...session,
    allowed_origins: hostedUrl ? [origin, new URL(hostedUrl).origin] : [origin],
    return_url: origin + RETURN_PAGE,
  });

/** The request's body, checked to be a JSON object, or the answer that refuses it. */
async function jsonBody({ req }: Context): Promise<object | Response> {
  const type = req.header('content-type')?.split(';')[0]?.trim();
  if (type !== 'application/json') return json({ message: 'Send application/json.' }, 415);
  const body = await req.text();
  if (body.length > LONGEST_BODY) return json({ message: 'The request is too large.' }, 413);
  return parseObject(body) ?? json({ message: 'The request is not a JSON object.' }, 400);
}

function parseObject(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function refused(): Response {
  return json({ message: 'Only pages of this origin may ask.' }, 403);
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}
