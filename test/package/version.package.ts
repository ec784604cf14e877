import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT } from '../../scripts/setup.mjs';
import { runNode } from './run.js';

const PARTS = ['package.json', 'package-lock.json', 'CHANGELOG.md', '.changeset', 'src/contract/version.ts'];

test('a version is made of the changesets that wait, and is written wherever it stands', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'connect-hub-version-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  for (const part of [...PARTS, 'scripts']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(
    join(copy, '.changeset', 'one-more.md'),
    `---\n'connect-hub': minor\n---\n\nSomething was added.\n`,
  );
  spawnSync('git', ['init', '--quiet', '--initial-branch=main'], { cwd: copy });
  const read = (part: string): string => readFileSync(join(copy, part), 'utf8');

  expect(await runNode(copy, join(copy, 'scripts', 'version.mjs'))).toMatchObject({ code: 0 });

  const { version } = JSON.parse(read('package.json')) as { readonly version: string };
  expect(version).not.toBe(manifest.version);
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version, packages: { '': { version } } });
  expect(read('src/contract/version.ts')).toContain(`HUB_VERSION = '${version}';`);
  expect(read('CHANGELOG.md')).toMatch(
    new RegExp(`^# connect-hub\\n\\n## ${version}\\n[^]*Something was added`),
  );
  expect(readdirSync(join(copy, '.changeset'))).toEqual(['config.json']);
});
