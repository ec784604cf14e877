import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../../scripts/setup.mjs';
import { runNode } from './run.js';

/** Every file under a folder, by its path in it. */
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();

/** The same files at another place, without their bytes a second time where that can be. */
function link(from: string, to: string): void {
  for (const file of filesUnder(from)) {
    const copy = join(to, file);
    mkdirSync(dirname(copy), { recursive: true });
    try {
      linkSync(join(from, file), copy);
    } catch {
      copyFileSync(join(from, file), copy);
    }
  }
}

test('a build in another folder gives the same bytes', async () => {
  const place = mkdtempSync(join(tmpdir(), 'connect-hub-again-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const again = join(place, 'somewhere', 'else');
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of tracked.split('\n').filter(Boolean)) cpSync(join(ROOT, file), join(again, file));
  link(join(ROOT, 'node_modules'), join(again, 'node_modules'));

  expect(await runNode(again, join(again, 'scripts', 'build.mjs'))).toMatchObject({ code: 0 });

  const [first, second] = [join(ROOT, 'dist'), join(again, 'dist')];
  expect(filesUnder(second)).toEqual(filesUnder(first));
  const differing = filesUnder(first).filter(
    (file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))),
  );
  expect(differing).toEqual([]);
});
