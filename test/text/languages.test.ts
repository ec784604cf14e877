import { describe, expect, it } from 'vitest';
import { spokenFor } from '../../src/text/languages.js';
import { createText } from '../../src/text/text.js';
import './english.js';

describe('the language for a reader', () => {
  it.each([
    ['de', 'de'],
    ['de-CH', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['ar-EG', 'ar'],
    ['he-IL', 'he'],
    ['iw', 'he'],
    ['ja-JP', 'ja'],
    ['PL', 'pl'],
    ['zh', 'zh-CN'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-Hans-HK', 'zh-CN'],
  ])('of %s is %s', async (wanted, language) => {
    expect((await spokenFor([wanted])).words.language).toBe(language);
  });

  it.each(['en-GB', 'sv', 'nb', 'no', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant', 'tlh'])(
    'of %s is English, as there is none that is nearer',
    async (wanted) => {
      expect((await spokenFor([wanted])).words).toEqual({});
    },
  );

  it.each([
    ['the first that there is', ['sv', 'nl-BE', 'fr'], 'nl'],
    ['English, where that comes first', ['sv', 'en-GB', 'en', 'fr'], undefined],
    ['the first, not what a browser adds to it', ['fr-CH', 'fr', 'en', 'de'], 'fr'],
    [
      'never simplified Chinese for a reader of the traditional script',
      ['zh-TW', 'zh', 'en-US', 'en'],
      undefined,
    ],
    ['but for a reader of both', ['zh-HK', 'zh-CN', 'zh', 'en'], 'zh-CN'],
    ['the next, for a reader of the traditional script', ['zh-TW', 'zh', 'ja', 'en'], 'ja'],
  ])('of several is %s', async (_, wanted, language) => {
    expect((await spokenFor(wanted)).words.language).toBe(language);
  });

  it.each([
    ['de-AT', '1\u00a0234'],
    ['es-MX', '1,234'],
    ['es-ES', '1234'],
  ])('writes its numbers as in %s', async (wanted, number) => {
    expect(createText(await spokenFor([wanted])).number(1234)).toBe(number);
  });

  it('writes numbers as English does where its words are English', async () => {
    expect(createText(await spokenFor(['sv'])).number(1234.5)).toBe('1,234.5');
  });
});

describe('a sentence from right to left', () => {
  it.each(['ar', 'he'])('keeps what is filled in apart in %s', async (tag) => {
    const text = createText(await spokenFor([tag]));
    expect(text('title.connect', { name: 'BambooHR (OAuth)' })).toContain('\u2068BambooHR (OAuth)\u2069');
    expect(text('form.accountNumber', { count: 2 })).toContain('\u20682\u2069');
  });

  it('is what only these languages have', async () => {
    const text = createText(await spokenFor(['de']));
    expect(text('title.connect', { name: 'BambooHR' })).toBe('BambooHR verbinden');
  });
});

describe('plurals in other languages than English', () => {
  it.each([
    ['pl', [1, 2, 5, 12, 22], ['1 wynik', '2 wyniki', '5 wyników', '12 wyników', '22 wyniki']],
    ['ar', [0, 1, 2], ['لا توجد نتائج', 'نتيجة واحدة', 'نتيجتان']],
    ['ar', [3, 11, 100], ['\u20683\u2069 نتائج', '\u206811\u2069 نتيجة', '\u2068100\u2069 نتيجة']],
    ['he', [1, 2], ['תוצאה אחת', 'שתי תוצאות']],
    ['fr', [0, 1, 2], ['0 résultat', '1 résultat', '2 résultats']],
    ['fr', [1_000_000], ['1\u202f000\u202f000 de résultats']],
    ['ja', [1, 2], ['1件', '2件']],
  ])('are those of %s', async (tag, counts, sentences) => {
    const text = createText(await spokenFor([tag]));
    expect(counts.map((count) => text.plural('picker.results', count))).toEqual(sentences);
  });
});
