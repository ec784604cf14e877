import { type HostedConfig } from '../../src/hosted/config.js';
import { hostedHeaders } from '../../src/hosted/headers.js';
import { folder } from './folder.js';
import { type FetchHandler, type Listening, type ListenOptions, listen } from './listen.js';

export interface HostedOptions extends ListenOptions {
  /** What scripts/hosted.mjs has built. */
  readonly folder: string;
  /** What `hub.json` and the headers say, at the time they are asked for. */
  readonly config: () => HostedConfig & { readonly baseUrl: string };
  /** Other headers on every answer, say none at all: `{}`. */
  readonly headers?: Record<string, string> | undefined;
}

/** The hosted page as a CDN would serve it, with the headers that it has to be served with. */
export function hostedPage({ folder: files, config, headers }: HostedOptions): FetchHandler {
  return async (request) => {
    // Slashes too many are one, as to nginx.
    const pathname = new URL(request.url).pathname.replaceAll(/\/+/g, '/');
    const { all, assets, others } = hostedHeaders(config());
    const sent = headers ?? { ...all, ...(pathname.startsWith('/assets/') ? assets : others) };
    return pathname === '/hub.json'
      ? Response.json(config(), { headers: sent })
      : folder(files, sent)(request);
  };
}

/** Puts it on a port; under `localhost`, which is another site than the `127.0.0.1` of everything else. */
export async function startHosted(options: HostedOptions): Promise<Listening> {
  const { url, close } = await listen(hostedPage(options), options);
  return { url: url.replace('127.0.0.1', 'localhost'), close };
}
