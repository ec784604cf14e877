import type { BrowserContext, Frame, Page, Request } from 'playwright-core';

/** Something that others can read, and where it was. */
export interface Overheard {
  readonly where: string;
  readonly text: string;
}

/** What the hub told its host. */
export interface Told {
  readonly callback: 'onSuccess' | 'onError' | 'onClose' | 'onEvent';
  readonly detail: unknown;
}

export interface Wiretap {
  /** By every hub of every page, in its order. */
  readonly told: readonly Told[];
  /**
   * Where a session's token or the given secret was, or is, for others to read: in an address, a header, a body that
   * goes elsewhere, a storage, a message, the history, the console, or what the hub tells its host.
   */
  readonly leaks: (secret: string) => Promise<readonly string[]>;
  /** All of that which has one of these in it, plain or encoded. */
  readonly overheard: (texts: Iterable<string>) => Promise<readonly Overheard[]>;
}

/** Before what a page reports, by its console. */
const MARK = 'overheard:';

type Report = readonly [where: string, said: string, callback?: Told['callback']];

const TOKEN_HEADER = 'x-hub-session-token';

/** The bodies that a token or a credential has to be in. */
const TOLD_TO_THE_SERVER =
  /\/(connect_sessions\/authenticate|hub\/accounts(\/[^/]+)?|hub\/connection_attempts)$/;

/** Listens to everything in a browser's context, from before its first page. */
export async function tap(context: BrowserContext): Promise<Wiretap> {
  const heard: Overheard[] = [];
  const told: Told[] = [];
  const tokens = new Set<string>();
  const hear = (where: string, text: string) => void heard.push({ where, text });

  await context.addInitScript(listenInPage, MARK);
  // A binding would do, were it not that its answers look like the user's own doing, and let windows open.
  context.on('console', (message) => {
    const text = message.text();
    if (!text.startsWith(MARK)) return hear('the console', text);
    const [where, said, callback] = JSON.parse(text.slice(MARK.length)) as Report;
    hear(where, said);
    if (callback) told.push({ callback, detail: JSON.parse(said) });
  });

  context.on('request', (request) => {
    const { [TOKEN_HEADER]: token, ...headers } = request.headers();
    if (token) tokens.add(token);
    hear(`the address of ${nameOf(request)}`, request.url());
    hear(`a header of ${nameOf(request)}`, JSON.stringify(headers));
    const isForServer = token !== undefined && TOLD_TO_THE_SERVER.test(new URL(request.url()).pathname);
    if (!isForServer) hear(`the body of ${nameOf(request)}`, request.postData() ?? '');
  });
  context.on('weberror', (error) => hear('an uncaught error', String(error.error())));
  context.on('page', (page) => {
    page.on('framenavigated', (frame) => hear('an address that a window or a frame had', frame.url()));
  });

  const overheard: Wiretap['overheard'] = async (texts) => {
    const left = await leftIn(context);
    const wanted = [...texts].flatMap((text) => [text, encodeURIComponent(text), btoa(text)]);
    return [...heard, ...left].filter(({ text }) => wanted.some((one) => text.includes(one)));
  };
  return {
    told,
    overheard,
    async leaks(secret) {
      const found = await overheard([...tokens, secret]);
      return [...new Set(found.map(({ where }) => where))];
    },
  };
}

const nameOf = (request: Request): string => `${request.method()} ${new URL(request.url()).pathname}`;

/** What is there at the end. */
async function leftIn(context: BrowserContext): Promise<Overheard[]> {
  const stored = await context.storageState({ indexedDB: true });
  const pages = await Promise.all(context.pages().map((page) => leftIfOpen(context, page)));
  return [{ where: 'cookies or a storage', text: JSON.stringify(stored) }, ...pages.flat()];
}

/** A window may close itself at any time, and then there is nothing in it. */
async function leftIfOpen(context: BrowserContext, page: Page): Promise<Overheard[]> {
  try {
    return await leftInPage(context, page);
  } catch (error) {
    if (page.isClosed()) return [];
    throw error;
  }
}

async function leftInPage(context: BrowserContext, page: Page): Promise<Overheard[]> {
  const devtools = await context.newCDPSession(page);
  const history = await devtools.send('Page.getNavigationHistory');
  await devtools.detach();
  // The browser also keeps what it was sent to, for itself: neither pages nor people see that.
  const entries = history.entries.map(({ url, title }) => ({ url, title }));
  const frames = await Promise.all(page.frames().map(leftInFrame));
  return [{ where: 'the history', text: JSON.stringify(entries) }, ...frames];
}

async function leftInFrame(frame: Frame): Promise<Overheard> {
  // A frame that shows an error, or is sandboxed, has nothing of this, or keeps it to itself.
  const text = await frame.evaluate(readPage).catch(() => '');
  return { where: `what a page of ${frame.url()} keeps`, text };
}

function readPage(): string {
  const { name, document, history, localStorage, sessionStorage } = window;
  const stored = [localStorage, sessionStorage].map((storage) => Object.entries(storage));
  return JSON.stringify([name, document.title, document.cookie, history.state, stored]);
}

/** Runs in every page and frame before their own scripts. What is written and taken away again is heard, too. */
function listenInPage(mark: string): void {
  const say = console.debug.bind(console);
  const report = (where: string, value: unknown, callback?: string): void => {
    let text = String(value);
    try {
      text = JSON.stringify(value) ?? text;
    } catch {
      // A circle says no more than its name.
    }
    say(mark + JSON.stringify([where, text, callback]));
  };
  const tapMethod = (owner: object, name: string, where: string): void => {
    const original = Reflect.get(owner, name) as (...given: unknown[]) => unknown;
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      // React asks its own scheduler for a turn this way, all the time.
      if (given[0] !== null) report(where, given);
      return Reflect.apply(original, this, given);
    });
  };
  tapMethod(Storage.prototype, 'setItem', 'a storage');
  tapMethod(History.prototype, 'pushState', 'the history');
  tapMethod(History.prototype, 'replaceState', 'the history');
  tapMethod(BroadcastChannel.prototype, 'postMessage', 'a broadcast');
  tapMethod(MessagePort.prototype, 'postMessage', 'a port');
  tapMethod(window, 'open', 'the address of a window');
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace']) {
    tapMethod(console, name, 'the console');
  }
  window.addEventListener('message', ({ data }) => report('a message', data), true);
  const hubTold = (callback: string, detail: unknown) => report(`what ${callback} told`, detail, callback);
  Object.assign(window, { hubTold });
}
