/**
 * `npm run release:version`: makes one version of the changesets that wait, and writes it wherever it stands: the
 * manifest, the lockfile, the change log, and what the hub says of itself.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, prepare, Stop } from './setup.mjs';

const HUB_VERSION = join('src', 'contract', 'version.ts');

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

await main(async () => {
  prepare();
  const changesets = join('node_modules', '@changesets', 'cli', 'bin.js');
  const { status } = spawnSync(process.execPath, [changesets, 'version'], { stdio: 'inherit' });
  if (status !== 0) throw new Stop('No version was made: changesets says why above.');

  const { version } = readJson('package.json');
  const lock = readJson('package-lock.json');
  lock.version = version;
  lock.packages[''].version = version;
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
  writeFileSync(HUB_VERSION, readFileSync(HUB_VERSION, 'utf8').replace(/'[\d.]+[^']*'/, `'${version}'`));
  console.log(`This is ${version} now.`);
});
