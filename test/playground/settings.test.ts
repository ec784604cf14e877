import { expect, test } from 'vitest';
import { DEFAULT_LOOK } from '../../src/playground/look.js';
import { DEFAULT_SESSION, DEFAULT_SETTINGS, settingsFrom } from '../../src/playground/settings.js';

test('a first visit has the defaults', () => {
  expect(settingsFrom(null)).toEqual(DEFAULT_SETTINGS);
});

test('what was set comes back as it was', () => {
  const settings = {
    session: {
      ...DEFAULT_SESSION,
      categories: ['hris', 'ats'],
      multiple: true,
      metadata: '{"a":1}',
      type: 'test',
    },
    theme: 'dark',
    look: { brand: '#0b7a5c', radius: '6px', font: 'inherit', fontSize: '1rem' },
    locale: 'ar',
    height: '70vh',
    door: 'element',
    opensIn: 'page',
    plain: true,
  };
  expect(settingsFrom(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test.each([['text'], [7], [[]], [{ session: null }], [{ session: [] }]])(
  'a memory of another shape counts as none: %j',
  (stored) => {
    expect(settingsFrom(stored)).toEqual(DEFAULT_SETTINGS);
  },
);

test('one value that does not fit falls back alone', () => {
  const stored = {
    theme: 'sepia',
    look: { brand: 'red; x', radius: '6px', font: 'Wingdings', fontSize: 3 },
    locale: 'tlh',
    height: 5,
    plain: 'yes',
    session: { provider: 'bamboohr', categories: ['hris', 3], type: 'PRODUCTION', multiple: 1 },
  };
  expect(settingsFrom(stored)).toEqual({
    ...DEFAULT_SETTINGS,
    look: { ...DEFAULT_LOOK, radius: '6px' },
    session: { ...DEFAULT_SESSION, provider: 'bamboohr' },
  });
});

test('what an older or newer version remembered beside it is dropped', () => {
  expect(settingsFrom({ token: 'left over', session: { token: 'left over' } })).toEqual(DEFAULT_SETTINGS);
});
