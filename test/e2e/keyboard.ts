/** Somebody without a mouse, in whatever frame of a tab: keys are pressed, and nothing else is done. */
import type { ElementHandle, Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { nameOf } from '../journeys/accessibility/names.js';
import { type AxNode, readTree } from '../support/axTree.js';

/** What has the focus, in whatever shadow and frame. */
async function focusedIn(frame: Frame): Promise<ElementHandle<Element>> {
  const found = await frame.evaluateHandle(() => {
    let at = document.activeElement ?? document.body;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  });
  const inner = await found.contentFrame();
  return inner ? focusedIn(inner) : found;
}

const focusedName = async (page: Page): Promise<string> =>
  (await focusedIn(page.mainFrame())).evaluate(nameOf);

/** Waits until what is called like this has the focus. */
export const isAt = (page: Page, name: string): Promise<void> =>
  expect.poll(() => focusedName(page), { timeout: 20_000 }).toBe(name);

/** More stops than any screen of these tests has: a way that is longer goes round in a circle. */
const FAR = 40;

/** Goes on with the Tab key until something of that name has the focus. Everything on the way has to be seen. */
export async function tabTo(page: Page, name: string | RegExp, { back = false } = {}): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    const at = await focusedIn(page.mainFrame());
    const called = await at.evaluate(nameOf);
    passed.push(called);
    const outline = await at.evaluate((element) =>
      element.matches('body, dialog') ? 'nobody’s' : getComputedStyle(element).outlineStyle,
    );
    expect(outline, `the outline of ${called}`).not.toBe('none');
    if (typeof name === 'string' ? called === name : name.test(called)) return;
  }
  throw new Error(`The Tab key leads to no ${String(name)}, but to: ${passed.join(' / ')}`);
}

/** Everything that the Tab key leads to in so many steps. */
export async function stops(page: Page, steps: number): Promise<readonly string[]> {
  const names = new Set<string>();
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press('Tab');
    const at = await focusedIn(page.mainFrame());
    if (!(await at.evaluate((element) => element.matches('body, dialog')))) {
      names.add(await at.evaluate(nameOf));
    }
  }
  return [...names].toSorted();
}

/** What a screen reader finds in a page or a frame of another site, from the outermost thing of that role on. */
export async function treeIn(place: Page | Frame, role: string): Promise<string> {
  const context = 'context' in place ? place.context() : place.page().context();
  const devtools = await context.newCDPSession(place);
  const { nodes } = (await devtools.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await devtools.detach();
  const root = nodes.find((node) => node.role?.value === role && !node.ignored);
  if (!root) throw new Error(`There is no ${role}.`);
  return readTree(nodes, root);
}
