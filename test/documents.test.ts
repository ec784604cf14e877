import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import viteConfig from '../vite.config.js';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const found = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, match = '']) => match);

describe.each(['CONTRIBUTING.md', 'SECURITY.md', 'SUPPORT.md'])('%s', (file) => {
  const text = read(file);

  test('names files and folders that are there', () => {
    const paths = found(text, /\b((?:src|test|scripts)\/[\w./-]*\w)/g);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  test('names scripts that are there', () => {
    const scripts = found(text, /npm run ([\w:]+)/g);
    expect(scripts.filter((script) => !Object.hasOwn(manifest.scripts, script))).toEqual([]);
  });
});

describe('SUPPORT.md says what holds:', () => {
  const text = read('SUPPORT.md');

  test('the browsers that the styles are built for', () => {
    expect(viteConfig.build?.cssTarget).toEqual(['chrome123', 'firefox120', 'safari17.5']);
    expect(text).toContain('Chrome and Edge 123, Firefox 120, Safari 17.5 and later');
  });

  test('the Reacts that the package takes', () => {
    expect(manifest.peerDependencies.react).toBe('^18.3.0 || ^19.0.0');
    expect(text).toContain('| React | 18.3 and 19,');
  });

  test('the Node that the package takes', () => {
    expect(manifest.engines.node).toBe('>=20');
    expect(text).toContain('| Node | 20 and later,');
  });
});
