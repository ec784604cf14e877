import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/api/model.js';
import { configOf } from './config.js';
import { current } from './wire.js';

/** The one field of a form, made from what a server says of it. */
const fieldOf = (wireField: object, externalTriggerToken?: string): Field => {
  const [made] = configOf(current({ configFields: [wireField] }), [], externalTriggerToken).fields;
  if (!made) throw new Error('The field is gone');
  return made;
};

describe('a field', () => {
  it('has every default', () => {
    expect(fieldOf({ key: 'api_key' })).toEqual({
      id: 'f0',
      key: 'api_key',
      label: 'Api key',
      type: 'text',
      required: false,
      readOnly: false,
      secret: true,
      hidden: false,
      options: [],
      delimiter: ' ',
    });
  });

  it.each([
    ['unless it says otherwise', {}, true],
    ['where it says so', { secret: true }, true],
    ['not where it says false', { secret: false }, false],
    ['where null stands for nothing', { secret: null }, true],
    ['where a word stands for false', { secret: 'false' }, true],
    ['always, as a password', { type: 'password', secret: false }, true],
  ])('is secret %s', (_, parts, secret) => {
    expect(fieldOf({ key: 'a', ...parts }).secret).toBe(secret);
  });

  it.each(['text', 'password', 'number', 'select', 'text_area', 'multi-select'])(
    'keeps the type %s',
    (type) => {
      expect(fieldOf({ key: 'a', type }).type).toBe(type);
    },
  );

  it.each(['date', 'TEXT', 'toString', '', null, undefined, 5])('of the type %j is a text', (type) => {
    expect(fieldOf({ key: 'a', type }).type).toBe('text');
  });

  it.each([
    ['client_id', 'Client id'],
    ['base-url', 'Base url'],
    ['auth.token', 'Auth token'],
    ['__proto__', 'Proto'],
  ])('that came with the key %s alone is called %s', (key, label) => {
    expect(fieldOf({ key }).label).toBe(label);
    expect(fieldOf({ key, label: '  ' }).label).toBe(label);
    expect(fieldOf({ key, label: ' Mine ' }).label).toBe('Mine');
  });

  it('has an id of its own, whatever its key is', () => {
    const keys = ['a.b', 'items[0]', '__proto__', 'a.b', '', 'f0', 'k'.repeat(500)];
    const { fields } = configOf(current({ configFields: keys.map((key) => ({ key })) }));
    expect(fields.map(({ key }) => key)).toEqual(keys);
    expect(fields.map(({ id }) => id)).toEqual(keys.map((_, index) => `f${index}`));
  });

  it('is hidden only where it is not to be displayed', () => {
    expect([false, true, null, undefined].map((display) => fieldOf({ key: 'a', display }).hidden)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['words', 'eu', 'eu'],
    ['a number', 443, '443'],
    ['zero', 0, '0'],
    ['nothing', null, undefined],
    ['an object', {}, undefined],
  ])('starts with a value that is %s', (_, value, expected) => {
    expect(fieldOf({ key: 'a', value }).value).toBe(expected);
  });

  it('takes its words from itself and its guide, each once', () => {
    const guide = { description: 'Ask IT.', tooltip: 'In the settings' };
    const words = { key: 'a', description: 'Your key.', tooltip: 'In the settings', guide };
    expect(fieldOf(words)).toMatchObject({ description: 'Your key.\nAsk IT.', tooltip: 'In the settings' });
    expect(fieldOf({ key: 'a', guide })).toMatchObject(guide);
    expect(fieldOf({ key: 'a', description: '', guide: null }).description).toBeUndefined();
  });

  it('offers each value once, where it came first', () => {
    const options = [
      { value: 'eu', label: 'Europe', description: 'Dublin' },
      { value: 'us', label: null },
      { value: 'eu', label: 'Europe again' },
      { value: 1, label: 2 },
    ];
    expect(fieldOf({ key: 'region', type: 'select', options }).options).toEqual([
      { value: 'eu', label: 'Europe', description: 'Dublin' },
      { value: 'us', label: 'us' },
      { value: '1', label: '2' },
    ]);
  });

  it('calls an option without a label by its value', () => {
    const options = [{ value: 'eu', label: ' ' }, { value: 'us' }];
    expect(fieldOf({ key: 'region', options }).options.map(({ label }) => label)).toEqual(['eu', 'us']);
  });

  it('joins its choices by what it says', () => {
    expect(fieldOf({ key: 'a', delimiter: ',' }).delimiter).toBe(',');
  });

  it.each([
    [
      'a pattern',
      { type: 'html-pattern', pattern: '^a', error: 'No.' },
      { kind: 'pattern', pattern: '^a', error: 'No.' },
    ],
    ['a domain', { type: 'domain', pattern: 'acme' }, { kind: 'domain', pattern: 'acme' }],
    [
      'a pattern alone',
      { pattern: '^a', errorMessage: 'No.' },
      { kind: 'pattern', pattern: '^a', error: 'No.' },
    ],
    ['a pattern of a type unknown', { type: 'glob', pattern: 'a*' }, { kind: 'pattern', pattern: 'a*' }],
    ['a format', { format: 'email', errorMessage: 'No.' }, { kind: 'format', format: 'email', error: 'No.' }],
    ['a format unknown', { format: 'iban' }, undefined],
    ['a pattern that is missing', { type: 'html-pattern' }, undefined],
    ['a domain that is missing', { type: 'domain', pattern: null }, undefined],
    ['nothing', {}, undefined],
    ['null', null, undefined],
  ])('is validated by %s', (_, validation, expected) => {
    expect(fieldOf({ key: 'a', validation }).validation).toEqual(expected);
  });

  it.each(['email', 'url', 'uri', 'uuid', 'date', 'datetime'])('knows the format %s', (format) => {
    expect(fieldOf({ key: 'a', validation: { format } }).validation).toMatchObject({
      kind: 'format',
      format,
    });
  });
});

describe('the field of the external trigger token', () => {
  const trigger = { key: 'external-trigger-token', value: 'configured', secret: true, readOnly: false };

  it('shows the token, plain and not to be changed', () => {
    expect(fieldOf(trigger, 'trigger-1')).toMatchObject({
      value: 'trigger-1',
      readOnly: true,
      secret: false,
    });
  });

  it('is empty while there is no token', () => {
    expect(fieldOf(trigger).value).toBeUndefined();
  });

  it('is the only field that sees the token', () => {
    expect(fieldOf({ key: 'external_trigger_token' }, 'trigger-1').value).toBeUndefined();
  });
});
