/**
 * The loader, as pages can load it: `loader.js`, a module, and `loader.global.js` for a plain `<script>`, which adds
 * what it exports to the global `ConnectHub`. As small as they get, with nothing to import.
 */
import { join } from 'node:path';
import { ascii } from './ascii.mjs';

const ROOT = join(import.meta.dirname, '..');

/** Builds both into a folder, whatever else is in there. */
export async function buildLoader(outDir) {
  const { build, resolveConfig } = await import('vite');
  const { cssTarget } = (
    await resolveConfig({ root: ROOT, configFile: join(ROOT, 'vite.config.ts') }, 'build')
  ).build;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [ascii],
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      cssTarget,
      cssMinify: true,
      sourcemap: true,
      lib: {
        entry: 'src/loader.ts',
        name: 'ConnectHub',
        formats: ['es', 'iife'],
        fileName: (format) => (format === 'es' ? 'loader.js' : 'loader.global.js'),
      },
      rolldownOptions: { output: { minify: true, extend: true, generatedCode: { symbols: false } } },
    },
  });
}
