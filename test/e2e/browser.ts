import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs';

/** Why tests with a real browser cannot be run here, for their names; `''` where they can. */
export const notRun = process.env['CONNECT_HUB_HEADLESS_SHELL'] ? ' (not run: needs a whole Chromium)' : '';

/** What Playwright switches off for everybody, as of the version that is installed; see `realBrowser` of the stage. */
const FEATURES_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

/** What hangs below the address bar: a page of the browser's own for every window, which takes a fifth of the time. */
const NEVER_SEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

const PARTITIONING = 'ThirdPartyStoragePartitioning';
const featuresOff = (features: readonly string[]): string => `--disable-features=${features.join(',')}`;

/** Playwright's, and each of them hides something that users' browsers do. */
const NOT_AS_USERS_HAVE_IT = [
  '--disable-popup-blocking',
  featuresOff(FEATURES_OFF),
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
];

const launched = new Map<() => Promise<Browser>, Promise<Browser>>();

/** One browser for all tests of a file, for it takes long to start; each has contexts of its own in it. */
export function shared(launch: () => Promise<Browser>): Promise<Browser> {
  const browser = launched.get(launch) ?? launch();
  launched.set(launch, browser);
  return browser;
}

export async function closeShared(): Promise<void> {
  await Promise.all([...launched.values()].map(async (browser) => (await browser).close()));
}

/** Chromium as Playwright starts it: windows open without a click, and frames share the storage of pages. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  const args = [...CHROMIUM_ARGS, featuresOff([...FEATURES_OFF, ...NEVER_SEEN])];
  return chromium.launch({ executablePath, env, args });
}

/** Chromium as users have it: with its popup blocker, partitioned storage, throttled timers and back/forward cache. */
export async function launchRealBrowser(): Promise<Browser> {
  return chromium.launch(await asUsersHaveIt());
}

/** The same with a profile that stays in a folder, where it can be looked into once the browser has been closed. */
export async function launchProfile(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, await asUsersHaveIt());
}

async function asUsersHaveIt() {
  const { executablePath, env } = await findChromium();
  const off = [...FEATURES_OFF.filter((feature) => feature !== PARTITIONING), ...NEVER_SEEN];
  const args = [...CHROMIUM_ARGS, featuresOff(off)];
  return { executablePath, env, args, ignoreDefaultArgs: NOT_AS_USERS_HAVE_IT };
}

/**
 * The same, and its pages know whether they are looked at: Playwright lets every page that it opens believe so, but not
 * those of a browser that it has only joined, in its first context.
 */
export async function joinRealBrowser(): Promise<{ browser: Browser; close: () => Promise<void> }> {
  const { executablePath, env } = await findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'connect-hub-profile-'));
  const own = ['--remote-debugging-port=0', `--user-data-dir=${profile}`, featuresOff(NEVER_SEEN)];
  // A window that is there from the start may be found half made.
  const args = ['--headless', '--no-first-run', '--no-startup-window', ...own, ...CHROMIUM_ARGS];
  const child = spawn(executablePath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  const close = async () => {
    child.kill();
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await addressOf(child.stderr);
    // What else it says is nobody's concern, but has to go somewhere.
    child.stderr.resume();
    const browser = await chromium.connectOverCDP(address, { noDefaults: true });
    return { browser, close: () => browser.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where a browser can be joined, which it says first of all. */
async function addressOf(said: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(said)) {
    const [, address] = /DevTools listening on (ws:.*)$/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('The browser ended before it could be joined.');
}
