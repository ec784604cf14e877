/** Finds, clicks and types as people do, in whatever view. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { vi } from 'vitest';
import type { Control, Place } from '../e2e/tab.js';
import type { View } from './engine.js';
import { find, rests, type Step, type Wanted } from './in-page.js';
import { KEYS, press, replaceBy } from './input.js';

const QUERIES = readFileSync(
  createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'),
  'utf8',
);
/** Where pages keep them, for nobody to stumble upon. */
const KEPT = "globalThis[Symbol.for('connect-hub.queries')]";
/** Its one name is for an object of ours in place of the global one. */
const INSTALL = `((globalThis, exports, module, define) => {
  ${QUERIES}
  Object.defineProperty(window, Symbol.for('connect-hub.queries'), { value: globalThis.TestingLibraryDom });
})({})`;

/** Until it does not throw. Only what hangs takes this long. */
export const until = <Value>(attempt: () => Promise<Value>): Promise<Value> =>
  vi.waitFor(attempt, { timeout: 40_000, interval: 50 });

/** What can be found in a view, in these steps. */
export function placeIn(view: () => Promise<View>, steps: readonly Step[] = []): Place {
  const add = (step: Step): Control => controlIn(view, [...steps, step]);
  return {
    getByRole: (role, { name = '', exact } = {}) => add({ by: 'role', role, name: wanted(name, exact) }),
    getByLabel: (label, { exact } = {}) => add({ by: 'label', text: wanted(label, exact) }),
    getByText: (text) => add({ by: 'text', text: wanted(text) }),
    locator: (selector) => add({ by: 'css', selector }),
  };
}

function controlIn(view: () => Promise<View>, steps: readonly Step[]): Control {
  const found = `(${String(find)})(${KEPT}, ${JSON.stringify(steps)})[0]`;

  /** What a function in the page makes of it, once that is something. */
  const once = <Value>(run: string): Promise<NonNullable<Value>> =>
    until(async () => {
      const here = await view();
      const value = await here.read(`${KEPT} && ((element) => element && (${run})(element))(${found})`);
      if (value) return value as NonNullable<Value>;
      await install(here);
      throw new Error(`Not there: ${describe(steps)}`);
    });
  const isThere = () => once<true>('(element) => element.checkVisibility()');

  const control: Control = {
    ...placeIn(view, steps),
    async waitFor() {
      await isThere();
    },
    async click() {
      await once(String(rests));
      await (await view()).click(found);
    },
    async focus() {
      await once('(element) => { element.focus(); return true; }');
    },
    async fill(text) {
      await control.click();
      await (await view()).type(replaceBy(text));
    },
    async press(key) {
      await control.focus();
      await (await view()).type(press(KEYS[key]));
    },
    inputValue: async () => (await once<{ value: string }>('({ value }) => ({ value })')).value,
    evaluate: (async (run: unknown, given: unknown) => {
      await isThere();
      return (await view()).read(`(${String(run)})(${found}, ${JSON.stringify(given) ?? ''})`);
    }) as Control['evaluate'],
    nth: (index) => controlIn(view, [...steps, { by: 'nth', index }]),
    contentFrame: () =>
      placeIn(async () => {
        // WebKit lets a frame of another origin scroll itself, but not the page that it is in.
        await once(`(frame) => { frame.scrollIntoView({ block: 'nearest' }); return true; }`);
        return (await view()).enter(found);
      }),
  };
  return control;
}

/** A page that is new does not have it yet. */
async function install(view: View): Promise<void> {
  if (!(await view.read(`${KEPT} !== undefined`))) await view.read(INSTALL);
}

function wanted(text: string | RegExp, exact = false): Wanted {
  if (text instanceof RegExp) return [text.source, text.flags];
  const literal = text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
  return exact ? [`^${literal}$`] : [literal, 'i'];
}

const describe = (steps: readonly Step[]): string => steps.map((step) => JSON.stringify(step)).join(' ');
