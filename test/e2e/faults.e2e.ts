/**
 * Faults that only a network and a browser have: headers that are kept from the page, answers that come from elsewhere,
 * lines that break, pages that go. A real server on another site, and no `fetch` but the browser's.
 */
import { afterEach, expect, test } from 'vitest';
import { ConnectionLost } from '../../src/sandbox/errors.js';
import { createSandbox, type LinkedAccount } from '../../src/sandbox.js';
import { gate } from '../support/gate.js';
import { openStage, type Stage } from './harness.js';
import type { HostWindow } from './host/main.js';
import { toldBy } from './steps.js';

let stage: Stage;
afterEach(() => stage.close());

type Interference = (request: Request, pass: () => Promise<Response>) => Promise<Response>;

interface Arrived {
  readonly line: string;
  readonly key: string | null;
  readonly cookie: string | null;
  /** Aborts when the browser hangs up. */
  readonly signal: AbortSignal;
}

/** A page with the hub, and an API at another site whose line does what the test says. */
async function open(options: { readonly between?: Interference; readonly token?: string } = {}) {
  const { between, token = 'sandbox:single' } = options;
  stage = await openStage();
  const sandbox = createSandbox();
  const arrived: Arrived[] = [];
  let interference: Interference = between ?? ((_, pass) => pass());
  const url = await stage.site('api', async (request) => {
    const { method, headers, signal } = request;
    const line = `${method} ${new URL(request.url).pathname}`;
    arrived.push({ line, key: headers.get('idempotency-key'), cookie: headers.get('cookie'), signal });
    return interference(request, () => sandbox.fetch(new Request(request)));
  });
  const accounts = async (owner = 'sandbox-single'): Promise<readonly LinkedAccount[]> => {
    const headers = { authorization: `Basic ${btoa('sandbox_key:')}` };
    const list = new Request(`http://api.test/accounts?origin_owner_id=${owner}`, { headers });
    return (await (await sandbox.fetch(list)).json()) as readonly LinkedAccount[];
  };
  await stage.page.goto(stage.host(token, { baseUrl: url }));
  return {
    /** What reached the server; browsers ask before (`OPTIONS`) what they do not know to be allowed. */
    arrived,
    to: (line: string) => arrived.filter((one) => one.line === line),
    accounts,
    between: (next: Interference) => {
      interference = next;
    },
  };
}

const CREATE = 'POST /hub/accounts';
const isLine = (request: Request, line: string): boolean =>
  `${request.method} ${new URL(request.url).pathname}` === line;

/** The answers to a line, changed. */
const at =
  (line: string, change: (answer: Response) => Response | Promise<Response>): Interference =>
  async (request, pass) => {
    const answer = await pass();
    return isLine(request, line) ? change(answer) : answer;
  };

/** The same answer, without these headers. */
function without(...names: readonly string[]): (answer: Response) => Response {
  return (answer) => {
    const headers = new Headers(answer.headers);
    for (const name of names) headers.delete(name);
    return new Response(answer.body, { status: answer.status, headers });
  };
}

async function connectBambooHr(): Promise<void> {
  await stage.page.getByLabel('Subdomain').fill('acme');
  await stage.page.getByLabel('API key', { exact: true }).fill(stage.secret);
  await stage.page.getByRole('button', { name: 'Connect', exact: true }).click();
}

const alert = (words: string) => stage.page.getByRole('alert').filter({ hasText: words }).waitFor();
const isConnected = () => stage.page.getByRole('heading', { name: 'BambooHR is connected' }).waitFor();
const tryAgain = () => stage.page.getByRole('button', { name: 'Try again' }).click();
const form = () => stage.page.getByLabel('Subdomain').waitFor();
const host = (act: 'takeAway' | 'show') =>
  stage.page.evaluate((name) => (window as unknown as HostWindow).host[name](), act);

test('an account whose answer the browser keeps from the page is made once, and told once it can be', async () => {
  const api = await open({ between: at(CREATE, without('access-control-allow-origin')) });
  await connectBambooHr();
  await alert('it will not be saved twice');
  expect(toldBy(stage, 'onSuccess')).toEqual([]);
  expect(await stage.page.getByLabel('Subdomain').inputValue()).toBe('acme');
  api.between((_, pass) => pass());
  await tryAgain();
  await isConnected();
  const made = await api.accounts();
  expect(made).toHaveLength(1);
  expect(toldBy(stage, 'onSuccess')).toMatchObject([{ id: made[0]?.id, mode: 'created' }]);
  expect(api.to(CREATE)).toHaveLength(3);
  expect(new Set(api.to(CREATE).map(({ key }) => key)).size).toBe(1);
});

/** The beginning of an answer, and no more. */
const half = () =>
  new Response('{"id":"1', {
    status: 201,
    headers: { 'access-control-allow-origin': '*', 'content-length': '100' },
  });

test('an account whose answer breaks off in the middle is made once', async () => {
  const api = await open({ between: at(CREATE, half) });
  await connectBambooHr();
  await alert('it will not be saved twice');
  api.between((_, pass) => pass());
  await tryAgain();
  await isConnected();
  expect(await api.accounts()).toHaveLength(1);
});

test('a preflight that is refused lets nothing through, and is a service out of reach', async () => {
  const api = await open({
    between: async (request, pass) =>
      request.method === 'OPTIONS' ? new Response(null, { status: 403 }) : pass(),
  });
  await alert('We cannot reach the service');
  expect(api.arrived.filter(({ line }) => !line.startsWith('OPTIONS'))).toEqual([]);
  api.between((_, pass) => pass());
  await tryAgain();
  await form();
});

test('a failure of the edge, which knows nothing of CORS, is a service out of reach; its page is shown to nobody', async () => {
  const api = await open({
    between: async () =>
      new Response('<html><h1>502 Bad Gateway</h1></html>', {
        status: 502,
        headers: { 'content-type': 'text/html' },
      }),
  });
  await alert('We cannot reach the service');
  expect(await stage.page.getByText('Bad Gateway').count()).toBe(0);
  api.between((_, pass) => pass());
  await tryAgain();
  await form();
});

const tooMany = (headers: Record<string, string>): Response =>
  Response.json(
    { statusCode: 429, message: 'Too many requests' },
    { status: 429, headers: { 'access-control-allow-origin': '*', 'retry-after': '1', ...headers } },
  );

test('a Retry-After that the page may read is kept to, without a word', async () => {
  const CONNECTORS = 'GET /hub/connectors';
  let refusals = 2;
  const api = await open({
    between: async (request, pass) => {
      if (!isLine(request, CONNECTORS) || refusals === 0) return pass();
      refusals -= 1;
      return tooMany({ 'access-control-expose-headers': 'Retry-After' });
    },
  });
  await form();
  expect(api.to(CONNECTORS)).toHaveLength(3);
  expect(toldBy(stage, 'onError')).toEqual([]);
});

test('a Retry-After that the browser keeps from the page is not guessed: nothing is sent before the user says so', async () => {
  const api = await open({
    between: async (request, pass) => (isLine(request, CREATE) ? tooMany({}) : pass()),
  });
  await connectBambooHr();
  await alert('Too many attempts. Please wait a moment.');
  expect(api.to(CREATE)).toHaveLength(1);
  api.between((_, pass) => pass());
  await tryAgain();
  await isConnected();
});

test.each([
  ['is shown where the page may read it', false],
  ['is missing where it may not, and nothing else is', true],
])('the reference of a failure %s', async (_, hidden) => {
  const failed = () =>
    Response.json(
      { statusCode: 403, message: 'No' },
      {
        status: 403,
        headers: {
          'access-control-allow-origin': '*',
          'x-request-id': 'req-4711',
          ...(!hidden && { 'access-control-expose-headers': 'X-Request-Id' }),
        },
      },
    );
  await open({ between: at(CREATE, failed) });
  await connectBambooHr();
  await alert('You do not have access to this.');
  expect(await stage.page.getByText('Reference: req-4711').count()).toBe(hidden ? 0 : 1);
  expect(toldBy(stage, 'onError')).toEqual([
    { code: 'forbidden', recoverable: true, ...(!hidden && { requestId: 'req-4711' }) },
  ]);
});

test('an answer that leads to another site is not followed: nothing of ours gets there', async () => {
  const elsewhere: string[] = [];
  let url = '';
  const api = await open({
    between: async (request, pass) =>
      isLine(request, 'GET /hub/settings')
        ? new Response(null, { status: 302, headers: { location: url, 'access-control-allow-origin': '*' } })
        : pass(),
  });
  url = await stage.site('evil', async (request) => {
    elsewhere.push(request.url);
    return new Response(null, { headers: { 'access-control-allow-origin': '*' } });
  });
  await alert('We cannot reach the service');
  await tryAgain();
  await stage.page.getByText('Loading…').waitFor();
  await alert('We cannot reach the service');
  expect(api.to('GET /hub/settings').length).toBeGreaterThan(3);
  expect(elsewhere).toEqual([]);
});

test('no cookie of the API goes along, whatever it sets', async () => {
  const api = await open({
    between: async (_, pass) => {
      const answer = await pass();
      answer.headers.append('set-cookie', 'follow=me; SameSite=None; Secure; Path=/');
      return answer;
    },
  });
  await connectBambooHr();
  await isConnected();
  expect(api.arrived.every(({ cookie }) => cookie === null)).toBe(true);
});

test('what only reads is given up when the hub goes: the browser hangs up', async () => {
  const api = await open({
    between: async (request, pass) =>
      isLine(request, 'GET /hub/connectors') ? new Promise(() => undefined) : pass(),
  });
  await expect.poll(() => api.to('GET /hub/connectors').length).toBe(1);
  await host('takeAway');
  await expect.poll(() => api.to('GET /hub/connectors')[0]?.signal.aborted).toBe(true);
  expect(toldBy(stage, 'onError')).toEqual([]);
  expect(toldBy(stage, 'onClose')).toEqual([{ reason: 'unmounted', accounts: [] }]);
});

test('what was sent arrives though the hub goes, and its account is told all the same', async () => {
  const slow = gate();
  const api = await open({
    between: async (request, pass) => {
      const answer = await pass();
      if (isLine(request, CREATE)) await slow.opened;
      return answer;
    },
  });
  await connectBambooHr();
  await expect.poll(() => api.to(CREATE).length).toBe(1);
  await host('takeAway');
  expect(api.to(CREATE)[0]?.signal.aborted).toBe(false);
  slow.open();
  await expect.poll(() => toldBy(stage, 'onSuccess').length).toBe(1);
  expect(await api.accounts()).toHaveLength(1);
});

test('what was sent arrives though the whole page goes, and the next page finds the account', async () => {
  const slow = gate();
  const api = await open({
    between: async (request, pass) => {
      const answer = await pass();
      if (isLine(request, CREATE)) await slow.opened;
      return answer;
    },
  });
  await connectBambooHr();
  await expect.poll(() => api.to(CREATE).length).toBe(1);
  await stage.page.reload();
  slow.open();
  await stage.page.getByRole('heading', { name: 'Edit BambooHR' }).waitFor();
  expect(await api.accounts()).toHaveLength(1);
});

test('what was sent arrives though the page goes while the browser still asks whether it may be', async () => {
  const ASKING = 'OPTIONS /hub/accounts';
  const slow = gate();
  const api = await open({
    between: async (request, pass) => {
      if (isLine(request, ASKING)) await slow.opened;
      return pass();
    },
  });
  await connectBambooHr();
  await expect.poll(() => api.to(ASKING).length).toBe(1);
  await stage.page.goto('about:blank');
  slow.open();
  await expect.poll(async () => (await api.accounts()).length).toBe(1);
});

test('a line that is cut on every first try is not noticed', async () => {
  const cut = new Set<string>();
  const api = await open({
    between: async (request, pass) => {
      const line = `${request.method} ${new URL(request.url).pathname}`;
      if (request.method === 'OPTIONS' || cut.has(line)) return pass();
      cut.add(line);
      await pass();
      throw new ConnectionLost();
    },
  });
  await connectBambooHr();
  await isConnected();
  expect(await api.accounts()).toHaveLength(1);
  expect(toldBy(stage, 'onError')).toEqual([]);
  expect(toldBy(stage, 'onSuccess')).toHaveLength(1);
});
