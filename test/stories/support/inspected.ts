/**
 * What is looked at in every story once it has brought something up: it stays where it is and is turned over in place,
 * into both themes, both directions and its widths.
 */
import type { Preview } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { RULES_OF_LOOKS, violations } from '../../support/axe.js';
import { losses } from '../../support/losses.js';
import { smallTargets } from '../../support/targets.js';
import { isRightToLeft, surroundingsOf } from './surroundings.js';
import { breaches } from './system.js';

interface Look {
  readonly theme: 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  readonly width: 360 | 900 | 1400;
}

const look = (theme: Look['theme'], direction: Look['direction'], width: Look['width']): Look => ({
  theme,
  direction,
  width,
});

/** Any two of theme, direction and width meet in one of the first four. */
const PAIRS = [
  look('light', 'ltr', 900),
  look('dark', 'rtl', 900),
  look('dark', 'ltr', 360),
  look('light', 'rtl', 360),
];
const OTHERS = [
  look('dark', 'ltr', 900),
  look('light', 'rtl', 900),
  look('light', 'ltr', 360),
  look('dark', 'rtl', 360),
  // Wider than any place that it was drawn for.
  look('light', 'ltr', 1400),
  look('dark', 'rtl', 1400),
];

/** `npm run test:all`, or `VITE_HUB_LOOKS=all`, looks at all ten, by all rules. */
const ALL = import.meta.env['VITE_HUB_LOOKS'] === 'all';
const LOOKS = ALL ? [...PAIRS, ...OTHERS] : PAIRS;

/** What {@link inspected} reports: the number of findings by look. */
export interface Inspection {
  readonly [look: string]: number;
}

export const isTested = '__vitest_browser__' in globalThis;

/** A project annotation of Storybook's. Where people look at a story, its own panel does this. */
export const inspected: NonNullable<Preview['afterEach']> = async (context) => {
  if (!isTested) return;
  const { canvasElement, title, reporting, parameters } = context;
  const rightToLeft = isRightToLeft(surroundingsOf(context));
  // Lines are measured in Latin letters; Arabic ones are narrower.
  const leave = { anyLine: parameters['anyLine'] === true || rightToLeft };
  const wrong: string[] = [];
  const inspection: Record<string, number> = {};
  // A control is as wide as it is anywhere.
  const possible = title.startsWith('Controls/') ? PAIRS.slice(0, 2) : LOOKS;
  // Words that run from right to left are turned into no other direction.
  const looks = rightToLeft ? possible.filter(({ direction }) => direction === 'rtl') : possible;
  for (const [index, at] of looks.entries()) {
    turn(canvasElement, at);
    const found = [
      ...(await violations(canvasElement, ALL || index === 0 ? undefined : RULES_OF_LOOKS)),
      ...smallTargets(canvasElement),
      ...new Set(breaches(canvasElement, leave)),
    ];
    const name = Object.values(at).join(' ');
    wrong.push(...found.map((words) => `${name}: ${words}`));
    inspection[name] = found.length;
  }
  wrong.push(...losses(canvasElement));
  const status = wrong.length > 0 ? 'failed' : 'passed';
  reporting.addReport({ type: 'looks', version: 1, result: inspection, status });
  await expect(wrong).toEqual([]);
};

function turn(canvas: HTMLElement, { theme, direction, width }: Look): void {
  canvas.style.inlineSize = `${width}px`;
  document.documentElement.dataset['theme'] = theme;
  for (const hub of canvas.querySelectorAll<HTMLElement>('.hub')) {
    hub.dir = direction;
    hub.dataset['theme'] = theme;
  }
}
