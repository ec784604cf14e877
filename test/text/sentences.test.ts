import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WORDS as loaderWords } from '../../src/loader/words.js';
import { linkEnglish } from '../../src/text/link/en.js';
import { en } from './english.js';
import { stemOf } from './translations.js';
import { wordsInCode } from './wordsInCode.js';

/** What speaks to users: neither the reference server's pages nor the playground are the hub's. */
const root = join(import.meta.dirname, '..', '..', 'src');
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/^(?:sandbox|playground|text)[/.]/.test(file))
  .map((file) => ({ file, code: readFileSync(join(root, file), 'utf8') }));

/** Every key that code writes, as a pattern: `problem.${key}` stands for all problems. */
const written = sources.flatMap(({ code }) =>
  [...code.matchAll(/['`]([a-z]+(?:\.[\w${}.-]+)?)['`]/g)].map(
    ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '.+')}$`),
  ),
);

/** Words that are in code by right, and why. */
const DEVELOPERS = 'tells a developer what is not set up right, in the English of the options';
const NO_USERS_WORDS: ReadonlyMap<string, string> = new Map([
  ['contract/options.ts', DEVELOPERS],
  ['element.ts', DEVELOPERS],
  ['hosted/config.ts', DEVELOPERS],
  ['hosted/headers.ts', 'has what browsers read of a policy'],
  ['hosted/framed/chosen.ts', DEVELOPERS],
  ['hosted/framed/frameHost.ts', DEVELOPERS],
  ['hub/ConnectHub.tsx', DEVELOPERS],
  ['hub/signInHints.ts', DEVELOPERS],
  ['loader.ts', DEVELOPERS],
  ['loader/hub.ts', DEVELOPERS],
  ['loader/words.ts', 'has some of the sentences for a script that has no room for all'],
  ['search/aliases.ts', 'is what people type, and never read'],
]);

describe('the sentences', () => {
  it('are all said somewhere', () => {
    const keys = [...new Set(Object.keys(en).map(stemOf))];
    const unsaid = keys.filter(
      (key) => !/^(?:language|category\.)/.test(key) && !written.some((pattern) => pattern.test(key)),
    );
    expect(unsaid).toEqual([]);
  });

  it('of the page behind a link are, too', () => {
    const unsaid = Object.keys(linkEnglish).filter(
      (key) => !sources.some(({ code }) => code.includes(`linkText('${key}'`)),
    );
    expect(unsaid).toEqual([]);
  });

  it('are nowhere else', () => {
    const elsewhere = sources
      .filter(({ file }) => !NO_USERS_WORDS.has(file))
      .flatMap(({ file, code }) => wordsInCode(file, code).map((words) => `${file}: ${words}`));
    expect(elsewhere).toEqual([]);
  });

  it('have no exception that is none any more', () => {
    const needless = [...NO_USERS_WORDS.keys()].filter(
      (name) => !sources.some(({ file, code }) => file === name && wordsInCode(file, code).length > 0),
    );
    expect(needless).toEqual([]);
  });

  it('are the same where the loader, which is without them, says one before the hub is there', () => {
    expect(en).toMatchObject(loaderWords);
  });
});

const found = (code: string): readonly string[] => wordsInCode('seen.tsx', code);

describe('words in code', () => {
  it.each([
    ['between tags', '<p>Hello there</p>'],
    ['between tags, in braces', "<p>{'Hello there'}</p>"],
    ['between tags, on a condition', "<p>{done ? 'Hello there' : text('action.done')}</p>"],
    ['between tags, where nothing else is', '<p>{name ?? `Hello there`}</p>'],
    ['in an attribute that is read', '<button aria-label="Hello there" />'],
    ['in an attribute, in braces', "<img alt={name || 'Hello there'} />"],
    ['in whatever a component is handed', '<Button caption="Hello there" />'],
    ['in a part of what it is handed', "<Message primary={{ label: 'Hello there' }} />"],
    ['in a property of an element', "line.textContent = 'Hello there'"],
    ['in an attribute that is set', "line.setAttribute('aria-label', 'Hello there')"],
    ['in a constant', "const GREETING = 'Hello there'"],
    ['in a function', "const greet = () => ['Hello there']"],
  ])('are seen %s', (_, code) => {
    expect(found(code)).toEqual(['Hello there']);
  });

  it('are seen around what is filled in', () => {
    expect(found('<p title={`Hello ${name}`}>{`for ${owner}`}</p>')).toEqual(['Hello …', 'for …']);
  });

  it('are seen where there is one alone', () => {
    expect(found('<Button label="ok">{busy && "no"}</Button>')).toEqual(['ok', 'no']);
    expect(found("say('Hello…')")).toEqual(['Hello…']);
  });

  it.each([
    ['a name of something else', '<p className="hub-hint" role="status" data-tone="danger" />'],
    ['a name that a component is handed', '<Icon name="search" />'],
    ['a key of a sentence', "<p>{text('action.back')}</p>"],
    ['what is compared', "if (key === 'Escape') close()"],
    ['a type', "type Theme = 'light on dark'"],
    ['what is thrown, for nobody shows it', "throw new SyntaxError('too deep')"],
    ['a module', "import { a } from 'somewhere else'"],
    ['a list of names', "const CLASSES = 'fs-mask ph-no-capture'"],
    ['a selector', "page.querySelector('.hub a')"],
    ['a style', "line.style.cssText = 'margin: 0 auto'"],
    ['marks', "<p>{' · '}</p>"],
  ])('are not %s', (_, code) => {
    expect(found(code)).toEqual([]);
  });
});
