import { inject } from 'vitest';
import type { Servers } from '../e2e/servers.js';
import { folder } from '../server/folder.js';
import { hostedPage } from '../server/hosted.js';
import type { FetchHandler } from '../server/listen.js';
import { minimalPolicies, strictPolicy } from './policy.js';

/** The suite's own sites, beside those of every stage. */
export interface Sites {
  /** The origin of a host: the pages of pages/, and a backend for them. */
  readonly host: string;
  /** The origin of the hosted page. */
  readonly hosted: string;
  /** Where pages of the host get a token that is made like this, as often as they ask. */
  readonly tokenPath: (make: () => Promise<string>) => string;
}

/** Where a sign-in link leads back to, on the host's site. */
export const BACK = '/back.html';

/** A page of the hosted page's site that has nothing to do with it. */
export const ELSEWHERE = '/elsewhere.html';

/** What the operator of the hosted page says in its theme.css: the same as pages/page.css. */
const THEME = ':root { --hub-brand: #0b7a5c; }';

const pageOf = (title: string): string =>
  `<!doctype html><head><title>${title}</title><link rel="icon" href="data:,"></head>`;

/** @param element the folder with the custom element's files. */
export async function startSites({ site, urls }: Servers, element: string): Promise<Sites> {
  const { folder: pages } = inject('playground');
  const frames = inject('frames');
  const config = { baseUrl: urls.sandbox, name: 'Harbour', allowedOrigins: [''], returnUrl: '' };
  const hostedFiles = hostedPage({ folder: frames.hosted, config: () => config });
  const hosted = await site('hub', async (request) => {
    if (pathOf(request) === ELSEWHERE) return html(pageOf('Elsewhere'));
    const answer = await hostedFiles(request);
    return pathOf(request) === '/theme.css' ? new Response(THEME, answer) : answer;
  });

  const tokens: (() => Promise<string>)[] = [];
  const { sandbox } = urls;
  let policies: ReturnType<typeof minimalPolicies> = {};
  const files = [pages, element, frames.loader].map((built) => folder(built));
  const host = await site('host', async (request) => {
    const [, what, number] = pathOf(request).split('/');
    if (what === 'token') return new Response(await tokens[Number(number)]?.());
    if (pathOf(request) === BACK) return html(pageOf('Back at the product'));
    const answer = await firstOf(files, request);
    const policy = policies[pathOf(request).split('/').at(-1) ?? ''] ?? strictPolicy({ sandbox, hosted });
    answer.headers.set('content-security-policy', policy);
    return answer;
  });
  policies = minimalPolicies({ sandbox, hosted, host, pages });
  config.allowedOrigins = [host];
  config.returnUrl = host + BACK;
  return { host, hosted, tokenPath: (make) => `/token/${tokens.push(make) - 1}` };
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

const html = (page: string): Response => new Response(page, { headers: { 'content-type': 'text/html' } });

async function firstOf(answers: readonly FetchHandler[], request: Request): Promise<Response> {
  for (const answer of answers) {
    const given = await answer(request);
    if (given.ok) return given;
  }
  return new Response(null, { status: 404 });
}
