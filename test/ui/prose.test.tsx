import { render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { InlineProse, Prose } from '../../src/ui/Prose.js';
import { GUIDES } from '../hostile/corpus.js';
import { type Search, stepsOf } from './backtracking.js';

const drawn = (text: string): string => render(<Prose>{text}</Prose>).container.innerHTML;

/** A guide's elements, and nothing besides. */
const KNOWN = new Set(['DIV', 'P', 'STRONG', 'CODE', 'UL', 'OL', 'LI', 'A', 'BR']);

it.each(GUIDES.map((guide) => [guide.slice(0, 40), guide] as const))('knows no HTML: %s', (_, guide) => {
  for (const view of [<Prose key="a">{guide}</Prose>, <InlineProse key="b">{guide}</InlineProse>]) {
    const { container, unmount } = render(view);
    for (const { tagName } of container.querySelectorAll('*')) expect(KNOWN).toContain(tagName);
    for (const link of container.querySelectorAll('a')) {
      expect(link.protocol).toBe('https:');
      expect(link).toHaveAttribute('rel', 'noopener noreferrer');
      expect(link).toHaveAttribute('referrerpolicy', 'no-referrer');
    }
    expect(container.textContent.length).toBeLessThanOrEqual(8_000);
    unmount();
  }
});

it('takes an item of a list to its end, over every other break of a line', () => {
  expect(drawn('- one\u2028two')).toBe(
    '<div class="hub-prose" dir="auto"><ul class="hub-prose-list"><li>one\u2028two</li></ul></div>',
  );
});

/** The steps of every search that drawing a text takes. */
function stepsToDraw(text: string): number {
  const searches: Search[] = [];
  const exec: (this: RegExp, text: string) => RegExpExecArray | null = Reflect.get(RegExp.prototype, 'exec');
  const spy = vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function search(this: RegExp, within) {
    const { source, flags, global, sticky, lastIndex } = this;
    searches.push({ source, flags, text: within, from: global || sticky ? lastIndex : 0 });
    return exec.call(this, within);
  });
  try {
    drawn(text);
  } finally {
    spy.mockRestore();
  }
  return searches.reduce((steps, search) => steps + stepsOf(search), 0);
}

it.each([
  '[',
  '*',
  '`',
  '> ',
  '[a](',
  '**a',
  '**a*',
  '- ',
  '\n- x',
  '1. ',
  ' ',
  '\t',
  '\u2028',
  '```\ncode\n',
  '`a ',
  '[x](y',
  '[x](https://a:b@c.test) ',
  '![t](https://a.test/',
  '<a href=',
  '&#106;',
  '**`[',
  'a\n\n',
])('takes twice the steps for twice the text, however often %j comes', (motif) => {
  const [once = 0, twice = 0] = [1_500, 3_000].map((length) =>
    stepsToDraw(motif.repeat(length / motif.length)),
  );
  expect(once).toBeGreaterThan(0);
  expect(twice).toBeLessThan(2.2 * once);
});
