import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FetchHandler } from './listen.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the files of a folder, `index.html` for the folder itself, with the given headers on every answer. */
export function folder(location: string | URL, headers: Record<string, string> = {}): FetchHandler {
  const root = resolve(location instanceof URL ? fileURLToPath(location) : location);
  return async (request) => {
    const path = fileUnder(root, new URL(request.url).pathname);
    const content = path && (await readFile(path).catch(() => undefined));
    if (!content) return new Response('Not found', { status: 404, headers });
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(content), { headers: { 'content-type': type, ...headers } });
  };
}

/** The file that a URL's path names, or nothing where it would lie outside the root. */
function fileUnder(root: string, pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname);
    const path = join(root, decoded.endsWith('/') ? `${decoded}index.html` : decoded);
    return path.startsWith(root + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}
