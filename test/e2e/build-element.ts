import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

const ROOT = join(import.meta.dirname, '..', '..');
const runFile = promisify(execFile);

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder with this run's own build of the custom element's files, as they are published; empty without. */
    element: { readonly folder: string; readonly problem?: string };
  }
}

/**
 * Once a run, from the sources as they are now. In a process of its own: React's production build is made where Node
 * is told that it is in production.
 */
export default async function buildElement(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-hub-element-'));
  const build = `const { buildElement } = await import('./scripts/element.mjs'); await buildElement(${JSON.stringify(folder)});`;
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await runFile(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT, env });
    project.provide('element', { folder });
  } catch (error) {
    project.provide('element', { folder, problem: String(error) });
  }
  return () => rm(folder, { recursive: true, force: true });
}
