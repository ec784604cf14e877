import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packInto } from '../package/pack.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** What is published, in a folder: an example that is copied into it finds it where `file:../..` leads. */
    workshop: string;
  }
}

/** Packs what `npm run build` made, once a run. */
export default function openWorkshop(project: TestProject): () => Promise<void> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'connect-hub-examples-')));
  project.provide('workshop', packInto(place).folder);
  return () => rm(place, { recursive: true, force: true });
}
