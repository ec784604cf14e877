import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { npm, ROOT } from '../../scripts/setup.mjs';
import { makeHost } from './host.js';
import installReact18, { REACT_18 } from './react-18.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The package as it is published. */
    published: Published;
  }
}

export interface Published {
  /** The file that would be sent to the registry. */
  readonly tarball: string;
  /** What is in it. */
  readonly folder: string;
  /** Folders of hosts that have installed it, one with the oldest React that it takes and one with the newest. */
  readonly hosts: { readonly oldest: string; readonly newest: string };
}

/** Packs what `npm run build` made, once a run, and installs it for two hosts; no test depends on the project's folder. */
export default function pack(project: TestProject): () => Promise<void> {
  installReact18();
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'connect-hub-package-')));
  try {
    project.provide('published', publishInto(place));
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
  return () => rm(place, { recursive: true, force: true });
}

function publishInto(place: string): Published {
  const { tarball, folder } = packInto(place);
  const newest = makeHost(join(place, 'newest'), folder, []);
  const oldest = makeHost(join(place, 'oldest'), folder, [REACT_18]);
  return { tarball, folder, hosts: { oldest, newest } };
}

/** Packs the package into an empty folder, and unpacks it there. */
export function packInto(place: string): Pick<Published, 'tarball' | 'folder'> {
  const packed = npm(['pack', '--pack-destination', place, '--loglevel=error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`The package cannot be packed: ${packed.stderr}`);
  const [name = ''] = readdirSync(place);
  const tarball = join(place, name);
  const unpacked = join(place, 'unpacked');
  mkdirSync(unpacked);
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '-C', unpacked], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The package cannot be unpacked: ${stderr}`);
  return { tarball, folder: join(unpacked, 'package') };
}
