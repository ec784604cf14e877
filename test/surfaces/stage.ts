import { randomBytes } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { launchBrowser, launchRealBrowser, notRun } from '../e2e/browser.js';
import { elementFiles } from '../e2e/element-files.js';
import { forNode } from '../e2e/harness.js';
import { type Servers, startServers } from '../e2e/servers.js';
import type { Tab, Tabs } from '../e2e/tab.js';
import { tap, type Told } from '../e2e/wiretap.js';
import { type Backend, newOwner, openBackend, type Owner } from './backend.js';
import { hearComplaints } from './complaints.js';
import { type Sites, startSites } from './sites.js';
import type { Surface } from './surface.js';
import { watchTraces } from './traces.js';

/** What all cells of the table share: the servers, each at a site of its own, and the browser. */
export interface Theatre extends Sites {
  readonly urls: Servers['urls'];
  readonly backend: Backend;
  readonly browser: Browser;
  /** Lets time pass on the API: sessions grow old. */
  readonly pass: (milliseconds: number) => void;
  readonly close: () => Promise<void>;
}

/** A browser's page for one cell, and an owner whom no other cell knows. */
export interface Stage extends Omit<Theatre, 'browser' | 'close'> {
  readonly page: Tab;
  readonly context: Tabs;
  readonly owner: Owner;
  /** A session's token, for the browser: nobody may overhear it. */
  readonly newToken: (session: object) => Promise<string>;
  /** Unmistakable: to be typed where a secret is asked for. */
  readonly secret: string;
  /** What hubs told their hosts. */
  readonly told: readonly Told[];
  /** What was true when it was looked at last and has to be so at the end, by what it is about. */
  readonly stillTrue: Map<string, () => void>;
}

export async function openTheatre(): Promise<Theatre> {
  const endings: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const end of endings.toReversed()) await end();
  };
  let passed = 0;
  const sandbox = { now: () => Date.now() + passed };
  try {
    const servers = await startServers({ sandbox, crossSite: true }, endings);
    const sites = await startSites(servers, elementFiles());
    // As users have it, where there is a whole one.
    const browser = await (notRun ? launchBrowser() : launchRealBrowser());
    endings.push(() => browser.close());
    const backend = openBackend(forNode(servers.urls.sandbox));
    const pass = (milliseconds: number) => {
      passed += milliseconds;
    };
    return { ...sites, urls: servers.urls, backend, browser, pass, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Plays one cell on a stage of its own. It fails as well where a policy was violated, a page complained, something more
 * was told in the end, or somebody could read a token or the secret.
 *
 * @param surface says where a token has to stand all the same.
 */
export async function play(
  theatre: Theatre,
  { carriesToken = () => false }: Pick<Surface, 'carriesToken'>,
  scene: (stage: Stage) => Promise<void>,
): Promise<void> {
  const context = await theatre.browser.newContext({ viewport: { width: 900, height: 900 } });
  // Only what hangs takes this long.
  context.setDefaultTimeout(20_000);
  try {
    const { told, overheard } = await tap(context);
    const complaints = await hearComplaints(context);
    await watchTraces(context);
    const page = await context.newPage();
    const secret = `canary-${randomBytes(16).toString('hex')}`;
    const tokens: string[] = [];
    const newToken: Stage['newToken'] = async (session) => {
      const token = await theatre.backend.session(session);
      tokens.push(token);
      return token;
    };
    const stillTrue: Stage['stillTrue'] = new Map();
    const owner = newOwner();
    let failure: unknown;
    await scene({ ...theatre, page, context, owner, newToken, secret, told, stillTrue }).catch((error) => {
      failure = error;
    });
    const leaks = [
      ...(await overheard([secret])),
      ...(await overheard(tokens)).filter((one) => !carriesToken(one, theatre)),
    ];
    const wrong = new Set([...complaints(), ...leaks.map(({ where }) => `Overheard: ${where}`)]);
    // It often says why a scene failed.
    if (wrong.size > 0) throw new Error([...wrong].join('\n'), { cause: failure });
    if (failure) throw failure;
    for (const isTrue of stillTrue.values()) isTrue();
  } finally {
    await context.close();
  }
}
