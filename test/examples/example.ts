import { spawn } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inject } from 'vitest';
import { ROOT } from '../../scripts/setup.mjs';
import type { Listening } from '../server/listen.js';

/** What installing and building leave in an example's folder. */
const MADE = new Set(['node_modules', 'dist', '.next', '.angular']);

/**
 * Installs an example in a folder of its own, as its lockfile says, with the package as it is published.
 *
 * @returns its folder
 */
export async function installExample(name: string): Promise<string> {
  const folder = join(inject('workshop'), 'examples', name);
  cpSync(join(ROOT, 'examples', name), folder, {
    recursive: true,
    filter: (path) => !MADE.has(basename(path)),
  });
  await npm(folder, ['ci', '--loglevel=error']);
  return folder;
}

/** Hundreds of megabytes of it. */
export const removeExample = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** Runs one of an example's scripts to its end, and gives what it said; throws that where it fails. */
export const runScript = (folder: string, script: string, env: NodeJS.ProcessEnv = {}): Promise<string> =>
  npm(folder, ['run', script], env);

/**
 * Starts an example on a free port, with `npm start`'s own command: ending npm would not end what it started.
 */
export async function startExample(folder: string, env: NodeJS.ProcessEnv): Promise<Listening> {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const [command = '', ...args] = scripts.start.split(' ');
  const program = command === 'node' ? [] : [join('node_modules', '.bin', command)];
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: folder,
    env: { ...hostEnv(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (text: string): void => {
      said += text;
      const [address] = /http:\/\/127\.0\.0\.1:[1-9]\d*/.exec(said) ?? [];
      if (address) resolve(address);
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('close', () => reject(new Error(`${scripts.start} ended: ${said}`)));
  });
  return {
    url,
    async close() {
      child.kill();
      await ended;
    },
  };
}

interface Manifest {
  readonly scripts: { readonly start: string };
}

function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const own = process.env['npm_execpath'];
  const [command, before] = own?.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...before, ...args], { cwd, env: { ...hostEnv(), ...env } });
    let said = '';
    const listen = (text: string): void => void (said += text);
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`npm ${args.join(' ')} in ${cwd}:\n${said}`)),
    );
  });
}

/** Without what this test run, and the npm that may have started it, say to the tools. */
function hostEnv(): NodeJS.ProcessEnv {
  const own = /^(npm_|VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
