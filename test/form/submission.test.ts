import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringifyCredentials, submission } from '../../src/form/submission.js';
import { anyText } from './anyText.js';
import { field, HOSTILE_KEYS, options } from './fields.js';

const url = field({ key: 'url' });
const region = field({ key: 'region', value: 'eu' });
const secret = field({ key: 'secret', secret: true });
const other = field({ key: 'other', secret: true });
const account = {
  setupInformation: { url: 'https://old.example.com', region: 'us' },
  secrets: { secret: '__secretvalue:**redacted**1234' },
};

const create = (applicable: Parameters<typeof submission>[0]['applicable'], values: Record<string, string>) =>
  submission({ applicable, values, mode: 'create' });

const edit = (values: Record<string, string>, replaced: string[] = []) =>
  submission({
    applicable: [url, secret, region, other],
    values,
    mode: 'edit',
    account,
    replacedSecrets: new Set(replaced),
  });

const editedKeys = (...input: Parameters<typeof edit>) => edit(...input).map(([key]) => key);

describe('a new account', () => {
  it('is sent with every value there is, in the order of the fields', () => {
    expect(create([secret, url, region], { 'f-url': 'u', 'f-secret': 's', 'f-region': 'eu' })).toEqual([
      ['secret', 's'],
      ['url', 'u'],
      ['region', 'eu'],
    ]);
  });

  it('is sent without the fields left empty', () => {
    expect(create([url, region, secret], { 'f-url': '', 'f-region': '  ', 'f-secret': '' })).toEqual([]);
    expect(create([url], {})).toEqual([]);
  });

  it('is sent without what does not apply', () => {
    expect(create([url], { 'f-url': 'u', 'f-secret': 's' })).toEqual([['url', 'u']]);
  });

  it('is sent with what is hidden, fixed or a secret preset', () => {
    const hidden = field({ key: 'hidden', hidden: true });
    const trigger = field({ key: 'external-trigger-token', readOnly: true });
    const values = { 'f-hidden': 'h', 'f-external-trigger-token': 't', 'f-secret': 'preset' };
    expect(create([hidden, trigger, { ...secret, value: 'preset' }], values)).toEqual([
      ['hidden', 'h'],
      ['external-trigger-token', 't'],
      ['secret', 'preset'],
    ]);
  });

  it('is sent without the space around a plain line, and with all of it in a secret', () => {
    expect(create([url, secret], { 'f-url': ' u ', 'f-secret': ' s ' })).toEqual([
      ['url', 'u'],
      ['secret', ' s '],
    ]);
  });

  it('is sent with the choices of a multi-select joined', () => {
    const scopes = field({ key: 'scopes', type: 'multi-select', options: options('a', 'b'), delimiter: ',' });
    expect(create([scopes], { 'f-scopes': 'a,b' })).toEqual([['scopes', 'a,b']]);
  });
});

describe('an edited account', () => {
  it('is sent with every plain value, changed or not', () => {
    expect(edit({ 'f-url': 'https://old.example.com', 'f-region': 'eu' })).toEqual([
      ['url', 'https://old.example.com'],
      ['region', 'eu'],
    ]);
  });

  it('is sent with nothing for a stored value that was emptied, and without what never was', () => {
    expect(edit({ 'f-url': ' ', 'f-region': 'us' })).toEqual([
      ['url', ''],
      ['region', 'us'],
    ]);
    expect(
      submission({
        applicable: [url],
        values: {},
        mode: 'edit',
        account: { setupInformation: {}, secrets: {} },
      }),
    ).toEqual([]);
  });

  it('is sent with those secrets alone that were replaced', () => {
    const plain = { 'f-url': 'u', 'f-region': 'eu' };
    expect(editedKeys({ ...plain, 'f-secret': '' })).toEqual(['url', 'region']);
    expect(editedKeys({ ...plain, 'f-secret': 'new' })).toEqual(['url', 'region']);
    expect(editedKeys({ ...plain, 'f-secret': '' }, ['f-secret'])).toEqual(['url', 'region']);
    expect(editedKeys({ ...plain, 'f-secret': 'new' }, ['f-secret'])).toEqual(['url', 'secret', 'region']);
  });

  it('is sent with a secret that was never stored, once it is typed', () => {
    expect(edit({ 'f-other': 'first' })).toContainEqual(['other', 'first']);
  });

  it('is sent without a preset secret that nobody typed', () => {
    const preset = { ...other, value: 'preset' };
    const sent = (value: string) =>
      submission({ applicable: [preset], values: { 'f-other': value }, mode: 'edit', account });
    expect(sent('preset')).toEqual([]);
    expect(sent('typed')).toEqual([['other', 'typed']]);
  });
});

describe('the credentials as JSON', () => {
  it('keep the order of the fields, also of keys that are numbers', () => {
    expect(
      stringifyCredentials([
        ['b', '1'],
        ['2', 'x'],
        ['1', 'y'],
      ]),
    ).toBe('{"b":"1","2":"x","1":"y"}');
    expect(stringifyCredentials([])).toBe('{}');
  });

  it.each(HOSTILE_KEYS)('carry the key %j and its value as they stand', (key) => {
    const sent = submission({
      applicable: [field({ id: 'f0', key })],
      values: { f0: 'va"lue' },
      mode: 'create',
    });
    const parsed: Record<string, unknown> = JSON.parse(stringifyCredentials(sent));
    expect(Object.entries(parsed)).toEqual([[key, 'va"lue']]);
    expect(Object.hasOwn(Object.prototype, key) && Object.prototype[key as 'toString']).not.toBe('va"lue');
  });

  it('are read back as they were, whatever is in them', () => {
    const pairs = fc.uniqueArray(fc.tuple(anyText, anyText), {
      selector: ([key]) => key,
    });
    fc.assert(
      fc.property(pairs, (all) => {
        const parsed: Record<string, unknown> = JSON.parse(stringifyCredentials(all));
        expect(new Map(Object.entries(parsed))).toEqual(new Map(all));
      }),
    );
  });
});
