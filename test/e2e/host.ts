import type { FetchHandler } from '../server/listen.js';

/** Where the host's page is, beside the playground's; see `host/main.tsx`. */
export const HOST_PAGE = '/test/e2e/host/index.html';

/** The hub's options, as far as a backend can say them. */
export interface HostOptions {
  readonly baseUrl: string;
  readonly appUrl?: string;
}

interface HostPage extends HostOptions {
  /** A session's token, a new one each time. */
  readonly token: () => Promise<string>;
}

/**
 * A product whose page shows the hub. Its backend keeps the options and makes the sessions, so that a reload finds
 * them and no address does.
 */
export function createHost() {
  const pages: HostPage[] = [];
  const answer: FetchHandler = async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const page = pages[Number(searchParams.get('page'))];
    if (!page || request.method !== 'POST') return new Response(null, { status: 404 });
    const { token, ...options } = page;
    return pathname === '/host/token' ? Response.json(await token()) : Response.json(options);
  };
  return {
    answer,
    /** The path of a page with these options. */
    page: (page: HostPage): string => `${HOST_PAGE}?page=${pages.push(page) - 1}`,
  };
}
