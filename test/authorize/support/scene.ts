/** A user, a host, a provider and what can happen between them while a sign-in is under way. */
import { vi } from 'vitest';
import { type HubPage, openPage } from './page.js';
import { openServer, type Server, type ServerAttempt } from './server.js';
import { attemptIn, type FakeWindow, fakeWindows, type Windows } from './windows.js';

export interface Scene {
  readonly server: Server;
  readonly windows: Windows;
  /** Every hub that was on the page so far; the last one is there now. */
  readonly pages: HubPage[];
  /** How often the user asked for another window. */
  reopened: number;
  /** The session that the host has. */
  token: string;
  /** The host gets another session, and gives its token. */
  readonly renew: () => void;
  /** The page is loaded again. */
  readonly reload: () => Promise<void>;
}

export type Happening = (scene: Scene) => boolean | Promise<boolean>;

export const MINUTES = 60;

const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

const page = ({ pages }: Scene): HubPage => pages.at(-1) as HubPage;

/** The window that the user looks at, if one is open and at the provider. */
function atProvider({ windows, server }: Scene): { window: FakeWindow; attempt: ServerAttempt } | undefined {
  const window = windows.opened.findLast(({ closed }) => !closed);
  const { id, nonce } = window ? attemptIn(window) : {};
  const attempt = server.attempts.find((one) => one.id === id || (nonce && one.made['nonce'] === nonce));
  return window && attempt && { window, attempt };
}

/** A window that is done closes by itself, and the page behind it has the focus again. */
function close(fake: FakeWindow): boolean {
  fake.closed = true;
  window.dispatchEvent(new Event('focus'));
  return true;
}

/** What can happen; each says whether it could, as things stood. */
export const HAPPENINGS: { readonly [name: string]: Happening } = {
  'window closed': ({ windows }) => {
    const open = windows.opened.findLast(({ closed }) => !closed);
    return open !== undefined && close(open);
  },
  success: (scene) => {
    const there = atProvider(scene);
    return there !== undefined && scene.server.allow(there.attempt.id) && close(there.window);
  },
  error: (scene) => {
    const there = atProvider(scene);
    return (
      there !== undefined && scene.server.refuse(there.attempt.id, 'access_denied') && close(there.window)
    );
  },
  cancel: (scene) => {
    const state = page(scene).state();
    if (state.name !== 'authorizing' || state.phase === 'cancelling') return false;
    page(scene).control()?.cancel();
    return true;
  },
  timeout: async (scene) => {
    const under = page(scene).state().name;
    await pass(6 * MINUTES);
    return under === 'authorizing' || under === 'unavailable';
  },
  reload: async (scene) => {
    await scene.reload();
    return true;
  },
  'token expiry': ({ server, token }) => server.end(token),
  reopen: (scene) => {
    const { reopen } = page(scene).control() ?? {};
    const state = page(scene).state();
    if (!reopen || state.name !== 'authorizing' || state.phase !== 'waiting') return false;
    reopen();
    scene.reopened += 1;
    return true;
  },
};

/** How fast one thing follows another. */
export interface Pace {
  readonly name: string;
  /** Whether the user has come as far as the provider before anything happens. */
  readonly atProvider: boolean;
  /**
   * Seconds; without any, one thing happens before the other has been noticed. A session that ended is followed by
   * the next one where there is time for it.
   */
  readonly between?: number;
}

/** Plays an order of happenings, from the click on. Tells whether the last one could happen. */
export async function play(
  order: readonly string[],
  extensions: readonly string[],
  pace: Pace,
): Promise<{ readonly scene: Scene; readonly could: boolean }> {
  sessionStorage.clear();
  const scene = await begin(extensions);
  page(scene).pick();
  page(scene).connect();
  if (pace.atProvider) await pass(0);
  let could = true;
  for (const name of order) {
    could = (await HAPPENINGS[name]?.(scene)) ?? false;
    const { between } = pace;
    if (between === undefined) continue;
    await pass(between);
    if (between === 0 || scene.server.knows(scene.token)) continue;
    scene.renew();
    await pass(between);
  }
  return { scene, could };
}

/** All that is under way comes to its end: the host has a session again, and its time is over. */
export async function settle(scene: Scene): Promise<void> {
  await pass(1);
  if (!scene.server.knows(scene.token)) scene.renew();
  await pass(1);
  vi.setSystemTime(Date.now() + 6 * MINUTES * 1000);
  window.dispatchEvent(new Event('focus'));
  await pass(1);
}

async function begin(extensions: readonly string[]): Promise<Scene> {
  const server = openServer({ extensions, pollAfter: 60 });
  const pages: HubPage[] = [];
  let sessions = 1;
  const scene: Scene = {
    server,
    windows: fakeWindows(),
    pages,
    reopened: 0,
    token: server.begin('token-1'),
    renew() {
      sessions += 1;
      scene.token = server.begin(`token-${sessions}`);
      page(scene).giveToken(scene.token);
    },
    async reload() {
      await page(scene).leave();
      mount();
      await pass(0);
    },
  };
  const mount = () => {
    pages.push(openPage(server, { token: scene.token, onReplaced: () => void scene.reload() }));
  };
  mount();
  await pass(0);
  return scene;
}
