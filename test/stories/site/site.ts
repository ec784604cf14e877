/** Storybook's static site on a plain file server, for people who can reach nothing else. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { closeShared, launchBrowser, shared } from '../../e2e/browser.js';
import { folder } from '../../server/folder.js';
import { listen } from '../../server/listen.js';

/** Where it lies: under an address like any that a company has for its documents. */
const PATH = '/docs/storybook/';

export interface Visit {
  readonly page: Page;
  /** Where stories and their documents are drawn. */
  readonly preview: FrameLocator;
  /** What was asked of anybody but the site. */
  readonly elsewhere: readonly string[];
  /** What the browser complained about: errors, in scripts or on the console, and files that are not there. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface Site {
  readonly url: string;
  /** The ids of its stories. */
  readonly stories: readonly string[];
  readonly visit: (address: string, options?: BrowserContextOptions) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  const { folder: built } = inject('storybook');
  const files = folder(built);
  const server = await listen(async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (!pathname.startsWith(PATH)) return new Response('Not found', { status: 404 });
    return files(new Request(new URL(pathname.slice(PATH.length - 1), origin)));
  });
  const url = server.url + PATH;
  const { entries } = JSON.parse(await readFile(join(built, 'index.json'), 'utf8')) as Index;
  return {
    url,
    stories: Object.values(entries).flatMap(({ id, type }) => (type === 'story' ? [id] : [])),
    async visit(address, options) {
      const visit = await newVisit(url, options);
      await visit.page.goto(url + address);
      return visit;
    },
    async close() {
      await closeShared();
      await server.close();
    },
  };
}

interface Index {
  readonly entries: Readonly<Record<string, { readonly id: string; readonly type: string }>>;
}

async function newVisit(site: string, options?: BrowserContextOptions): Promise<Visit> {
  const browser = await shared(launchBrowser);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  // Its files are many, and a journey takes its time on a busy machine.
  context.setDefaultTimeout(120_000);
  const [elsewhere, complaints]: [string[], string[]] = [[], []];
  await context.route(
    (url) => !url.href.startsWith(site),
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  await context.routeWebSocket(/./, (socket) => void elsewhere.push(socket.url()));
  context.on('weberror', (error) => void complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${answer.status()} ${answer.url()}`);
  });
  const page = await context.newPage();
  const preview = page.frameLocator('#storybook-preview-iframe');
  return { page, preview, elsewhere, complaints, close: () => context.close() };
}

/** How a story ended, in the page that it is drawn in. */
export const outcomeOf = (frame: Pick<Page, 'waitForFunction'>, id: string): Promise<string> =>
  frame
    .waitForFunction((wanted) => {
      const channel = (globalThis as { __STORYBOOK_ADDONS_CHANNEL__?: Channel }).__STORYBOOK_ADDONS_CHANNEL__;
      const [report] = channel?.last('storyFinished') ?? [];
      return report?.storyId === wanted && report.status;
    }, id)
    .then((handle) => handle.jsonValue() as Promise<string>);

interface Channel {
  readonly last: (
    event: string,
  ) => readonly { readonly storyId: string; readonly status: string }[] | undefined;
}
