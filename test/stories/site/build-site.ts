import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { TestProject } from 'vitest/node';
import manifest from '../../../package.json' with { type: 'json' };

const ROOT = join(import.meta.dirname, '..', '..', '..');

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm run build:storybook` makes, and the hosts that it wanted to speak to. */
    storybook: { readonly folder: string; readonly wanted: readonly string[] };
  }
}

/** Once a run: the very script of package.json, into a folder of its own, on a machine that reaches nobody. */
export default async function buildSite(project: TestProject): Promise<() => Promise<void>> {
  const place = await mkdtemp(join(tmpdir(), 'connect-hub-storybook-'));
  const [folder, wanted] = [join(place, 'site'), join(place, 'wanted.txt')];
  await writeFile(wanted, '');
  await run(`${manifest.scripts['build:storybook']} --output-dir "${folder}"`, {
    NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'offline.mjs')).href}`,
    CONNECT_HUB_WANTED: wanted,
  });
  const hosts = (await readFile(wanted, 'utf8')).split('\n').filter(Boolean);
  project.provide('storybook', { folder, wanted: hosts });
  return () => rm(place, { recursive: true, force: true });
}

/** As npm runs a script, in an environment that is nobody's test run. */
function run(script: string, more: Readonly<Record<string, string>>): Promise<void> {
  const { NODE_ENV: _, VITEST: __, ...ours } = process.env;
  const PATH = [join(ROOT, 'node_modules', '.bin'), ours['PATH']].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(script, { shell: true, cwd: ROOT, env: { ...ours, PATH, ...more }, stdio: 'pipe' });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script}\n${said}`))));
  });
}
