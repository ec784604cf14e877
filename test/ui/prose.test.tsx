import { render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { InlineProse, Prose } from '../../src/ui/Prose.js';
import { GUIDES } from '../hostile/corpus.js';

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
