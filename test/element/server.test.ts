import { expect, test } from 'vitest';

test('a server can import the element, and nothing happens', async () => {
  expect(globalThis).not.toHaveProperty('HTMLElement');
  expect(Object.keys(await import('../../src/element.js'))).toEqual([]);
  expect(globalThis).not.toHaveProperty('customElements');
});
