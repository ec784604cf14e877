import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../scripts/setup.mjs';

const OWN = join(ROOT, 'node_modules');
/** What a host builds with: no part of what it builds. */
const TOOLS = ['vite', '@vitejs/plugin-react', 'typescript'];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * A folder as a host has it after installing: the package as it is published, beside what it depends on and a React,
 * which are looked for in `shelves`, the first one first. All are copies: from a link, Node would go back to where it
 * leads and find another React there.
 */
export function makeHost(folder: string, published: string, shelves: readonly string[]): string {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  cpSync(published, join(modules, 'connect-hub'), { recursive: true });
  const wanted = new Set([
    'react',
    'react-dom',
    '@types/react',
    '@types/react-dom',
    ...dependenciesOf(published),
  ]);
  for (const name of wanted) {
    const found = [...shelves, OWN].map((shelf) => join(shelf, name)).find((path) => existsSync(path));
    if (!found) throw new Error(`${name} is not installed.`);
    cpSync(found, join(modules, name), { recursive: true });
    for (const needed of dependenciesOf(found)) wanted.add(needed);
  }
  mkdirSync(join(modules, '@vitejs'), { recursive: true });
  for (const tool of TOOLS) symlinkSync(join(OWN, tool), join(modules, tool), 'junction');
  return folder;
}

function dependenciesOf(folder: string): readonly string[] {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  return Object.keys(dependencies);
}
