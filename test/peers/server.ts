import { type CatalogEntry, createSandbox } from '../../src/sandbox.js';
import { listen } from '../server/listen.js';

/** A request that changes something, as the server got it; ids and tokens, which differ each time, by their names. */
export interface Write {
  readonly line: string;
  /** Those that the hub set, and not the browser. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a hub did. */
export interface Done {
  readonly writes: readonly Write[];
  /** The addresses of the windows that it opened. */
  readonly windows: readonly string[];
}

/** Of `ConnectSessionCreate`. */
export interface SessionFields {
  readonly account_id?: string;
  readonly provider?: string;
}

export type Server = Awaited<ReturnType<typeof startServer>>;

/** The plain contract with one connector, and an ear on it. */
export async function startServer(connector: CatalogEntry) {
  const sandbox = createSandbox({ catalog: [connector] });
  const names = new Map<string, string>();
  const heard: { readonly request: Request; readonly body: string }[] = [];

  /** Has the sandbox answer, and remembers what it gives out. */
  async function answer(request: Request): Promise<Response> {
    const answered = await sandbox.fetch(request);
    if (request.method === 'POST' && answered.ok) {
      for (const [value, name] of given(request, await answered.clone().text())) names.set(value, name);
    }
    return answered;
  }

  const api = await listen(async (request) => {
    heard.push({ request, body: await request.clone().text() });
    return answer(request);
  });
  const base = `${api.url}/plain`;

  /** Past the ear: what is heard is the hub's. */
  async function post(path: string, headers: Record<string, string>, body: object) {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answered = await answer(new Request(base + path, init));
    return (await answered.json()) as { readonly id: string; readonly token: string };
  }

  /** Makes a session, and gives its token. */
  const session = async (fields: SessionFields = {}): Promise<string> => {
    const body = { origin_owner_id: 'acme', origin_owner_name: 'Acme Corp', ...fields };
    return (await post('/connect_sessions', { authorization: `Basic ${btoa('sandbox_key:')}` }, body)).token;
  };

  /** Connects an account, and gives its id. */
  const existing = async (credentials: object): Promise<string> => {
    const body = { integration_id: connector.integrationId, credentials };
    return (await post('/hub/accounts', { 'x-hub-session-token': await session() }, body)).id;
  };

  const named = (text: string): string =>
    [...names].reduce((result, [value, name]) => result.replaceAll(value, name), text);

  const lineOf = ({ method, url }: Request): string => named(`${method} ${url.slice(base.length)}`);

  function done(): Done {
    return {
      writes: heard
        .filter(({ request }) => isWrite(request))
        .map(({ request, body }) => ({
          line: lineOf(request),
          headers: Object.fromEntries(ownHeaders(request).map(([name, value]) => [name, named(value)])),
          body: named(body),
        })),
      windows: heard
        .map(({ request }) => lineOf(request))
        .filter((line) => line.includes('/connect/oauth2/')),
    };
  }

  return { base, session, existing, done, close: api.close };
}

/** The ids and tokens in an answer, and what to call them: an id as the last part of the path does. */
function given({ url }: Request, answer: string): (readonly [value: string, name: string])[] {
  const kind = /(\w+)s$/.exec(new URL(url).pathname)?.[1];
  if (!kind) return [];
  const { id, token, external_trigger_token: trigger } = JSON.parse(answer) as Record<string, unknown>;
  const named: readonly (readonly [unknown, string])[] = [
    [id, `{${kind}}`],
    [token, '{token}'],
    [trigger, '{trigger token}'],
  ];
  return named.flatMap(([value, name]) => (typeof value === 'string' ? [[value, name] as const] : []));
}

/** Only ours turns its token into a session: a read, though it is a POST. */
const isWrite = ({ method, url, headers }: Request): boolean =>
  headers.has('x-hub-session-token') && method !== 'GET' && !url.endsWith('/connect_sessions/authenticate');

const BROWSERS_OWN =
  /^(accept(-\w+)?|cache-control|connection|content-length|host|origin|pragma|referer|user-agent|sec-.*)$/;

function ownHeaders({ headers }: Request): (readonly [name: string, value: string])[] {
  const own = [...headers].filter(([name]) => !BROWSERS_OWN.test(name));
  return own.map(([name, value]) => [name, name === 'x-hub-version' ? '{version}' : value]);
}
