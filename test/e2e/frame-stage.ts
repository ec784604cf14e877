import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { inject } from 'vitest';
import type { HostedConfig } from '../../src/hosted/config.js';
import { folder } from '../server/folder.js';
import { hostedPage } from '../server/hosted.js';
import type { FetchHandler } from '../server/listen.js';
import { closeStage, openStage, type Stage, type StageOptions } from './harness.js';

export interface FrameStageOptions extends StageOptions {
  /** How the hosted page's configuration differs. */
  readonly config?: Partial<HostedConfig>;
  /** The headers of the hosted page, in place of its own. */
  readonly hostedHeaders?: Record<string, string>;
  /** More headers on the shop's pages. */
  readonly shopHeaders?: Record<string, string>;
  /** Of the sessions that the shop's backend makes. */
  readonly session?: object;
}

/** A shop that embeds the hub by its loader; the shop, the hosted page and the API are on a site of their own each. */
export interface FrameStage extends Stage {
  readonly shop: string;
  readonly hosted: string;
  /** The configuration, which a test may change. */
  readonly config: { -readonly [name in keyof HostedConfig]: HostedConfig[name] };
  /** A token that the shop's backend has made. */
  readonly token: (session?: object) => Promise<string>;
}

/** What pages of shop/page.js have. */
export interface ShopWindow {
  readonly loader: typeof import('../../src/loader.js');
  readonly openHub: (options: object) => void;
  readonly mountHub: (options: object, container?: Element | null) => void;
  readonly hub: import('../../src/loader.js').HubHandle<object>;
  readonly hubs: import('../../src/loader.js').HubHandle<object>[];
  readonly results: (import('../../src/loader.js').HubClosing | undefined)[];
  readonly violations: string[];
  readonly told: readonly string[];
  /** The events that somebody listens for on the window or the document. */
  readonly listeners: () => readonly string[];
}

declare global {
  // What a test's functions see when they run in the shop's page.
  var shop: ShopWindow;
}

/** As strict as a host's policy can be: nothing inline, nothing of the loader's but its script and its frame. */
const policy = (hosted: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    `frame-src ${hosted}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

export async function openFrameStage(options: FrameStageOptions = {}): Promise<FrameStage> {
  const { config: changes, hostedHeaders, shopHeaders, session = {}, ...rest } = options;
  const built = inject('frames');
  if (built.problem) throw new Error(`The frames could not be built: ${built.problem}`);
  const stage = await openStage({ crossSite: true, ...rest });
  const config = { baseUrl: stage.urls.sandbox, allowedOrigins: [] as readonly string[], name: 'Harbour' };
  const hosted = await stage.site(
    'hub',
    hostedPage({ folder: built.hosted, config: () => config, headers: hostedHeaders }),
  );
  const token = (more: object = session): Promise<string> =>
    stage.session({
      allowed_origins: [shop, hosted],
      return_url: `${shop}/connect-return.html`,
      ...more,
    });
  const headers = { 'content-security-policy': policy(hosted), ...shopHeaders };
  const shop = await stage.site('shop', shopSite(built.loader, headers, token));
  config.allowedOrigins = [shop];
  return Object.assign(stage, { shop, hosted, token, config: Object.assign(config, changes) });
}

/** The shop's pages, the loader, its return page, and the backend that makes tokens. */
function shopSite(
  loader: string,
  headers: Record<string, string>,
  token: () => Promise<string>,
): FetchHandler {
  const own = folder(join(import.meta.dirname, 'shop'), headers);
  const returnPage = folder(join(import.meta.dirname, '..', '..', 'public'));
  const built = folder(loader);
  return async (request) => {
    const { pathname, origin } = new URL(request.url);
    if (pathname === '/token') return new Response(await token());
    if (pathname.startsWith('/loader.')) return built(request);
    if (pathname.startsWith('/connect-return.')) return returnPage(request);
    return own(pathname === '/' ? new Request(`${origin}/page.html`) : request);
  };
}

/** The token goes over the channel, and nowhere else. */
export const closeFrameStage = (stage: Stage): Promise<void> => closeStage(stage, /^a port$/);

/** The shop's page, with its script at work. */
export async function visit({ page, shop }: FrameStage): Promise<Page> {
  await page.goto(`${shop}/`);
  await page.locator('html[data-ready]').waitFor();
  return page;
}

/** What is in the hub's frame, the only one on the page. */
export const inFrame = (page: Page): FrameLocator => page.frameLocator('iframe');

export async function openModal(stage: FrameStage, options: object = {}): Promise<FrameLocator> {
  await stage.page.evaluate((given) => shop.openHub(given), { hostedUrl: `${stage.hosted}/`, ...options });
  return inFrame(stage.page);
}

export async function openInline(stage: FrameStage, options: object = {}): Promise<FrameLocator> {
  await stage.page.evaluate((given) => shop.mountHub(given), { hostedUrl: `${stage.hosted}/`, ...options });
  return inFrame(stage.page);
}

/**
 * Does what takes the hub's frame away. The browser's answer to a click or a key in a frame that is gone by then never
 * comes, so the frame's end is as good.
 */
export async function untilGone(page: Page, act: () => Promise<unknown>): Promise<void> {
  const gone = page.locator('iframe').waitFor({ state: 'detached' });
  await Promise.race([gone, act().then(() => gone)]);
}

/** What a hub could leave behind: elements, attributes, sheets, and who still listens on the window. */
export const looseEnds = (page: Page) =>
  page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    sheets: document.adoptedStyleSheets.length,
    listeners: window.shop.listeners(),
  }));
