import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { inject } from 'vitest';
import { importsIn, typeImportsIn } from './syntax.js';

/** What is in the published package. */
export const published = inject('published');

/** Where an import leads by `exports`; a file that is not there for a compiler has no types. */
export interface Target {
  readonly types?: string;
  readonly default: string;
}

interface Manifest {
  readonly version: string;
  readonly sideEffects: readonly string[];
  readonly exports: Readonly<Record<string, string | Target>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export const read = (file: string): string => readFileSync(join(published.folder, file), 'utf8');

export const manifest = JSON.parse(read('package.json')) as Manifest;

/** Every file, from the package's folder. */
export const files: readonly string[] = readdirSync(published.folder, {
  recursive: true,
  withFileTypes: true,
})
  .filter((entry) => entry.isFile())
  .map((entry) => relative(published.folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
  .toSorted();

/** What a host can import, by the name that it writes: those with a `*` stand for several files. */
export const entries: ReadonlyMap<string, Target> = new Map(
  Object.entries(manifest.exports).map(([name, target]) => [
    posix.join('connect-hub', name),
    typeof target === 'string' ? { default: target } : target,
  ]),
);

/** The files that a target stands for. */
export function filesOf(target: string): readonly string[] {
  const [before = '', after] = posix.normalize(target).split('*');
  if (after === undefined) return files.filter((file) => file === before);
  return files.filter((file) => file.startsWith(before) && file.endsWith(after));
}

/** What a script imports, as it is written; in a declaration the types that it imports. */
export const importsOf = (file: string): readonly string[] =>
  file.endsWith('.ts') ? typeImportsIn(read(file)) : importsIn(read(file));

/** A file and all that its relative imports lead to. */
export function reachedFrom(...start: readonly string[]): readonly string[] {
  const reached = new Set(start);
  for (const file of reached) {
    for (const name of importsOf(file).filter((one) => one.startsWith('.'))) {
      const target = posix.join(posix.dirname(file), name);
      reached.add(file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target);
    }
  }
  return [...reached];
}
