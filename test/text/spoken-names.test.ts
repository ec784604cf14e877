import { expect, test } from 'vitest';
import { en } from './english.js';
import { translations } from './translations.js';

/*
 * WCAG 2.5.3: who says what stands on a button has it pressed. So what it is called has those words in it, in every
 * language. (In English axe finds any other such button, in the stories.)
 */
const CALLED = [
  { shown: 'action.copy', called: 'action.copyNamed' },
  { shown: 'action.replace', called: 'form.replaceStored' },
  { shown: 'picker.searchHint', called: 'picker.search' },
] as const;

test.each([['en', en] as const, ...translations])('%s: names have the words that are seen', (tag, words) => {
  const lower = (key: keyof typeof words): string => (words[key] ?? '').toLocaleLowerCase(tag);
  const without = CALLED.filter(({ shown, called }) => !lower(called).includes(lower(shown) || '?'));
  expect(without).toEqual([]);
});
