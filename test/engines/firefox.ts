import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bidi, connect } from './bidi.js';
import type { BrowserWindow, Engine, User, View } from './engine.js';
import { clickOn, keyboard } from './input.js';
import { until } from './place.js';
import { run, said } from './processes.js';

/** `FIREFOX_PATH`, or where Debian and others put it. */
const PATHS = [process.env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'];
const path = PATHS.find((one) => existsSync(one));

/** Why it cannot be run here, for the tests' names; `''` where it can. */
export const notRun = path ? '' : ' (not run: needs Firefox)';

/**
 * As users have it: what automated browsers get by themselves takes the popup blocker away, among others. Only what
 * talks to servers of its own, or stands in front of the page, is off.
 */
const PREFERENCES = {
  'remote.prefs.recommended': false,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.search.update': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
};

interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

interface RemoteValue {
  readonly value?: unknown;
  /** An element’s. */
  readonly sharedId?: string;
}

type Evaluated =
  | { readonly type: 'success'; readonly result: RemoteValue }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

/** Firefox speaks WebDriver BiDi by itself. */
export const startFirefox = async (): Promise<Engine> => ({ newUser, close: async () => undefined });

/** With a browser and a profile of their own. */
async function newUser(): Promise<User> {
  const profile = await mkdtemp(join(tmpdir(), 'connect-hub-firefox-'));
  const lines = Object.entries(PREFERENCES).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const firefox = run(path ?? '', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const leave = async () => {
    await firefox.end();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const url = await said(firefox.child.stderr, /WebDriver BiDi listening on (ws:\S+)/);
    const bidi = await connect(`${url}/session`);
    await bidi.send('session.new', { capabilities: {} });
    return userOf(bidi, leave);
  } catch (error) {
    await leave();
    throw error;
  }
}

function userOf(bidi: Bidi, leave: User['leave']): User {
  const contexts = async () => {
    const tree = await bidi.send<Tree>('browsingContext.getTree', { maxDepth: 0 });
    return tree.contexts.map(({ context }) => context);
  };
  return {
    leave,
    async openWindow() {
      const [context = ''] = await contexts();
      await bidi.send('browsingContext.setViewport', { context, viewport: { width: 900, height: 900 } });
      return windowOf(bidi, context);
    },
    windows: async () => (await contexts()).map((context) => windowOf(bidi, context)),
  };
}

function windowOf(bidi: Bidi, context: string): BrowserWindow {
  const view = viewOf(bidi, context);
  return {
    ...view,
    id: context,
    async goto(url) {
      // One load that is cut short by another can keep Firefox from saying that it has arrived.
      await until(async () => {
        if ((await view.read('document.readyState')) !== 'complete') throw new Error('Still loading.');
      });
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async picture() {
      const { data } = await bidi.send<{ readonly data: string }>('browsingContext.captureScreenshot', {
        context,
      });
      return Buffer.from(data, 'base64');
    },
  };
}

function viewOf(bidi: Bidi, context: string): View {
  const evaluate = async (expression: string): Promise<RemoteValue> => {
    const answer = await bidi.send<Evaluated>('script.evaluate', {
      expression,
      target: { context },
      awaitPromise: true,
      userActivation: false,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result;
  };
  const perform = (actions: object) => bidi.send('input.performActions', { context, actions });
  return {
    async read(expression) {
      const { value } = await evaluate(
        `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`,
      );
      return value === undefined ? undefined : JSON.parse(value as string);
    },
    async enter(frame) {
      const { value } = await evaluate(`(${frame}).contentWindow`);
      return viewOf(bidi, (value as { readonly context: string }).context);
    },
    async click(element) {
      const { sharedId } = await evaluate(element);
      const origin = { type: 'element', element: { sharedId } };
      return perform(clickOn(origin));
    },
    type: (strokes) => perform(keyboard(strokes)),
  };
}
