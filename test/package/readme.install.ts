import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { npm } from '../../scripts/setup.mjs';
import { tryApp, writeApp } from './app.js';
import { published } from './contents.js';

/** What a fresh app is made of, in the versions that are here: npm has them at hand already. */
const INGREDIENTS = [
  'react',
  'react-dom',
  '@types/react',
  '@types/react-dom',
  'typescript',
  'vite',
  '@vitejs/plugin-react',
] as const;

test('an account is connected in a fresh app that has installed the package, and follows the README', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-hub-app-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeApp(folder);
  const wanted = INGREDIENTS.map((name) => `${name}@${manifest.devDependencies[name]}`);
  const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = npm(['install', ...quietly, ...wanted, published.tarball], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(readFileSync(join(folder, 'package.json'), 'utf8')).toContain('"connect-hub": "file:');
  await tryApp(folder);
});
