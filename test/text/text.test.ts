import { describe, expect, it } from 'vitest';
import { normalizedCategory } from '../../src/contract/categories.js';
import { createText, isMessageKey, type MessageKey } from '../../src/text/text.js';
import { en } from './english.js';

const text = createText('en');

describe('a sentence', () => {
  it('is found by its key', () => {
    expect(text('action.back')).toBe('Back');
  });

  it('is filled with what it names', () => {
    expect(text('title.connect', { name: 'BambooHR' })).toBe('Connect BambooHR');
    expect(text('session.forUser', { owner: 'Umbrella Bakery', user: 'Ada' })).toBe(
      'For Umbrella Bakery · Ada',
    );
  });

  it.each(['$&', '$1', '{name}', '{owner}', '\\', '<b>', ''])('takes %j as it is', (name) => {
    expect(text('title.connect', { name })).toBe(`Connect ${name}`);
  });

  it('shows what was not filled in', () => {
    expect(text('title.connect')).toBe('Connect {name}');
    expect(text('title.connect', { owner: 'Umbrella Bakery' })).toBe('Connect {name}');
  });

  it('is filled with nothing but its values', () => {
    const words = createText('en', { 'action.back': '{constructor} {__proto__} {toString}' });
    expect(words('action.back', {})).toBe('{constructor} {__proto__} {toString}');
  });

  it('has numbers as they are written in its language', () => {
    const messages = { 'action.back': '{count}' };
    expect(createText('en', messages)('action.back', { count: 1234.5 })).toBe('1,234.5');
    expect(createText('de', messages)('action.back', { count: 1234.5 })).toBe('1.234,5');
    expect(createText('de', messages)('action.back', { count: '1234.5' })).toBe('1234.5');
  });

  it('says which language it is in', () => {
    expect(createText('pt-BR').locale).toBe('pt-BR');
  });
});

describe('a number of things', () => {
  it.each([
    [0, '0 results'],
    [1, '1 result'],
    [2, '2 results'],
    [10_000, '10,000 results'],
  ])('%i is told as %s', (count, words) => {
    expect(text.plural('picker.results', count)).toBe(words);
  });

  it.each([
    ['ja', 1, '1 results'],
    ['ar', 2, '2 results'],
    ['pl', 3, '3 results'],
  ])('takes the general form where %s has another than one and other', (locale, count, words) => {
    expect(createText(`${locale}-u-nu-latn`).plural('picker.results', count)).toBe(words);
  });

  it('can name more than the number', () => {
    const words = createText('en', { 'picker.results_other': '{count} results for {query}' });
    expect(words.plural('picker.results', 2, { query: 'hr' })).toBe('2 results for hr');
  });

  it('has both forms for every sentence that has one', () => {
    const stems = new Set(Object.keys(en).flatMap((key) => /^(.*)_(?:one|other)$/.exec(key)?.[1] ?? []));
    expect(stems.size).toBeGreaterThan(0);
    for (const stem of stems) {
      expect([isMessageKey(`${stem}_one`), isMessageKey(`${stem}_other`)]).toEqual([true, true]);
    }
  });
});

describe("a host's own sentences", () => {
  const own = createText('en', {
    'title.connect': 'Link {name}',
    'picker.results_one': 'just one',
    'category.hris': 'People',
    'action.back': undefined,
    'action.close': '',
  });

  it('come in place of the built-in ones', () => {
    expect(own('title.connect', { name: 'Slack' })).toBe('Link Slack');
    expect(own.plural('picker.results', 1)).toBe('just one');
    expect(own.category('hris')).toBe('People');
  });

  it('leave the others as they are', () => {
    expect(own('action.back')).toBe('Back');
    expect(own('action.done')).toBe('Done');
    expect(own.plural('picker.results', 2)).toBe('2 results');
  });

  it('may be empty', () => {
    expect(own('action.close')).toBe('');
  });
});

describe('a category', () => {
  const WIRE =
    'ats hris hris-legacy hrisLegacy crm iam marketing lms stackone stackOne documents ticketing screening ' +
    'messaging accounting scheduling';

  it.each(WIRE.split(' '))('%s has a label of its own', (category) => {
    const key = `category.${normalizedCategory(category)}`;
    expect(isMessageKey(key)).toBe(true);
    expect(text.category(normalizedCategory(category))).toBe(en[key as MessageKey]);
  });

  it('has a label that no other has', () => {
    const labels = Object.entries(en).filter(([key]) => key.startsWith('category.'));
    expect(new Set(labels.map(([, label]) => label)).size).toBe(labels.length);
  });

  it.each([
    ['time-travel', 'Time travel'],
    ['data_rooms', 'Data rooms'],
    ['éducation', 'Éducation'],
    ['__proto__', 'Proto'],
    ['constructor', 'Constructor'],
    ['ats.more', 'Ats.more'],
  ])('that nobody has heard of is labelled by its own name: %s', (category, label) => {
    expect(text.category(category)).toBe(label);
  });

  it.each(['', '-', ' '])('without a name has a label all the same: %j', (category) => {
    expect(text.category(category)).toBe('Other');
  });
});

describe('a key', () => {
  it('is one of the sentences', () => {
    expect(isMessageKey('action.back')).toBe(true);
    for (const key of ['action', '', 'constructor', '__proto__', 'toString'])
      expect(isMessageKey(key)).toBe(false);
  });
});
