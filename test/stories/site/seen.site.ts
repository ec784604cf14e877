import type { ElementHandle, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../../isolation/pictures.js';
import { openSite, outcomeOf, type Site } from './site.js';

/*
 * What has the focus and what is chosen, for eyes that see no colours or want their own: each kind of control is looked
 * at twice, with the state and without it. The two pictures have to differ by what such eyes tell apart.
 */

/** Between them they have every kind of control there is. */
const STORIES = [
  'screens-picker--searched',
  'screens-picker--category-chosen',
  'screens-picker--some-connected-already',
  'screens-picker--nothing-found',
  'screens-form--every-field',
  'screens-form--help-and-choices',
  'screens-form--secret-shown',
  'screens-form--leaving',
  'screens-form-problems--refused',
  'screens-form-problems--nothing-typed',
  'screens-form-problems--submitting',
  'screens-editing--from-the-list',
  'screens-editing--replacing',
  'screens-sign-in--blocked',
  'screens-sign-in--waiting',
  'screens-success--connected',
  'screens-no-way-on--down',
  'screens-sign-in-link--who-asks',
];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const EYES = [
  { eyes: 'the system’s own colours', media: { forcedColors: 'active' } },
  { eyes: 'the system’s own colours, dark', media: { forcedColors: 'active', colorScheme: 'dark' } },
  { eyes: 'more contrast', media: { contrast: 'more' } },
  { eyes: 'no colours', media: {}, deficiency: 'achromatopsia' },
  { eyes: 'no colours, dark', media: { colorScheme: 'dark' }, deficiency: 'achromatopsia' },
] as const;

const USUAL = { forcedColors: 'none', colorScheme: 'light', contrast: 'no-preference' } as const;

test('what has the focus and what is chosen stands out, and nothing moves for whom it should not', async () => {
  const { page, close } = await site.visit('iframe.html', {
    reducedMotion: 'reduce',
    viewport: { width: 900, height: 760 },
  });
  const devtools = await page.context().newCDPSession(page);
  const seen = new Set<string>();
  const wrong: string[] = [];
  for (const id of STORIES) {
    await page.goto(`${site.url}iframe.html?viewMode=story&id=${id}`);
    expect(await outcomeOf(page, id), id).toBe('success');
    const moving = await page.evaluate(() => document.getAnimations().length);
    if (moving > 0) wrong.push(`${id}: ${moving} parts move`);
    for (const { eyes, media, ...row } of EYES) {
      const scheme = { ...USUAL, ...media };
      await page.emulateMedia(scheme);
      await devtools.send('Emulation.setEmulatedVisionDeficiency', {
        type: 'deficiency' in row ? row.deficiency : 'none',
      });
      await page.evaluate((theme) => {
        for (const hub of document.querySelectorAll<HTMLElement>('.hub')) hub.dataset['theme'] = theme;
      }, scheme.colorScheme);
      wrong.push(...(await unseen(page, seen, eyes)).map((fault) => `${id}: ${fault}`));
    }
  }
  await close();
  expect(wrong).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});

/** What can be turned on and off, and how. */
const CHOSEN = '[aria-selected=true], [aria-pressed=true], input:checked';
const FOCUSED = 'a[href], button, input, select, textarea, summary, [role=listbox]';

/** Of the kinds of control that were not looked at before, those whose state cannot be seen. */
async function unseen(page: Page, seen: Set<string>, eyes: string): Promise<readonly string[]> {
  const faults: string[] = [];
  // From here on the focus is the keyboard's.
  await page.keyboard.press('Shift');
  for (const state of ['focus', 'choice'] as const) {
    for (const element of await page.$$(`.hub :is(${state === 'focus' ? FOCUSED : CHOSEN})`)) {
      const kind = await element.evaluate((one) => {
        const { className, localName, dataset } = one as HTMLElement;
        const { index: _, ...told } = dataset;
        return `${one.closest('dialog') ? 'dialog ' : ''}${localName}.${className} ${JSON.stringify(told)}`;
      });
      const name = `${eyes}, ${state} of ${kind}`;
      if (seen.has(name) || !(await element.isVisible())) continue;
      seen.add(name);
      const fault = await standsOut(page, element, state);
      if (fault) faults.push(`${name}: ${fault}`);
    }
  }
  return faults;
}

/** What is wrong, if anything: at least as many pixels as half of its edge has to stand out. */
async function standsOut(
  page: Page,
  element: ElementHandle<Element>,
  state: 'focus' | 'choice',
): Promise<string | undefined> {
  await element.scrollIntoViewIfNeeded();
  const turn = (on: boolean) =>
    element.evaluate(
      (one, [what, isOn]) => {
        if (what === 'focus') (one as HTMLElement)[isOn ? 'focus' : 'blur']({ preventScroll: true } as never);
        else if (one instanceof HTMLInputElement) one.checked = isOn;
        else {
          const attribute = one.hasAttribute('aria-pressed') ? 'aria-pressed' : 'aria-selected';
          one.setAttribute(attribute, String(isOn));
        }
      },
      [state, on] as const,
    );
  const box = await element.boundingBox();
  if (!box) return 'it has no box';
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const [left, top] = [Math.max(0, box.x - 6), Math.max(0, box.y - 6)];
  const clip = {
    x: left,
    y: top,
    width: Math.min(width, box.x + box.width + 6) - left,
    height: Math.min(height, box.y + box.height + 6) - top,
  };
  await turn(true);
  const on = await page.screenshot({ clip, animations: 'disabled' });
  await turn(false);
  const off = await page.screenshot({ clip, animations: 'disabled' });
  await turn(state === 'choice');
  const { standingOut } = await compare(page, on, off);
  const least = state === 'focus' ? Math.min(box.width, width) + Math.min(box.height, height) : 20;
  return standingOut < least ? `${standingOut} of ${Math.round(least)} pixels stand out` : undefined;
}
