/**
 * What every script needs before it can load a dependency: a Node that is new enough, and the dependencies. So
 * this file imports Node's own modules alone, and nothing in it needs a Node newer than it asks for.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the script was started from. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** A failure that its one sentence tells whole: nobody needs its stack. */
export class Stop extends Error {
  name = 'Stop';
}

/** Runs a script's main function; a failure ends the process with its sentence on standard error. */
export async function main(run) {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exit(1);
  }
}

/** Checks Node, and installs what the lockfile names where that is not what is installed. */
export function prepare() {
  checkNode();
  process.chdir(ROOT);
  installIn(ROOT);
}

/** Installs what a folder's lockfile names where that is not what is installed there. */
export function installIn(folder) {
  if (isInstalled(folder)) return;
  console.log(`Installing the dependencies of ${relative(ROOT, folder) || 'this folder'} (npm ci) …`);
  const wishes = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = npm(['ci', ...wishes], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Stop('The dependencies could not be installed: npm says why above.');
}

/** The versions that Vite runs on: 20.19, and 22.12 or later. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!enough) {
    throw new Stop(`Connect Hub needs Node 20.19, or 22.12 or later; this is Node ${process.versions.node}.`);
  }
}

/**
 * npm keeps a record of what it installed, and writes it last: where it names every package of the lockfile in
 * its version, there is nothing to do. Packages for other platforms are optional, and missing.
 */
function isInstalled(folder) {
  const wanted = packagesOf(join(folder, 'package-lock.json'));
  const installed = packagesOf(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Runs npm to its end. It tells the scripts that it runs where it is; one that was started without it looks on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { shell: process.platform === 'win32', ...options });
}
