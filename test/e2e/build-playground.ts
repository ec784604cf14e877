import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of this run's own build of the playground. */
    playgroundFolder: string;
  }
}

/** Once a run, from the sources as they are now: no test depends on what dist/ happens to hold. */
export default async function buildPlayground(project: TestProject): Promise<() => Promise<void>> {
  const outDir = await mkdtemp(join(tmpdir(), 'connect-hub-playground-'));
  const root = join(import.meta.dirname, '..', '..');
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  project.provide('playgroundFolder', outDir);
  return () => rm(outDir, { recursive: true, force: true });
}
