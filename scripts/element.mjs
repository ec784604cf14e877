/**
 * The custom element, for pages without a bundler too: everything it uses is inside. `element.js` is a module with
 * what is needed later in chunks beside it, under `element/`; `element.global.js` is one classic script, in English.
 */
import { join } from 'node:path';
import { ascii } from './ascii.mjs';

const ROOT = join(import.meta.dirname, '..');

/** Builds both into a folder, whatever else is in there. */
export async function buildElement(outDir) {
  await bundle(outDir, 'es', {
    entryFileNames: 'element.js',
    // Chunks import one another and never the entry, which pages may load by an address of their own making.
    chunkFileNames: 'element/[name]-[hash].js',
  });
  await bundle(outDir, 'iife', { entryFileNames: 'element.global.js', codeSplitting: false }, [
    { find: /^.*\/text\/languages\.js$/, replacement: join(ROOT, 'src', 'element', 'english.ts') },
  ]);
}

/**
 * zod keeps its settings and its names on the page, for all copies of it there: what a host's own copy was told, or one of
 * another version, is not meant for the hub.
 */
const zodOfItsOwn = {
  name: 'zod-of-its-own',
  transform(code, id) {
    if (!/\/zod\/v4\/core\/(core|registries)\.js$/.test(id)) return undefined;
    return `const page = {};\n${code.replaceAll('globalThis', 'page')}`;
  },
};

async function bundle(outDir, format, output, alias = []) {
  const { build, resolveConfig } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const { cssTarget } = (
    await resolveConfig({ root: ROOT, configFile: join(ROOT, 'vite.config.ts') }, 'build')
  ).build;
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    mode: 'production',
    plugins: [react(), zodOfItsOwn, ascii],
    resolve: { alias },
    // Vite leaves this to whoever bundles a library; this one is bundled, and for pages, which have no process.
    define: { 'process.env.NODE_ENV': '"production"', 'process.emit': 'undefined' },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      cssTarget,
      license: { fileName: 'element.licenses.md' },
      lib: { entry: 'src/element.ts', formats: [format], name: 'ConnectHub' },
      rolldownOptions: { output: { ...output, minify: true } },
    },
  });
}
