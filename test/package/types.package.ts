import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/setup.mjs';
import { published, read } from './contents.js';
import { exampleAfter } from './readme.js';
import { runNode } from './run.js';

const CONSUMER = join(import.meta.dirname, 'consumer');
const { oldest, newest } = published.hosts;

const TYPESCRIPT = join(ROOT, 'node_modules', 'typescript');
/** The oldest one at hand, which another tool brings along. */
const OLD_TYPESCRIPT = join(ROOT, 'node_modules', '@arethetypeswrong', 'core', 'node_modules', 'typescript');

/** What the README's examples take for granted: the host's own. */
const AROUND_PAGE = `declare function saveAccount(id: string, provider: string, mode: 'created' | 'updated'): void;\n`;
const AROUND_TEST = `
import type { ReactElement } from 'react';
import { type ConnectedAccount, ConnectHub } from 'connect-hub';
declare function render(page: ReactElement): void;
declare function onSuccess(account: ConnectedAccount): void;
`;

/** Compiles what hosts write, in a folder of such a host; gives what the compiler complains of. */
async function complaints(host: string, typescript: string, module: string): Promise<string> {
  const folder = mkdtempSync(join(host, 'types-'));
  cpSync(CONSUMER, folder, { recursive: true });
  writeFileSync(join(folder, 'page.tsx'), AROUND_PAGE + exampleAfter('**Your page** shows the hub'));
  writeFileSync(join(folder, 'test.tsx'), AROUND_TEST + exampleAfter('In your tests:'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module,
    moduleResolution: module === 'esnext' ? 'bundler' : module,
    jsx: 'react-jsx',
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noUncheckedSideEffectImports: true,
    skipLibCheck: false,
    noEmit: true,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['.'] }));
  const { code, stdout } = await runNode(folder, join(typescript, 'bin', 'tsc'), '-p', '.');
  return code === 0 ? '' : stdout;
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }).version;

interface Case {
  readonly typescript: string;
  readonly module: string;
  readonly host: string;
}

const CASES: readonly Case[] = [
  ...['esnext', 'node16', 'nodenext'].flatMap((module) =>
    [oldest, newest].map((host) => ({ typescript: TYPESCRIPT, module, host })),
  ),
  { typescript: OLD_TYPESCRIPT, module: 'esnext', host: oldest },
  { typescript: OLD_TYPESCRIPT, module: 'nodenext', host: newest },
];

describe('every type compiles, and wrong usage does not', () => {
  const named = CASES.map((one) => {
    const react = versionOf(join(one.host, 'node_modules', '@types', 'react'));
    return { ...one, name: `TypeScript ${versionOf(one.typescript)}, module ${one.module}, React ${react}` };
  });
  test.each(named)('$name', async ({ host, typescript, module }) => {
    expect(await complaints(host, typescript, module)).toBe('');
  });
});

describe('the consumer', () => {
  test.each([
    ['dist/index.d.ts', 'component.tsx'],
    ['dist/element.d.ts', 'element.tsx'],
    ['dist/sandbox.d.ts', 'sandbox.ts'],
  ])('uses every name that %s exports', (declaration, consumer) => {
    const lists = Array.from(read(declaration).matchAll(/\{([^{}]*)\}/g), ([, list = '']) => list);
    const names = lists.flatMap((list) => list.split(/\W+/)).filter((word) => word !== '' && word !== 'type');
    const used = new Set(readFileSync(join(CONSUMER, consumer), 'utf8').split(/\W+/));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !used.has(name))).toEqual([]);
  });
});
