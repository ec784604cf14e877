import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folder } from './folder.js';

let outside: string;
let root: string;

beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'connect-hub-folder-'));
  root = join(outside, 'root');
  await mkdir(join(root, 'logos'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(outside, 'root-of-others.txt'), 'secret');
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'logos', 'a b.svg'), '<svg/>');
});
afterEach(() => rm(outside, { recursive: true }));

const ask = (path: string): Promise<Response> =>
  folder(root, { 'x-added': 'always' })(new Request(`http://127.0.0.1${path}`));

test.each([
  ['/', '<!doctype html>', 'text/html; charset=utf-8'],
  ['/index.html?v=1', '<!doctype html>', 'text/html; charset=utf-8'],
  ['/logos/a%20b.svg', '<svg/>', 'image/svg+xml'],
])('%s is a file of the folder', async (path, content, type) => {
  const answer = await ask(path);
  expect(await answer.text()).toBe(content);
  expect(answer.headers.get('content-type')).toBe(type);
  expect(answer.headers.get('x-added')).toBe('always');
});

test.each([
  '/..%2fsecret.txt',
  '/logos/..%2f..%2fsecret.txt',
  '/..%2froot-of-others.txt',
  '/logos',
  '/%',
  '/none',
])('%s is none', async (path) => {
  const answer = await ask(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('x-added')).toBe('always');
});
