/** Users who have clicked "Continue", and what becomes of them. */
import { vi } from 'vitest';
import type { AttemptRecord } from '../../../src/authorize/record.js';
import type { HubOptions } from '../../../src/contract/options.js';
import type { Submission } from '../../../src/hub/submit.js';
import { type HubPage, openForm, openPage, type PageOptions } from './page.js';
import { openServer, PAGES, type Server, type ServerOptions, SIGN_IN_ORIGIN } from './server.js';
import { seconds, turn } from './watching.js';
import { fakeWindows, type Windows } from './windows.js';

export interface Connecting {
  readonly server: Server;
  readonly page: HubPage;
  readonly windows: Windows;
}

interface How {
  readonly server?: Server;
  readonly options?: PageOptions;
  readonly submission?: Partial<Submission>;
  /** The browser keeps the window shut. */
  readonly blocked?: boolean;
  /** It opens them, and has no hold on them. */
  readonly cutOff?: boolean;
}

export async function connecting(how: How = {}): Promise<Connecting> {
  const { server = openServer(), options, submission, blocked = false, cutOff = false } = how;
  const windows = fakeWindows();
  if (blocked) windows.block();
  if (cutOff) windows.cutOff();
  const page = await openForm(server, options);
  server.calls.length = 0;
  page.connect(submission);
  return { server, page, windows };
}

/** By pages of the server's own. */
export const connectingByPages = (options: ServerOptions = {}, how: How = {}): Promise<Connecting> =>
  connecting({ server: openServer({ extensions: PAGES, ...options }), ...how });

/** The start page asks, and is told what this gives. */
export function askAsStartPage(id: string, origin = SIGN_IN_ORIGIN) {
  const source = { postMessage: vi.fn() };
  const event = new MessageEvent('message', { data: { ns: 'hub', t: 'start-ready', id }, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
  return source.postMessage.mock.calls;
}

/** A hub that was left while the user was at the provider. */
export async function leftBehind(options: ServerOptions = {}, before?: (server: Server) => void) {
  const windows = fakeWindows();
  const server = openServer(options);
  before?.(server);
  const page = await openForm(server);
  page.connect();
  await seconds(3);
  await page.leave();
  server.calls.length = 0;
  return { windows, server, page };
}

/** Another hub comes where one has gone. */
export async function nextHub(server: Server, options: Partial<HubOptions> = {}): Promise<HubPage> {
  const page = openPage(server, { token: server.begin('token-2'), ...options });
  await turn();
  return page;
}

/** What is remembered of attempts. */
export const records = (): AttemptRecord[] =>
  Object.keys(sessionStorage).map((key) => JSON.parse(sessionStorage.getItem(key) ?? '') as AttemptRecord);
