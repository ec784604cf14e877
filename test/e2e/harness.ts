import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { closeShared, joinRealBrowser, launchBrowser, launchRealBrowser, notRun, shared } from './browser.js';
import { type Servers, type ServersOptions, startServers } from './servers.js';
import { tap, type Told } from './wiretap.js';

export interface StageOptions extends BrowserContextOptions, ServersOptions {
  /**
   * Chromium as users have it, see {@link launchRealBrowser}; with `tabs` it also has tabs that hide one another, see
   * {@link joinRealBrowser}. For tests that are skipped where there is none.
   */
  readonly realBrowser?: boolean | 'tabs';
}

/** What `npm start` runs, on free ports with an empty database, and a browser's page that is still blank. */
export interface Stage extends Servers {
  readonly page: Page;
  readonly context: BrowserContext;
  /** For a second person with a context of their own. */
  readonly browser: Browser;
  /** What the page complained about so far: uncaught errors, and errors on its console. */
  readonly problems: readonly string[];
  /** What hubs told the host's pages. */
  readonly told: readonly Told[];
  /** Unmistakable: to be typed where a secret is asked for. */
  readonly secret: string;
  /**
   * Where a token or the secret stood for others to read, in any page of the context and however briefly; empty as
   * long as all is well.
   */
  readonly leaks: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

afterAll(closeShared);

/** Sets the stage; a test closes it again. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { realBrowser, sandbox, provider, crossSite, pageHeaders, ...contextOptions } = options;
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of endings.toReversed()) await end();
  };
  try {
    const servers = await startServers({ sandbox, provider, crossSite, pageHeaders }, endings);
    const { browser, context } = await openContext(realBrowser, contextOptions, endings);
    const wiretap = await tap(context);
    const page = await context.newPage();
    const secret = `canary-${randomBytes(16).toString('hex')}`;
    const { told } = wiretap;
    const leaks = () => wiretap.leaks(secret);
    return { ...servers, page, context, browser, problems: problemsOf(page), told, secret, leaks, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A stage for sign-ins: each service on a site of its own, in a browser as users have it. A machine that has none plays
 * them in what it has.
 */
export const openSignInStage = (options: StageOptions = {}): Promise<Stage> =>
  openStage({ crossSite: true, realBrowser: !notRun, ...options });

async function openContext(
  real: StageOptions['realBrowser'],
  options: BrowserContextOptions,
  endings: (() => Promise<unknown>)[],
): Promise<{ browser: Browser; context: BrowserContext }> {
  if (real === 'tabs') {
    const { browser, close } = await joinRealBrowser();
    endings.push(close);
    const [context] = browser.contexts();
    if (!context) throw new Error('The browser has no context.');
    return { browser, context };
  }
  const browser = await shared(real ? launchRealBrowser : launchBrowser);
  const others = new Set(browser.contexts());
  const ours = () => browser.contexts().filter((context) => !others.has(context));
  endings.push(() => Promise.all(ours().map((context) => context.close())));
  return { browser, context: await browser.newContext(options) };
}

/**
 * Closes the stage, when nobody could read a token or the secret on it.
 *
 * @param except where they have to stand all the same.
 */
export async function closeStage(stage: Stage, except?: RegExp): Promise<void> {
  try {
    const leaks = await stage.leaks();
    expect(leaks.filter((where) => !except?.test(where))).toEqual([]);
  } finally {
    await stage.close();
  }
}

/** An address of a stage that is across sites, for Node: it does not know those names everywhere. */
export const forNode = (url: string): string => url.replace(/\/\/[\w-]+\.localhost(?=[:/])/, '//127.0.0.1');

/** Into test-results/, which is not in the repository: to be looked at, not compared. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const results = join(import.meta.dirname, '..', '..', 'test-results');
  await mkdir(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`), animations: 'disabled' });
}

function problemsOf(page: Page): readonly string[] {
  const problems: string[] = [];
  page.on('pageerror', ({ message }) => void problems.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return problems;
}
