import { describe, expect, test } from 'vitest';
import { entries, files, filesOf, reachedFrom, read } from './contents.js';

const isDeclaration = (file: string): boolean => file.endsWith('.d.ts');
const isScript = (file: string): boolean => file.endsWith('.js');
const isMap = (file: string): boolean => file.endsWith('.map');
/** A site of its own, to be copied to a web server: its files lead to one another. */
const isHosted = (file: string): boolean => file.startsWith('dist/hosted/');
/** Made by the bundler, with names that change with their content. */
const isChunk = (file: string): boolean => /^dist\/(chunks|element)\/.*\.js(\.map)?$/.test(file);

describe('the package holds', () => {
  test('what is listed here, beside chunks and declarations', () => {
    expect(files.filter((file) => !isChunk(file) && !isDeclaration(file) && !isHosted(file))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/connect-return.html',
      'dist/connect-return.js',
      'dist/element.global.js',
      'dist/element.js',
      'dist/element.licenses.md',
      'dist/element/custom-elements.json',
      'dist/index.js',
      'dist/index.js.map',
      'dist/integrity.json',
      'dist/loader.global.js',
      'dist/loader.global.js.map',
      'dist/loader.js',
      'dist/loader.js.map',
      'dist/sandbox-consent.css',
      'dist/sandbox-consent.html',
      'dist/sandbox-consent.js',
      'dist/sandbox.js',
      'dist/sandbox.js.map',
      'dist/sandbox.licenses.md',
      'dist/styles.css',
      'package.json',
    ]);
  });

  test('no chunk and no declaration that nothing leads to', () => {
    const targets = [...entries.values()].flatMap(({ types, default: script }) => [types, script]);
    const starts = targets.flatMap((target) => (target ? filesOf(target) : []));
    const reached = new Set(reachedFrom(...starts.filter((file) => isScript(file) || isDeclaration(file))));
    const unreached = files.filter((file) => !isMap(file) && (isChunk(file) || isDeclaration(file)));
    expect(unreached.filter((file) => !reached.has(file))).toEqual([]);
    expect([...reached].filter((file) => !files.includes(file))).toEqual([]);
  });
});

test.each(files.filter((file) => file.endsWith('.global.js')))(
  '%s can be read on a page of any encoding',
  (file) => {
    expect(read(file)).toMatch(/^[\0-\x7f]+$/);
  },
);

describe('source maps', () => {
  const mapped = files.filter((file) => isScript(file) && files.includes(`${file}.map`));

  test('every script that is there to be read has one, and names it', () => {
    expect(mapped).toEqual(expect.arrayContaining(['dist/index.js', 'dist/sandbox.js']));
    expect(mapped.map((file) => `${file}.map`)).toEqual(files.filter(isMap));
    const chunks = reachedFrom('dist/index.js', 'dist/sandbox.js');
    expect(chunks.filter((file) => !mapped.includes(file))).toEqual([]);
    for (const file of mapped) {
      expect(read(file).trimEnd()).toMatch(
        new RegExp(`//# sourceMappingURL=${file.split('/').at(-1)}\\.map$`),
      );
    }
  });

  test.each(mapped)('that of %s carries the sources themselves, which are not published', (file) => {
    const map = JSON.parse(read(`${file}.map`)) as { sources: string[]; sourcesContent: (string | null)[] };
    expect(map.sources.length).toBeGreaterThan(0);
    expect(map.sourcesContent.filter(Boolean)).toHaveLength(map.sources.length);
    expect(map.sources.filter((source) => !source.startsWith('../'))).toEqual([]);
  });
});
