import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../../src/element/custom-elements.json' with { type: 'json' };
import { HubElement } from '../../src/element/HubElement.js';
import { EVENTS, OPTION_OF, OPTIONS } from '../../src/element/names.js';

/** The manifest is written by hand, for people and their editors: it says what there is, and all of it. */

const SRC = join(import.meta.dirname, '..', '..', 'src');

const filesOf = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(join(SRC, folder, file), 'utf8'));

const element = manifest.modules[0]?.declarations[0];
if (!element) throw new Error('The manifest declares nothing.');

const namesOf = (list: readonly { readonly name: string }[]): string[] =>
  list.map(({ name }) => name).toSorted();
const distinct = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();

test('it lists every attribute, beside its property', () => {
  expect(namesOf(element.attributes)).toEqual([...HubElement.observedAttributes].toSorted());
  for (const { name, fieldName } of element.attributes) {
    expect(fieldName).toBe(name === 'closable' ? 'closable' : OPTION_OF.get(name));
  }
});

test('it lists every property, beside its attribute', () => {
  const fields = element.members.filter(({ kind }) => kind === 'field');
  expect(namesOf(fields)).toEqual([...OPTIONS, 'closable'].toSorted());
  const attributes = fields.flatMap(({ name, attribute }) => (attribute ? [`${name} ${attribute}`] : []));
  expect(attributes.toSorted()).toEqual(
    [...OPTION_OF]
      .map(([attribute, option]) => `${option} ${attribute}`)
      .concat('closable closable')
      .toSorted(),
  );
});

test('it lists every event', () => {
  expect(namesOf(element.events)).toEqual(Object.values(EVENTS).toSorted());
});

test('it lists every part that is drawn', () => {
  const code = [...filesOf('ui', '.tsx'), ...filesOf('views', '.tsx')].join('\n');
  const parts = Array.from(
    code.matchAll(/\spart=(?:"([^"]+)"|\{`([^`]+)`\})/g),
    ([, plain, made]) => plain ?? made ?? '',
  );
  const kinds = ['primary', 'secondary', 'quiet'];
  const names = parts.flatMap((words) =>
    words
      .split(' ')
      .flatMap((word) => (word.includes('$') ? kinds.map((kind) => word.replace(/\$\{.*\}/, kind)) : [word])),
  );
  expect(namesOf(element.cssParts)).toEqual(distinct(names));
});

const styles = filesOf('styles', '.css').join('\n');

test('it lists every custom property that the styles read', () => {
  expect(namesOf(element.cssProperties)).toEqual(
    distinct(Array.from(styles.matchAll(/var\(\s*(--hub-[\w-]+)/g), ([, name = '']) => name)),
  );
});

test('the styles set none of them: what a host sets is never overridden', () => {
  expect(styles.match(/--hub-[\w-]+\s*:/g)).toBeNull();
});

const coloured = element.cssProperties.filter((property) => property.default.includes('light-dark'));

test.each(coloured)('$name falls back on what the manifest says', (property) => {
  expect(styles).toContain(`var(${property.name}, ${property.default})`);
});
