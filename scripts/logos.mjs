/**
 * Draws a tile for every provider of the sandbox's catalogue into public/logos and removes those of providers that
 * are gone. Run it after the catalogue changed: `node scripts/logos.mjs`.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'public', 'logos');

const vite = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { catalog, logosOf } = await vite.ssrLoadModule('/src/sandbox/catalog/index.ts');
  const logos = logosOf(catalog);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) {
    if (!logos.has(file.replace(/\.svg$/, ''))) await rm(join(folder, file));
  }
  for (const [provider, svg] of logos) await writeFile(join(folder, `${provider}.svg`), svg);
  console.log(`${logos.size} tiles in public/logos`);
} finally {
  await vite.close();
}
