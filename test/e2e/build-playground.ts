import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { ISOLATION_PAGES } from '../isolation/page-files.js';
import { SURFACE_PAGES } from '../surfaces/page-files.js';
import { HOST_PAGE } from './host.js';

const ROOT = join(import.meta.dirname, '..', '..');

declare module 'vitest' {
  interface ProvidedContext {
    /** This run's own build of the playground: its folder, or why there is none. */
    playground: { readonly folder: string; readonly problem?: string };
  }
}

/**
 * Once a run, from the sources as they are now: no test depends on what dist/ happens to hold. A build that fails
 * fails the tests that need it, not those of other projects in the same run. In a test run it holds React's
 * development build: what that warns of counts among a stage's problems.
 */
export default async function buildPlayground(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-hub-playground-'));
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'silent',
      // Beside the playground, the pages of other hosts; see host.ts, and page-files.ts of surfaces/ and isolation/.
      build: {
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: {
          input: [HOST_PAGE, ...SURFACE_PAGES, ...ISOLATION_PAGES].map((page) => page.slice(1)),
        },
      },
    });
    project.provide('playground', { folder });
  } catch (error) {
    project.provide('playground', { folder, problem: String(error) });
  }
  return () => rm(folder, { recursive: true, force: true });
}
