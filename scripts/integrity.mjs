/**
 * What browsers can hold the files to that pages load from elsewhere: `integrity.json` has the hash of each script and
 * sheet, by its path in dist/.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Those that a page names itself, the first choice first; `element/` is what `element.js` fetches by itself. */
const NAMED = ['element.global.js', 'loader.global.js', 'element.js', 'loader.js', 'styles.css'];

const hashOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/** @param files of dist/; gives the lines for whoever builds */
export function writeIntegrity(dist, files) {
  const parts = files.filter((name) => /^element\/.*\.js$/.test(name));
  const entries = [...NAMED, ...parts].map((name) => [name, hashOf(readFileSync(join(dist, name)))]);
  writeFileSync(join(dist, 'integrity.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
  return entries.slice(0, NAMED.length).map(([name, hash]) => `${name.padEnd(17)}  ${hash}`);
}
