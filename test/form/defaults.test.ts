import { describe, expect, it } from 'vitest';
import { initialValues, storedSecret } from '../../src/form/defaults.js';
import { field, HOSTILE_KEYS, options } from './fields.js';

const account = (setupInformation: Record<string, unknown>, secrets: Record<string, unknown> = {}) => ({
  setupInformation,
  secrets,
});

const initial = (...input: Parameters<typeof initialValues>) => Object.values(initialValues(...input));

const stored = (secret: unknown, isSecret = true) =>
  storedSecret(field({ secret: isSecret }), account({}, { name: secret }));

describe('a new form', () => {
  it('starts with the configured values, by field id', () => {
    expect(initialValues([field({ id: 'f0', value: 'eu' }), field({ id: 'f1' })])).toEqual({
      f0: 'eu',
      f1: '',
    });
    expect(initial([field({ secret: true, value: 'preset' })])).toEqual(['preset']);
  });
});

describe('the form of an account', () => {
  it.each([
    ['stored', 'stored'],
    ['', ''],
    [12, '12'],
    [0, '0'],
    [false, 'false'],
    [null, 'configured'],
    [{ a: 1 }, 'configured'],
    [undefined, 'configured'],
  ])('starts with what is stored, else with what is configured: %j', (kept, expected) => {
    expect(initial([field({ value: 'configured' })], account({ name: kept }))).toEqual([expected]);
  });

  it('joins the stored choices of a multi-select', () => {
    const scopes = field({ type: 'multi-select', options: options('a', 'b'), delimiter: ',' });
    expect(initial([scopes], account({ name: ['a', 'b'] }))).toEqual(['a,b']);
    expect(initial([scopes], account({ name: 'a,b' }))).toEqual(['a,b']);
  });

  it('starts a stored secret empty, whatever is configured', () => {
    const secret = field({ secret: true, value: 'configured' });
    expect(initial([secret], account({}, { name: '__secretvalue:**redacted**1234' }))).toEqual(['']);
    expect(initial([secret], account({}, {}))).toEqual(['configured']);
  });

  it('never reads a secret from the setup information', () => {
    expect(initial([field({ secret: true })], account({ name: 'leaked' }))).toEqual(['']);
  });

  it('shows the external trigger token of today, not the one of then', () => {
    const trigger = field({ key: 'external-trigger-token', value: 'new', readOnly: true });
    expect(initial([trigger], account({ 'external-trigger-token': 'old' }))).toEqual(['new']);
  });

  it.each(HOSTILE_KEYS)('reads the key %j as it stands, and nothing from a prototype', (key) => {
    const information: Record<string, unknown> = JSON.parse(`{${JSON.stringify(key)}:"stored"}`);
    expect(initial([field({ key })], account(information))).toEqual(['stored']);
    expect(initial([field({ key })], account({}))).toEqual(['']);
    expect(storedSecret(field({ key, secret: true }), account({}, {}))).toBeUndefined();
  });
});

describe('a stored secret', () => {
  it('is known by its last characters', () => {
    expect(stored('__secretvalue:**redacted**1234')).toEqual({ tail: '1234' });
    expect(stored('__secretvalue:**redacted**')).toEqual({ tail: '' });
  });

  it('is never shown where the server answers more than a placeholder', () => {
    expect(stored('plain-text-secret')).toEqual({ tail: '' });
  });

  it.each([undefined, null, '', 12, {}])('is not there for %j', (secret) => {
    expect(stored(secret)).toBeUndefined();
  });

  it('is nothing that a plain field has, nor a new account', () => {
    expect(stored('__secretvalue:**redacted**1234', false)).toBeUndefined();
    expect(storedSecret(field({ secret: true }), undefined)).toBeUndefined();
  });
});
