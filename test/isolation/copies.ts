import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { HUB_VERSION } from '../../src/contract/version.js';
import { elementFiles } from '../e2e/element-files.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** What the second copy says that it is. */
export const OTHER_VERSION = '0.0.9';

/** The folders in which the copies are. */
export const COPIES = { one: HUB_VERSION, two: OTHER_VERSION } as const;
export type Copy = keyof typeof COPIES;

/**
 * The element and a part of a page with the component, twice, with all that they use inside: nothing but the page is
 * shared by two versions of them.
 */
export async function buildCopies(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-hub-copies-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const one = join(folder, 'one' satisfies Copy);
  const two = join(folder, 'two' satisfies Copy);
  try {
    await cp(elementFiles(), one, { recursive: true });
    await buildPart(one);
    await cp(one, two, { recursive: true });
    const changed = await Promise.all((await scriptsIn(two)).map(calledOtherwise));
    // The element's, and the component's.
    if (changed.filter(Boolean).length < 2) throw new Error('There is no second version.');
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function buildPart(outDir: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    plugins: [react()],
    logLevel: 'silent',
    // React's development build: what that warns of counts among what the page said.
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      lib: {
        entry: join(import.meta.dirname, 'together', 'component.tsx'),
        formats: ['es'],
        fileName: 'component',
        cssFileName: 'component',
      },
      rolldownOptions: { output: { chunkFileNames: 'component/[name]-[hash].js' } },
    },
  });
}

const scriptsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));

async function calledOtherwise(file: string): Promise<boolean> {
  const code = await readFile(file, 'utf8');
  const other = code.replaceAll(HUB_VERSION, OTHER_VERSION);
  if (other !== code) await writeFile(file, other);
  return other !== code;
}
