/**
 * What every script needs before it can load a dependency: a Node that is new enough, and the dependencies. So
 * this file imports Node's own modules alone, and nothing in it needs a Node newer than it asks for.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
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
  if (!isInstalled()) install();
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
function isInstalled() {
  const wanted = packagesOf('package-lock.json');
  const installed = packagesOf('node_modules/.package-lock.json');
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

function install() {
  console.log('Installing the dependencies (npm ci) …');
  const { command, before, shell } = npm();
  const wishes = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(command, [...before, 'ci', ...wishes], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  });
  if (status !== 0) throw new Stop('The dependencies could not be installed: npm says why above.');
}

/** npm tells the scripts that it runs where it is; one that was started without npm looks on the path. */
function npm() {
  const own = process.env.npm_execpath;
  if (own?.endsWith('npm-cli.js')) return { command: process.execPath, before: [own], shell: false };
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}
