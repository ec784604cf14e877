import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldValue, isEmpty, joinedChoices, selectedChoices } from '../../src/form/fieldValue.js';
import { field, options } from './fields.js';

describe('the value of a field', () => {
  it.each([
    [field(), ' acme\n', 'acme'],
    [field({ type: 'number' }), ' 12 ', '12'],
    [field({ type: 'number', secret: true }), ' 12 ', '12'],
    [field({ secret: true }), ' s3cret ', ' s3cret '],
    [field({ type: 'password', secret: true }), ' s3cret ', ' s3cret '],
    [field({ type: 'text_area' }), ' a\n', ' a\n'],
    [field({ type: 'select' }), ' a ', ' a '],
    [field(), undefined, ''],
  ])('is without the space around it where that cannot be meant (%#)', (one, typed, expected) => {
    expect(fieldValue(one, typed)).toBe(expected);
  });

  it('is empty with spaces alone, but for a secret', () => {
    expect(isEmpty(field({ type: 'text_area' }), ' \n ')).toBe(true);
    expect(isEmpty(field({ secret: true }), ' ')).toBe(false);
    expect(isEmpty(field({ secret: true }), '')).toBe(true);
  });
});

describe('the choices of a multi-select', () => {
  const scopes = field({ type: 'multi-select', options: options('read', 'read all', 'write') });

  it.each([
    ['', []],
    ['read', ['read']],
    ['read all', ['read all']],
    ['read read all write', ['read', 'read all', 'write']],
    ['write gone read', ['write', 'gone', 'read']],
    ['reader', ['reader']],
    [' read', [' read']],
  ])('are found in %j', (text, expected) => {
    expect(selectedChoices(scopes, text)).toEqual(expected);
  });

  it('are joined in the order of the options, without what is none', () => {
    expect(joinedChoices(scopes, ['write', 'gone', 'read'])).toBe('read write');
    expect(joinedChoices({ ...scopes, delimiter: ';' }, ['write', 'read all'])).toBe('read all;write');
  });

  it('are found among as many as a form can have', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => `scope${index}`);
    const made = field({ type: 'multi-select', options: options(...all) });
    expect(selectedChoices(made, joinedChoices(made, all))).toEqual(all);
    const none = Array.from({ length: 200_000 }, () => 'gone');
    expect(selectedChoices(made, none.join(' '))).toEqual(none);
  });

  it('are found in any text, and found again when they are joined', () => {
    const values = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 5 });
    fc.assert(
      fc.property(values, fc.constantFrom(' ', ',', '', '::'), fc.string(), (all, delimiter, text) => {
        const made = field({ type: 'multi-select', options: options(...all), delimiter });
        const joined = selectedChoices(made, text).join(delimiter);
        expect([joined, joined + delimiter]).toContain(text);
      }),
    );
    const plain = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { maxLength: 6 });
    fc.assert(
      fc.property(plain, (all) => {
        const made = field({ type: 'multi-select', options: options(...all) });
        expect(selectedChoices(made, joinedChoices(made, all))).toEqual(all);
      }),
    );
  });
});
