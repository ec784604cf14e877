import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');
const runFile = promisify(execFile);

/** The files of the custom element as they are published, from the sources as they are now. */
export interface ElementFiles {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** In a process of its own: React's production build is made where Node is told that it is in production. */
export async function buildElementFiles(): Promise<ElementFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-hub-element-'));
  const build = `const { buildElement } = await import('./scripts/element.mjs'); await buildElement(${JSON.stringify(folder)});`;
  const env = { ...process.env, NODE_ENV: 'production' };
  await runFile(process.execPath, ['--input-type=module', '-e', build], { cwd: ROOT, env });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
