import { afterEach, expect, test } from 'vitest';
import { isInDialog } from '../../src/ui/inDialog.js';

afterEach(() => document.body.replaceChildren());

/** The element with the mark, wherever it is. */
function marked(html: string): Element {
  document.body.innerHTML = html;
  return document.body.querySelector('[data-mark]') as Element;
}

test.each([
  '<dialog><p><b data-mark></b></p></dialog>',
  '<div role="dialog"><b data-mark></b></div>',
  '<div popover><b data-mark></b></div>',
  '<b data-mark popover></b>',
])('%s is in what Escape closes', (html) => {
  expect(isInDialog(marked(html))).toBe(true);
});

test.each(['<b data-mark></b>', '<dialog></dialog><b data-mark></b>', '<b data-mark><dialog></dialog></b>'])(
  '%s is not',
  (html) => {
    expect(isInDialog(marked(html))).toBe(false);
  },
);

test('nothing is, that is not on the page', () => {
  expect(isInDialog(document.createElement('b'))).toBe(false);
});

test('a shadow root is seen through, and so is the slot that an element is shown in', () => {
  const host = marked('<dialog><div data-mark></div></dialog>');
  expect(isInDialog(host.attachShadow({ mode: 'open' }).appendChild(document.createElement('b')))).toBe(true);

  const shown = marked('<div><b data-mark></b></div>');
  const root = (shown.parentElement as Element).attachShadow({ mode: 'open' });
  root.innerHTML = '<p><slot name="other"></slot></p><dialog><slot></slot></dialog>';
  expect(isInDialog(shown)).toBe(true);
  shown.slot = 'other';
  expect(isInDialog(shown)).toBe(false);
});
