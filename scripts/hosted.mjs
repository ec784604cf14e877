/** Builds the hosted page, always for production: it is served with the headers that it has to live with. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
const ROOT = join(import.meta.dirname, '..');

/** Its own return page, for sign-ins behind a link that leave in the same tab. */
const RETURN_PAGES = ['connect-return.html', 'connect-return.js'];

/** @param {string} outDir what is in it already stays */
export async function buildHosted(outDir) {
  const { build } = await import('vite');
  // A development server, or a test run, in the same process has its own idea of what this is.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({
      root: join(ROOT, 'src', 'hosted'),
      base: './',
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: false,
        modulePreload: { polyfill: false },
        // A policy without data: addresses is the simpler one.
        assetsInlineLimit: 0,
        license: { fileName: 'licenses.md' },
        rolldownOptions: { input: join(ROOT, 'src', 'hosted', 'index.html') },
      },
    });
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
  for (const file of RETURN_PAGES) copyFileSync(join(ROOT, 'public', file), join(outDir, file));
}
