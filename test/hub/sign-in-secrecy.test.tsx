import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HubPage, loadSignIn, openPage } from '../authorize/support/page.js';
import { openServer, PAGES, type Server } from '../authorize/support/server.js';
import { seconds, turn, useSteadyTime } from '../authorize/support/watching.js';
import { fakeWindows, type Windows } from '../authorize/support/windows.js';

/** A token and a credential that stand out, looked for in everything that others can read. */

const TOKEN = 'canary-token-0123456789==';
const NEXT_TOKEN = 'canary-token-9876543210==';
const CREDENTIAL = 'canary-credential-0123456789';
const CANARIES = [TOKEN, NEXT_TOKEN, CREDENTIAL].flatMap((text) => [
  text,
  encodeURIComponent(text),
  btoa(text),
]);

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

beforeAll(loadSignIn);
beforeEach(() => {
  useSteadyTime();
  sessionStorage.clear();
});

const silent = (): void => undefined;

/** All that was written where others can read it, as it was written: later removal does not undo it. */
function wiretap(): () => readonly unknown[] {
  const said = [
    ...METHODS.map((method) => vi.spyOn(console, method).mockImplementation(silent)),
    vi.spyOn(Storage.prototype, 'setItem'),
    vi.spyOn(document, 'cookie', 'set'),
    vi.spyOn(window, 'postMessage').mockImplementation(silent),
    vi.spyOn(BroadcastChannel.prototype, 'postMessage'),
    vi.spyOn(history, 'replaceState'),
    vi.spyOn(history, 'pushState'),
  ];
  return () => said.flatMap(({ mock }) => mock.calls as unknown[]);
}

interface Run {
  readonly server: Server;
  readonly page: HubPage;
  readonly windows: Windows;
}

/** What is written while a sign-in runs, and what the start page is told. */
interface Overheard extends Run {
  readonly overheard: readonly unknown[];
  readonly answers: readonly unknown[];
}

/** The start page asks; gives what it is told. */
function ask(): readonly unknown[] {
  const source = { postMessage: vi.fn() };
  const event = new MessageEvent('message', {
    data: { ns: 'hub', t: 'start-ready', id: 'attempt-1' },
    origin: 'https://hosted.example.test',
  });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
  return source.postMessage.mock.calls;
}

const SUBMITTED = {
  pairs: [
    ['subdomain', 'acme'],
    ['key', CREDENTIAL],
  ],
  credentials: JSON.stringify({ subdomain: 'acme', key: CREDENTIAL }),
  secrets: [CREDENTIAL],
} as const;

/** Everything that a sign-in has to say, with whatever end; the provider repeats what it was sent. */
async function wholeRun(extensions: readonly string[], end: (run: Run) => unknown): Promise<Overheard> {
  const overheard = wiretap();
  const windows = fakeWindows();
  const server = openServer({ extensions });
  const page = openPage(server, { token: server.begin(TOKEN) });
  await turn();
  page.pick();
  page.connect(SUBMITTED);
  await seconds(1);
  const answers = ask();
  page.control()?.reopen?.();
  await seconds(1);
  server.end(TOKEN);
  await seconds(5);
  page.giveToken(server.begin(NEXT_TOKEN));
  await seconds(5);
  await end({ server, page, windows });
  await seconds(60);
  return { server, page, windows, answers, overheard: overheard() };
}

const readable = ({ page, server, overheard, answers }: Overheard): string =>
  JSON.stringify([
    overheard,
    answers,
    page.heard,
    page.state(),
    server.calls.map(({ method, path }) => `${method} ${path}`),
    Object.entries(sessionStorage),
    Object.entries(localStorage),
    document.cookie,
    document.title,
    location.href,
    history.state,
    window.name,
  ]);

const ENDS: readonly (readonly [string, (run: Run) => unknown])[] = [
  ['works', ({ server }) => server.allow('attempt-2')],
  [
    'fails, and the provider repeats what it was sent',
    ({ server }) => server.refuse('attempt-2', 'provider_error', `I was sent ${CREDENTIAL}`),
  ],
  ['is cancelled', ({ page }) => page.control()?.cancel()],
  ['is left', ({ page }) => page.leave()],
  ['is over', () => seconds(400)],
];

describe.each([
  ['the plain contract', []],
  ['pages of the server’s own', PAGES],
])('of a sign-in by %s', (_, extensions) => {
  it.each(ENDS)('that %s, nobody reads the token or what was typed', async (__, end) => {
    const run = await wholeRun(extensions, end);
    const read = readable(run);
    expect(read).toContain('attempt-1');
    for (const canary of CANARIES) expect(read).not.toContain(canary);
  });

  it('the console stays empty', async () => {
    await wholeRun(extensions, ({ server }) => server.allow('attempt-2'));
    for (const method of METHODS) expect(console[method]).not.toHaveBeenCalled();
  });
});

describe('the windows’ addresses', () => {
  it('hold neither where the server has pages of its own', async () => {
    const { windows } = await wholeRun(PAGES, ({ server }) => server.allow('attempt-2'));
    const urls = windows.opened.flatMap((opened) => opened.urls).join('\n');
    expect(urls).toContain('/opening#n=');
    for (const canary of CANARIES) expect(urls).not.toContain(canary);
  });

  it('hold both by the plain contract, which has no other way: the window’s alone, and what is painted in it has not', async () => {
    const { windows } = await wholeRun([], ({ server }) => server.allow('attempt-2'));
    const [first] = windows.opened;
    expect(first?.urls[0]).toBe('');
    expect(first?.urls[1]).toContain(`&token=${TOKEN}&`);
    expect(first?.urls[1]).toContain(`&key=${CREDENTIAL}`);
    for (const canary of CANARIES) expect(first?.document.documentElement.outerHTML).not.toContain(canary);
  });
});

describe('the server', () => {
  it('is sent both: the token in a header and the body that asks for it, the credential in one body', async () => {
    const { server } = await wholeRun(PAGES, ({ server: there }) => there.allow('attempt-2'));
    const tokens = new Set(server.calls.map(({ headers }) => headers['x-hub-session-token']));
    expect(tokens).toEqual(new Set([TOKEN, NEXT_TOKEN]));
    const bodies = server.calls.filter(({ body }) => JSON.stringify(body)?.includes(CREDENTIAL));
    expect(bodies.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /hub/connection_attempts',
      'POST /hub/connection_attempts',
    ]);
  });
});

it('the wiretap hears what is written and taken away again', () => {
  const overheard = wiretap();
  sessionStorage.setItem('kept', TOKEN);
  sessionStorage.removeItem('kept');
  console.debug(CREDENTIAL);
  document.cookie = `kept=${NEXT_TOKEN}; max-age=0`;
  const read = JSON.stringify(overheard());
  for (const canary of [TOKEN, NEXT_TOKEN, CREDENTIAL]) expect(read).toContain(canary);
});
