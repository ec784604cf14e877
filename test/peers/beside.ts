import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { CatalogEntry } from '../../src/sandbox.js';
import { launchBrowser } from '../e2e/browser.js';
import { type Listening, listen } from '../server/listen.js';
import { type Hub, OURS, STACKONE } from './hubs.js';
import { type Done, startServer } from './server.js';
import { type User, userOf } from './user.js';

/** @param existing connects an account that is there before the hub is opened. */
type Play = (user: User, existing: (credentials: object) => Promise<string>) => Promise<void>;

/** Has both hubs used in the same way, each on a page and at a server of its own. */
export async function beside(
  connector: CatalogEntry,
  play: Play,
): Promise<readonly [ours: Done, theirs: Done]> {
  const browser = await launchBrowser();
  try {
    return [await oneSide(browser, OURS, connector, play), await oneSide(browser, STACKONE, connector, play)];
  } finally {
    await browser.close();
  }
}

async function oneSide(browser: Browser, hub: Hub, connector: CatalogEntry, play: Play): Promise<Done> {
  const server = await startServer(connector);
  const site = await servePage(hub);
  const page = await browser.newPage();
  try {
    // Fonts and logos of others.
    await page.route(/^https:/, (route) => route.abort());
    await page.goto(site.url);
    await play(userOf(hub, page, server), server.existing);
    return server.done();
  } finally {
    await page.close();
    await site.close();
    await server.close();
  }
}

/** A page with the hub's script, and nothing on it yet. */
function servePage({ script }: Hub): Promise<Listening> {
  const html =
    '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><script src="hub.js"></script>';
  const code = readFileSync(script, 'utf8');
  return listen(async ({ url }) =>
    url.endsWith('.js') ? file(code, 'text/javascript') : file(html, 'text/html'),
  );
}

const file = (body: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': type } });
