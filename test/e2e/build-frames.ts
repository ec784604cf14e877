import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildHosted } from '../../scripts/hosted.mjs';
import { buildLoader } from '../../scripts/loader.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** This run's own builds of the hosted page and the loader: their folders, or why there are none. */
    frames: { readonly hosted: string; readonly loader: string; readonly problem?: string };
  }
}

/** Once a run, from the sources as they are now, and as they are published. */
export default async function buildFrames(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-hub-frames-'));
  const folders = { hosted: join(folder, 'hosted'), loader: join(folder, 'loader') };
  try {
    await buildHosted(folders.hosted);
    await buildLoader(folders.loader);
    project.provide('frames', folders);
  } catch (error) {
    project.provide('frames', { ...folders, problem: String(error) });
  }
  return () => rm(folder, { recursive: true, force: true });
}
