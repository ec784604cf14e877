import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../../src/text/en.js';

const src = join(import.meta.dirname, '..', '..', 'src');
const controls = join(import.meta.dirname, 'controls');

/** What is a control to Storybook: all of src/ui, and whatever else has a story there. */
const files = [
  ...readdirSync(join(src, 'ui')).map((name) => join('ui', name)),
  ...readdirSync(controls).flatMap((name) =>
    [...readFileSync(join(controls, name), 'utf8').matchAll(/src\/(views\/[\w/]+)\.js'/g)].map(
      ([, file = '']) => `${file}.tsx`,
    ),
  ),
].filter((file) => file.endsWith('.tsx'));

/** The props of an interface that no comment stands before. */
const undocumented = (file: string): readonly string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/interface (\w+Props)\b[^{]*\{\n(.*?)\n\}/gs)].flatMap(
    ([, name = '', body = '']) =>
      body
        .split('\n')
        .filter((line, index, all) => /^ {2}readonly /.test(line) && !all[index - 1]?.endsWith('*/'))
        .map((line) => `${file}: ${name} ${line.trim()}`),
  );

it('every prop of every control says what it is, for who reads it in Storybook', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap(undocumented)).toEqual([]);
});

it('every reason for which there is no way on has a story', () => {
  const stories = readFileSync(join(import.meta.dirname, 'screens', 'NoWayOn.stories.tsx'), 'utf8');
  const reasons = Object.keys(en).flatMap((key) => /^unavailable\.(\w+)\.title$/.exec(key)?.[1] ?? []);
  expect(reasons.length).toBeGreaterThan(9);
  const isTold = (reason: string) =>
    stories.includes(`because('${reason}')`) || stories.includes(`unavailable.${reason}.`);
  expect(reasons.filter((reason) => !isTold(reason))).toEqual([]);
});
