import { describe, expect, it } from 'vitest';
import { normalizedCategory } from '../../src/contract/categories.js';
import type { Messages } from '../../src/text/keys.js';
import { createText } from '../../src/text/text.js';
import { en } from './english.js';

const text = createText();
const english = { words: {}, locale: 'en' };

/** With a host's own sentence for a connector's title. */
const titled = (title: string, locale = 'en') =>
  createText({ words: {}, locale }, { 'title.connect': title });

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
    expect(titled('{name} for {owner}')('title.connect', { name: 'Slack' })).toBe('Slack for {owner}');
  });

  it('is filled with nothing but its values', () => {
    const sentence = '{constructor} {__proto__} {toString}';
    expect(titled(sentence)('title.connect', { name: 'Slack' })).toBe(sentence);
  });

  it('has numbers as they are written in its language', () => {
    expect(titled('{name}')('title.connect', { name: 1234.5 })).toBe('1,234.5');
    expect(titled('{name}', 'de')('title.connect', { name: 1234.5 })).toBe('1.234,5');
    expect(titled('{name}', 'de')('title.connect', { name: '1234.5' })).toBe('1234.5');
  });

  it('keeps names from right to left in their places', () => {
    const values = { owner: 'שרה', user: 'דוד' };
    expect(text('session.forUser', values)).toBe('For \u2068שרה\u2069 · \u2068דוד\u2069');
  });

  it('takes nothing that it does not name, and lacks nothing that it does', () => {
    // @ts-expect-error -- it names nothing
    expect(text('action.back', { name: 'Slack' })).toBe('Back');
    // @ts-expect-error -- it has to be given a name
    expect(text('title.connect')).toBe('Connect {name}');
    // @ts-expect-error -- of which there is no other
    expect(text('title.connect', { owner: 'Slack' })).toBe('Connect {name}');
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

  it('takes the general form where the language has another than the words', () => {
    expect(createText({ words: {}, locale: 'pl' }).plural('picker.results', 3)).toBe('3 results');
  });
});

describe("a host's own sentences", () => {
  const own = createText(english, {
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

  it('come in place of those of any language', () => {
    const words = { 'action.back': 'Zurück', 'action.close': 'Schließen' };
    const german = createText({ words, locale: 'de' }, { 'action.back': 'Retour' });
    expect(german('action.back')).toBe('Retour');
    expect(german('action.close')).toBe('Schließen');
  });

  it('can be in a language that there is not, with its plurals', () => {
    const messages: Messages = {
      language: 'cs',
      'picker.results_one': '{count} výsledek',
      'picker.results_few': '{count} výsledky',
      'picker.results_other': '{count} výsledků',
    };
    const czech = createText(english, messages);
    expect(czech.language).toBe('cs');
    expect([1, 3, 5000].map((count) => czech.plural('picker.results', count))).toEqual([
      '1 výsledek',
      '3 výsledky',
      '5\u00a0000 výsledků',
    ]);
  });
});

describe('a category', () => {
  const WIRE =
    'ats hris hris-legacy hrisLegacy crm iam marketing lms stackone stackOne documents ticketing screening ' +
    'messaging accounting scheduling';

  it.each(WIRE.split(' '))('%s has a label of its own', (category) => {
    const key = `category.${normalizedCategory(category)}`;
    expect(en).toHaveProperty([key]);
    expect(text.category(normalizedCategory(category))).toBe(en[key as keyof typeof en]);
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
