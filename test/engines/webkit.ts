import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listen } from '../server/listen.js';
import { call, type Classic, newSession } from './classic.js';
import type { BrowserWindow, Engine, User, View } from './engine.js';
import { clickOn, keyboard } from './input.js';
import { until } from './place.js';
import { run, said } from './processes.js';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';

/** WebKitGTK's own small browser, which lies beside its library: `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/`. */
function findBrowser(): string | undefined {
  const libraries = [
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
    '/usr/lib64',
    '/usr/libexec',
  ];
  return libraries
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit(2gtk|gtk)-/.test(name))
        .map((name) => join(folder, name, 'MiniBrowser')),
    )
    .find((path) => existsSync(path));
}

const binary = findBrowser();

/** Why it cannot be run here, for the tests' names; `''` where it can. */
export const notRun =
  binary && existsSync(DRIVER) && existsSync(SCREEN)
    ? ''
    : ' (not run: needs WebKitGTK, its driver and Xvfb)';

/** WebKitGTK speaks WebDriver by a driver beside it, and needs a screen. */
export async function startWebKit(): Promise<Engine> {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1200x24', '-nolisten', 'tcp'];
  const screen = run(SCREEN, options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  try {
    const display = `:${await said(screen.child.stdio[3] as NodeJS.ReadableStream, /(\d+)\s/)}`;
    return { newUser: () => newUser(display), close: screen.end };
  } catch (error) {
    await screen.end();
    throw error;
  }
}

/** With a driver of their own: one that has lost its browser ends. */
async function newUser(display: string): Promise<User> {
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display };
  const driver = run(DRIVER, [`--port=${port}`], { env, stdio: 'ignore' });
  try {
    const url = `http://127.0.0.1:${port}`;
    await until(() => call(`${url}/status`, 'GET'));
    const args = ['--automation'];
    const session = await newSession(url, { 'webkitgtk:browserOptions': { binary, args } });
    return userOf(session, async () => {
      // A driver that has lost its browser has nothing to end.
      await session.end().catch(() => undefined);
      await driver.end();
    });
  } catch (error) {
    await driver.end();
    throw error;
  }
}

/** The driver takes no port of its own choice. */
async function freePort(): Promise<string> {
  const { url, close } = await listen(async () => new Response());
  await close();
  return new URL(url).port;
}

/** One thing at a time: what is said is about the window and the frame that were chosen last. */
type Turns = <Value>(take: () => Promise<Value>) => Promise<Value>;

/** A session, whose turn it is, and the window that is chosen and no frame in it. */
interface Using {
  readonly session: Classic;
  readonly turns: Turns;
  chosen?: string | undefined;
}

function takeTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (take) => {
    const turn = last.then(take);
    last = turn.catch(() => undefined);
    return turn;
  };
}

function userOf(session: Classic, leave: User['leave']): User {
  const using = { session, turns: takeTurns() };
  const handles = () => session.send<readonly string[]>('GET', '/window/handles');
  return {
    async openWindow() {
      const id = await session.send<string>('GET', '/window');
      await session.send('POST', '/window/rect', { x: 0, y: 0, width: 940, height: 1100 });
      return windowOf(using, id);
    },
    windows: async () => (await using.turns(handles)).map((id) => windowOf(using, id)),
    leave,
  };
}

function windowOf(using: Using, id: string): BrowserWindow {
  const { session, turns } = using;
  const choose = async (): Promise<void> => {
    if (using.chosen === id) return;
    await session.send('POST', '/window', { handle: id });
    await session.send('POST', '/frame', { id: null });
    using.chosen = id;
  };
  return {
    ...viewOf(using, choose),
    id,
    goto: (url) => turns(() => choose().then(() => session.send('POST', '/url', { url }))),
    picture: () =>
      turns(async () => {
        await choose();
        return Buffer.from(await session.send<string>('GET', '/screenshot'), 'base64');
      }),
  };
}

/** @param choose makes what is said next be about this view. */
function viewOf(using: Using, choose: () => Promise<void>): View {
  const { session, turns } = using;
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const script = `const done = arguments[0];
      Promise.resolve().then(() => ${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await session.send<{ readonly value: Value; readonly error?: string }>(
      'POST',
      '/execute/async',
      { script, args: [] },
    );
    if (error !== undefined) throw new Error(error);
    return value;
  };
  const perform = (actions: object) => session.send('POST', '/actions', { actions });
  return {
    read: (expression) => turns(() => choose().then(() => evaluate(expression))),
    enter: async (frame) =>
      viewOf(using, async () => {
        await choose();
        using.chosen = undefined;
        await session.send('POST', '/frame', { id: await evaluate(frame) });
      }),
    click: (element) =>
      turns(async () => {
        await choose();
        return perform(clickOn(await evaluate(element)));
      }),
    type: (strokes) => turns(() => choose().then(() => perform(keyboard(strokes)))),
  };
}
