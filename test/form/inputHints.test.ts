import { describe, expect, it } from 'vitest';
import { inputHints } from '../../src/form/inputHints.js';
import { field } from './fields.js';

const format = (name: 'email' | 'url' | 'uri' | 'date' | 'datetime' | 'uuid') =>
  field({ validation: { kind: 'format', format: name } });

describe('an input', () => {
  it.each([
    [field(), { type: 'text', inputMode: undefined, autoComplete: 'off' }],
    [field({ secret: true }), { type: 'password', autoComplete: 'new-password' }],
    [field({ type: 'password', secret: true }), { type: 'password', autoComplete: 'new-password' }],
    [field({ type: 'number' }), { type: 'text', inputMode: 'decimal' }],
    [format('email'), { type: 'text', inputMode: 'email' }],
    [format('url'), { type: 'text', inputMode: 'url' }],
    [format('uri'), { type: 'text', inputMode: 'url' }],
    [format('date'), { type: 'date', inputMode: undefined }],
    [format('datetime'), { type: 'text', inputMode: undefined }],
    [{ ...format('date'), secret: true }, { type: 'password' }],
  ])('is told what is typed into it (%#)', (one, expected) => {
    expect(inputHints(one)).toMatchObject(expected);
  });

  it.each([field(), field({ secret: true })])(
    'is left alone by whoever would fill it in, correct it or record it (%#)',
    (one) => {
      const { attributes, ...hints } = inputHints(one);
      expect(hints).toMatchObject({ autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false });
      expect(Object.keys(attributes).toSorted()).toEqual([
        'data-1p-ignore',
        'data-bwignore',
        'data-clarity-mask',
        'data-dd-privacy',
        'data-form-type',
        'data-hj-suppress',
        'data-lpignore',
        'data-private',
        'data-protonpass-ignore',
        'data-sentry-mask',
      ]);
    },
  );
});
