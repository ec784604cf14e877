/** The sandbox as the hub's network, in the same page: with an ear on the wire, and a hand in it. */
import { createSandbox, type LinkedAccount, type SandboxOptions } from '../../src/sandbox.js';

/** Where the sandbox is, as far as the hub knows. */
export const BASE_URL = 'http://sandbox.localhost';

/** One request as it went out. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  /** The body's text, `''` where there was none. */
  readonly text: string;
}

/** Stands between hub and server: answers itself, or passes the request on and does as it likes with the answer. */
export type Middleman = (call: Call, pass: () => Promise<Response>) => Promise<Response>;

const passOn: Middleman = (_, pass) => pass();

export type Api = ReturnType<typeof openApi>;

export function openApi(options: SandboxOptions = {}) {
  const sandbox = createSandbox(options);
  const calls: Call[] = [];
  let middleman = passOn;

  const fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const call = await callOf(request.clone());
    calls.push(call);
    return Promise.race([middleman(call, () => sandbox.fetch(request)), aborted(request.signal)]);
  };

  const backend = async (method: string, path: string, body?: object): Promise<unknown> => {
    const headers = { authorization: `Basic ${btoa('sandbox_key:')}` };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const answer = await sandbox.fetch(new Request(BASE_URL + path, init));
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  };

  return {
    /** To be given to the hub. */
    fetch,
    /** Every request so far, in the order they were made. */
    calls,
    /** Those that a line like `'POST /hub/accounts'` stands for. */
    callsTo: (line: string): readonly Call[] =>
      calls.filter(({ method, path }) => `${method} ${path}` === line),
    /** From now on every request goes by this; one at a time. */
    between: (next: Middleman): void => {
      middleman = next;
    },
    /** Makes a session, in the wire's names, and gives its token. */
    token: async (input: object = {}): Promise<string> => {
      const made = await backend('POST', '/connect_sessions', { ...OWNER, ...input });
      return (made as { readonly token: string }).token;
    },
    /** What the backend sees of an owner's accounts. */
    accounts: (owner: string): Promise<readonly LinkedAccount[]> =>
      backend('GET', `/accounts?origin_owner_id=${encodeURIComponent(owner)}`) as Promise<LinkedAccount[]>,
  };
}

/** For whom a session is where the test does not care. */
export const OWNER = { origin_owner_id: 'acme', origin_owner_name: 'Acme Corp' };

/** What was sent as credentials. */
export const credentialsIn = ({ text }: Call): unknown =>
  (JSON.parse(text) as { readonly credentials: unknown }).credentials;

/** The credentials of the newest account. */
export const lastSent = (api: Api): unknown => api.callsTo('POST /hub/accounts').map(credentialsIn).at(-1);

/** What the hub hears of the network when an answer is lost. */
export const lost = (): never => {
  throw new TypeError('Failed to fetch');
};

/** A server's refusal, as the contract has it. */
export const refusal = (statusCode: number, message: string, more: object = {}): Response =>
  Response.json({ statusCode, message, ...more }, { status: statusCode });

/** A network gives up on a request that nobody waits for any more. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

async function callOf(request: Request): Promise<Call> {
  const { method, url, headers } = request;
  const { pathname, search } = new URL(url);
  return { method, path: pathname + search, headers: new Map(headers), text: await request.text() };
}
