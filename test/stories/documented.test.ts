import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { SignInPhase, StateName } from '../../src/flow/state.js';
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

it('every component of src/ui has a story', () => {
  const told = readdirSync(controls).map((name) => readFileSync(join(controls, name), 'utf8'));
  const components = readdirSync(join(src, 'ui'))
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      [...readFileSync(join(src, 'ui', name), 'utf8').matchAll(COMPONENT)].map(
        ([, one, short = '']) => one ?? short,
      ),
    );
  expect(components.length).toBeGreaterThan(10);
  const isTold = (one: string) => told.some((story) => new RegExp(`(<|component: )${one}\\b`).test(story));
  expect(components.filter((one) => !isTold(one))).toEqual([]);
});

/** What is exported as a function of its props, or in its short form. */
const COMPONENT = /^export (?:function ([A-Z]\w+)|const ([A-Z]\w+) = \()/gm;

/** A story, by its file and name, and what it waits for that is seen in this state alone. */
type Told = readonly [file: string, story: string, seen: string];

const STATES: Readonly<Record<Exclude<StateName, 'authorizing'>, Told>> = {
  loading: ['Loading', 'TheList', "sees('busy.loading')"],
  unavailable: ['NoWayOn', 'Down', "because('down')"],
  picking: ['Picker', 'ThreeCategories', 'listed('],
  filling: ['Form', 'SubdomainAndApiKey', 'opens('],
  submitting: ['FormProblems', 'Submitting', "button('busy.connecting')"],
  succeeded: ['Success', 'Connected', 'play: connects'],
  confirmingClose: ['Form', 'Leaving', "findByRole('alertdialog')"],
  closed: ['Success', 'Closed', "sees('closed.text')"],
};

const PHASES: Readonly<Record<Extract<SignInPhase, string> | 'question', Told>> = {
  opening: ['SignIn', 'Opening', "reads('authorize.opening'"],
  waiting: ['SignIn', 'Waiting', "button('authorize.show')"],
  blocked: ['SignIn', 'Blocked', "reads('authorize.blockedTitle')"],
  stalled: ['SignIn', 'HavingTrouble', "sees('authorize.troubleTitle')"],
  finishing: ['SignIn', 'Finishing', "reads('authorize.finishing')"],
  cancelling: ['SignIn', 'Cancelling', "reads('authorize.cancelling')"],
  question: ['SignIn', 'AnotherAccount', "button('authorize.replace')"],
};

it.each(Object.entries({ ...STATES, ...PHASES }))(
  'the state %s has a story that waits for it',
  (_, [file, name, seen]) => {
    const stories = readFileSync(join(import.meta.dirname, 'screens', `${file}.stories.tsx`), 'utf8');
    const [, story = ''] = stories.split(new RegExp(`^export const ${name}: Story = `, 'm'));
    expect(story.split(/^export const /m)[0]).toContain(seen);
  },
);
