/**
 * The apps that are measured, each built with Vite for production as its author would do it: ours on the packed
 * package, the peers on what they publish.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listening } from './stub.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const PEERS = join(ROOT, 'test', 'peers', 'node_modules');
const SOURCES = join(import.meta.dirname, 'apps');

/** `ours` and `peer` say whose packages an app may import; the floor has React alone. */
export const APPS = [
  { id: 'floor', title: 'bare React page', source: 'floor.jsx', from: 'ours' },
  { id: 'component', title: 'connect-hub, component', source: 'component.jsx', from: 'ours' },
  { id: 'element', title: 'connect-hub, element', source: 'element.jsx', from: 'ours' },
  { id: 'peer-component', title: '@stackone/hub, component', source: 'peer-component.jsx', from: 'peer' },
  { id: 'peer-element', title: '@stackone/hub, element', source: 'peer-element.jsx', from: 'peer' },
];

export const hasPeers = () => existsSync(join(PEERS, '@stackone', 'hub'));

/** Builds the given apps into a folder of their own. @returns the folder, and how to throw it away. */
export async function buildApps(apps) {
  const work = mkdtempSync(join(tmpdir(), 'connect-hub-bench-'));
  const dispose = () => rmSync(work, { recursive: true, force: true });
  try {
    installPacked(join(work, 'ours'));
    const { build } = await import('vite');
    for (const { id, source, from } of apps) {
      const root = join(work, from === 'peer' ? 'peer' : 'ours', id);
      mkdirSync(root, { recursive: true });
      if (from === 'peer' && !existsSync(join(work, 'peer', 'node_modules'))) {
        symlinkSync(PEERS, join(work, 'peer', 'node_modules'));
      }
      for (const name of [source, 'settings.js']) {
        writeFileSync(join(root, name), readFileSync(join(SOURCES, name)));
      }
      writeFileSync(join(root, 'index.html'), page(source));
      await build({
        root,
        base: './',
        configFile: false,
        logLevel: 'error',
        mode: 'production',
        build: {
          outDir: join(work, 'dist', id),
          target: 'es2022',
          modulePreload: { polyfill: false },
          rolldownOptions: { checks: { pluginTimings: false } },
          chunkSizeWarningLimit: 10_000,
        },
      });
    }
    return { folder: join(work, 'dist'), dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

/** The package as `npm pack` makes it, beside the dependencies that npm would install with it. */
function installPacked(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, 'connect-hub'), { recursive: true });
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const tarball = join(folder, packed.trim().split('\n').at(-1));
  execFileSync('tar', ['-xzf', tarball, '-C', join(modules, 'connect-hub'), '--strip-components=1']);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  }
}

const page = (source) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Benchmark</title>
    <link rel="icon" href="data:," />
  </head>
  <body>
    <div id="app"></div>
    <script type="module" src="./${source}"></script>
  </body>
</html>
`;

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

/** Serves the built apps as a CDN would: packed, and hashed files for ever. */
export async function serveApps(folder) {
  const packed = new Map();
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!packed.has(file))
      packed.set(file, existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }) : undefined);
    const body = packed.get(file);
    if (!body) return response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-encoding': 'gzip',
        'content-length': body.length,
      })
      .end(body);
  });
  return listening(server);
}
