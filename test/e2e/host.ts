import type { FetchHandler } from '../server/listen.js';

/** Where the host's page is, beside the playground's; see `host/main.tsx`. */
export const HOST_PAGE = '/test/e2e/host/index.html';

/** The hub's options, as far as a backend can say them. */
export interface HostOptions {
  readonly token: string;
  readonly baseUrl: string;
  readonly appUrl?: string;
}

/** A product whose page shows the hub: its backend keeps the options, so that a reload finds them and no address does. */
export function createHost() {
  const pages: HostOptions[] = [];
  const answer: FetchHandler = async (request) => {
    const options = pages[Number(new URL(request.url).searchParams.get('page'))];
    return options ? Response.json(options) : new Response(null, { status: 404 });
  };
  return {
    answer,
    /** The path of a page with these options. */
    page: (options: HostOptions): string => `${HOST_PAGE}?page=${pages.push(options) - 1}`,
  };
}
