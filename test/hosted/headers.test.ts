import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { hostedHeaders } from '../../src/hosted/headers.js';

/** The files for servers and CDNs say what hostedHeaders() does, for the addresses that they have as examples. */
const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'hosted', 'public', 'headers');

const { all, assets, others } = hostedHeaders({
  baseUrl: 'https://api.stackone.com',
  allowedOrigins: ['https://app.example.com'],
});

type Headers = { readonly [name: string]: string };

/** Every file of dist/hosted that somebody asks for. */
const PATHS = [
  '/',
  '/index.html',
  '/hub.json',
  '/theme.css',
  '/connect-return.html',
  '/connect-return.js',
  '/assets/index-1a2b3c.js',
];

const headersOf = (pairs: Iterable<readonly [name: string, value: string]>): Headers =>
  Object.fromEntries(Array.from(pairs, ([name, value]) => [name.toLowerCase(), value]));

/** Every `Name "value"` that stands on a line of its own. */
const quoted = (text: string, line: RegExp): Headers =>
  headersOf(Array.from(text.matchAll(line), ([, name = '', value = '']) => [name, value]));

function nginx(text: string, path: string): Headers {
  const [, cases = ''] = /map \$uri \$hub_cache \{(.*?)\}/s.exec(text) ?? [];
  const [, prefix = '', inFolder = '', otherwise = ''] =
    /~\^(\S+)\s+"([^"]+)";\s+default\s+"([^"]+)";/.exec(cases) ?? [];
  // Of what is no success, too: a failure's page can be framed like any other.
  const headers = quoted(text, /^ {2}add_header (\S+) "([^"]+)" always;$/gm);
  expect(text).toContain('add_header Cache-Control $hub_cache always;');
  return { ...headers, 'cache-control': path.startsWith(prefix) ? inFolder : otherwise };
}

function caddy(text: string, path: string): Headers {
  const headers = quoted(text, /^\t\t(\S+) "([^"]+)"$/gm);
  const matchers = Array.from(text.matchAll(/^\t@(\w+) (not )?path (\S+)\*$/gm));
  const rules = Array.from(text.matchAll(/^\theader @(\w+) (\S+) "([^"]+)"$/gm));
  const matching = new Set(
    matchers.flatMap(([, name, not, prefix = '']) => (path.startsWith(prefix) === !not ? [name] : [])),
  );
  const more = rules.filter(([, name]) => matching.has(name));
  return {
    ...headers,
    ...headersOf(more.map(([, , name = '', value = '']) => [name, value])),
  };
}

function netlify(text: string, path: string): Headers {
  const blocks = text.split(/^(?=\/)/m).slice(1);
  const fitting = blocks.filter((block) => {
    const [pattern = ''] = block.split('\n');
    return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  });
  return quoted(fitting.join('\n'), /^ {2}([\w-]+): (.+)$/gm);
}

interface VercelRule {
  readonly source: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

function vercel(text: string, path: string): Headers {
  const { headers } = JSON.parse(text) as { readonly headers: readonly VercelRule[] };
  const fitting = headers.filter(({ source }) => new RegExp(`^${source}$`).test(path));
  return headersOf(fitting.flatMap((rule) => rule.headers.map(({ key, value }) => [key, value] as const)));
}

function cloudFront(text: string, path: string): Headers {
  const handler = runInNewContext(`${text}\nhandler`) as (event: object) => {
    readonly headers: { readonly [name: string]: { readonly value: string } };
  };
  const { headers } = handler({ request: { uri: path }, response: { headers: {} } });
  return headersOf(Object.entries(headers).map(([name, { value }]) => [name, value]));
}

describe.each([
  ['nginx.conf', nginx],
  ['Caddyfile', caddy],
  ['_headers', netlify],
  ['vercel.json', vercel],
  ['cloudfront-function.js', cloudFront],
])('%s', (file, read) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');

  test.each(PATHS)('says of %s what the page needs, and no more', (path) => {
    const expected = { ...all, ...(path.startsWith('/assets/') ? assets : others) };
    expect(read(text, path)).toEqual(expected);
  });
});
