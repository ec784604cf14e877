/** Somebody without a mouse: keys are pressed, and nothing else is done. */
import { expect } from 'vitest';
import { userEvent } from 'vitest/browser';
import { nameOf } from './names.js';

export const press = (sequence: string): Promise<void> => userEvent.keyboard(sequence);

/** What has the focus, in whatever shadow. */
export function focused(): Element {
  let found = document.activeElement ?? document.body;
  while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** More stops than any screen of these tests has: a way that is longer goes round in a circle. */
const FAR = 80;

/** Goes on with the Tab key until something of that name has the focus. Everything on the way has to be seen. */
export async function tabTo(name: string | RegExp, { back = false } = {}): Promise<Element> {
  const passed: string[] = [];
  for (let step = 0; step < FAR; step += 1) {
    await press(back ? '{Shift>}{Tab}{/Shift}' : '{Tab}');
    const at = focused();
    // What has it may be a part of the browser's own, as the calendar of a date is: the browser draws it.
    if (at.matches(':focus')) expectSeen(at);
    passed.push(nameOf(at));
    if (typeof name === 'string' ? nameOf(at) === name : name.test(nameOf(at))) return at;
  }
  throw new Error(`The Tab key leads to no ${String(name)}, but to: ${passed.join(' / ')}`);
}

/** WCAG 2.4.7 and 2.4.11: the focus is drawn, and what has it is not behind anything. */
export function expectSeen(element: Element): void {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const name = nameOf(element);
  expect(outlineStyle, `the outline of ${name}`).not.toBe('none');
  expect(Number.parseFloat(outlineWidth), `the outline of ${name}`).toBeGreaterThanOrEqual(2);
  expect(outlineColor, `the outline of ${name}`).not.toMatch(/transparent|, 0\)$/);
  const { x, y, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const middle = root.elementFromPoint(x + width / 2, y + Math.min(height, innerHeight - y) / 2);
  const isSeen =
    middle !== null && (element.contains(middle) || middle.contains(element) || isLabelled(element, middle));
  expect(isSeen, `${name} is behind ${middle?.outerHTML.slice(0, 80)}`).toBe(true);
}

/** A check box is as good as seen where its label is. */
const isLabelled = (element: Element, by: Element): boolean =>
  by.closest('label')?.contains(element) === true;
