import { describe, expect, it } from 'vitest';
import { createSearch } from '../../src/search/search.js';
import { createText } from '../../src/text/text.js';
import { en } from '../../src/text/en.js';
import { translations } from '../text/translations.js';
import { connector } from './sample.js';

const categories = Object.keys(en).flatMap((key) => /^category\.(.+)/.exec(key)?.[1] ?? []);
const connectors = categories.map((category) => connector('Zzyzx', category, 'zzyzx'));

describe.each(translations)('the search in %s', (tag, words) => {
  const { category: labelOf } = createText({ words, locale: tag });
  const search = createSearch(connectors, labelOf);
  const found = (query: string) => search(query).map(({ category }) => category);

  it.each(categories)('finds the category %s by its label', (category) => {
    expect(found(labelOf(category))).toContain(category);
  });

  it.each(categories)('finds the category %s by every word of its label', (category) => {
    const typed = [...new Intl.Segmenter(tag, { granularity: 'word' }).segment(labelOf(category))]
      .filter(({ isWordLike, segment }) => isWordLike && segment.length > 1)
      .map(({ segment }) => segment);
    expect(typed.filter((word) => !found(word).includes(category))).toEqual([]);
  });

  it('finds a category by its name in the API as well', () => {
    expect(found('ats')).toContain('ats');
  });
});
