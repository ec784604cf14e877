import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/setup.mjs';
import { published } from './contents.js';
import { runNode } from './run.js';

test('publint finds nothing, not even to suggest', async () => {
  const { buffer } = new Uint8Array(readFileSync(published.tarball));
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
});

test('every way that a compiler resolves ES modules finds types that are right', async () => {
  const attw = join(ROOT, 'node_modules', '@arethetypeswrong', 'cli', 'dist', 'index.js');
  const { code, stdout } = await runNode(published.folder, attw, published.tarball, '--profile', 'esm-only');
  expect(stdout).toContain('connect-hub/sandbox');
  expect(code, stdout).toBe(0);
});
