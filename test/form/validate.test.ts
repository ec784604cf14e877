import { describe, expect, it } from 'vitest';
import type { Field, FieldFormat } from '../../src/api/model.js';
import { domainOf, MAX_LENGTH, validateField } from '../../src/form/validate.js';
import { field, options } from './fields.js';

const problem = (parts: Partial<Field>, value: string, isKept?: boolean) => {
  const found = validateField(field(parts), value, isKept);
  return found && ('key' in found ? found.key : found.text);
};

const pattern = (source: string, error?: string) =>
  ({ validation: { kind: 'pattern', pattern: source, error } }) as const;
const domain = (source: string) => ({ validation: { kind: 'domain', pattern: source } }) as const;

const cases = (from: Record<FieldFormat, string[]>) =>
  Object.entries(from).flatMap(([format, values]) =>
    values.map((value) => [format as FieldFormat, value] as const),
  );

describe('a required field', () => {
  it.each([
    [{}, '', 'required'],
    [{}, '  \n', 'required'],
    [{}, 'x', undefined],
    [{ type: 'select', options: options('a') }, '', 'requiredChoice'],
    [{ type: 'multi-select', options: options('a') }, '', 'requiredChoice'],
    [{ type: 'select' }, '', 'required'],
    [{ secret: true }, '', 'required'],
    [{ secret: true }, '   ', undefined],
    [pattern('^x$', 'Say x.'), '', 'required'],
  ] as const)('%j with %j: %j', (parts, value, expected) => {
    expect(problem({ ...parts, required: true }, value)).toBe(expected);
  });
});

describe('what the user did not type', () => {
  const strict = { required: true, ...pattern('^x$') };

  it.each([
    ['is not shown', { ...strict, hidden: true }, 'y'],
    ['cannot be changed', { ...strict, readOnly: true }, 'y'],
    ['cannot be changed and is empty', { ...strict, readOnly: true }, ''],
    ['is optional and empty', pattern('^x$'), ''],
    ['is optional and blank', pattern('^x$'), '  '],
    ['is an optional number left empty', { type: 'number' }, ''],
    ['is an optional choice left open', { type: 'select', options: options('a') }, ''],
  ] as const)('is not judged where it %s', (_why, parts, value) => {
    expect(problem(parts, value)).toBeUndefined();
  });

  it('is not judged where it is a secret that is kept', () => {
    expect(problem({ ...strict, secret: true }, '', true)).toBeUndefined();
    expect(problem({ ...strict, secret: true }, '', false)).toBe('required');
  });
});

describe('a number', () => {
  it.each(['0', '42', '-1', '+1', '3.14', '-0.5', '007', '9'.repeat(400)])('can be %.10s', (value) => {
    expect(problem({ type: 'number' }, value)).toBeUndefined();
  });

  it.each([
    'x',
    '1x',
    '1,5',
    '1.',
    '.5',
    '1e5',
    '0x10',
    '--1',
    '1 000',
    '٤',
    'NaN',
    'Infinity',
    '1.2.3',
    `${'1'.repeat(90_000)}x`,
  ])('cannot be %.10s', (value) => {
    expect(problem({ type: 'number' }, value)).toBe('number');
  });
});

describe('a choice', () => {
  const select = { type: 'select', options: options('eu', 'us east') } as const;
  const many = { type: 'multi-select', options: options('read', 'write') } as const;

  it.each([
    [select, 'eu', undefined],
    [select, 'us east', undefined],
    [select, 'ap', 'choice'],
    [{ ...select, options: [] }, 'anything', undefined],
    [many, 'read', undefined],
    [many, 'write read', undefined],
    [many, 'read gone', 'choice'],
    [{ ...many, delimiter: ',' }, 'read,write', undefined],
    [{ ...many, delimiter: ',' }, 'read write', 'choice'],
  ] as const)('is one of the options: %j with %j: %j', (parts, value, expected) => {
    expect(problem(parts, value)).toBe(expected);
  });
});

describe('a pattern', () => {
  it('is searched in the value, unanchored', () => {
    expect(problem(pattern('acme'), 'my acme account')).toBeUndefined();
    expect(problem(pattern('^acme$'), 'my acme account')).toBe('pattern');
  });

  it("speaks with the server's own sentence where there is one", () => {
    expect(validateField(field(pattern('^x$', 'Say x.')), 'y')).toEqual({ text: 'Say x.' });
    expect(validateField(field(pattern('^x$')), 'y')).toEqual({ key: 'pattern' });
  });

  it('that cannot be used lets everything pass', () => {
    expect(problem(pattern('('), 'anything')).toBeUndefined();
    expect(problem(pattern('(?=x)'), 'anything')).toBeUndefined();
  });

  it('that is made to be slow gives its verdict all the same', () => {
    expect(problem(pattern('^(a|a)*$'), `${'a'.repeat(5_000)}!`)).toBe('pattern');
  });

  it('is asked after the other rules of the field', () => {
    expect(problem({ type: 'number', ...pattern('^1') }, 'x')).toBe('number');
    expect(problem({ type: 'number', ...pattern('^1') }, '2')).toBe('pattern');
  });
});

describe('a domain', () => {
  it.each([
    'zendesk.com',
    'acme.zendesk.com',
    'a.b.zendesk.com',
    'ACME.Zendesk.COM',
    'https://acme.zendesk.com',
    'https://acme.zendesk.com/agent?x=1#y',
    'http://zendesk.com:8443/',
    'acme.zendesk.com/agent',
  ])('is named by %s', (value) => {
    expect(problem(domain('zendesk'), value)).toBeUndefined();
  });

  it.each([
    'acme',
    'evilzendesk.com',
    'zendesk.com.evil.test',
    'https://evil.test/zendesk.com',
    'https://evil.test/?zendesk.com',
    'https://evil.test#.zendesk.com',
    'https://zendesk.com@evil.test',
    'https://evil.test\\@zendesk.com',
    'me@zendesk.com',
    'mailto:me@zendesk.com',
    'ftp://zendesk.com',
    'javascript:alert(1)//zendesk.com',
    'zendeskxcom',
    'acme zendesk.com',
    'https://',
    'acme.zendesk.co',
  ])('is not named by %s', (value) => {
    expect(problem(domain('zendesk'), value)).toBe('domain');
  });

  it('can have dots and dashes, read as they stand', () => {
    expect(problem(domain('my-site.eu'), 'https://x.my-site.eu.com')).toBeUndefined();
    expect(problem(domain('my-site.eu'), 'https://my-sitexeu.com')).toBe('domain');
    expect(problem(domain('ZenDesk'), 'acme.zendesk.com')).toBeUndefined();
  });

  it('is a pattern like any with other characters in it', () => {
    expect(problem(domain('^https://.*\\.zendesk\\.com$'), 'https://acme.zendesk.com')).toBeUndefined();
    expect(problem(domain('^https://.*\\.zendesk\\.com$'), 'acme.zendesk.com')).toBe('pattern');
  });

  it('can be named to the user where it is literal', () => {
    expect(domainOf(domain('ZenDesk').validation)).toBe('zendesk.com');
    expect(domainOf(domain('zen|desk').validation)).toBeUndefined();
    expect(domainOf(pattern('zendesk').validation)).toBeUndefined();
    expect(domainOf(undefined)).toBeUndefined();
  });
});

describe('a format', () => {
  const good: Record<FieldFormat, string[]> = {
    email: ['me@acme.com', 'first.last+tag@sub.acme.co.uk', 'jürgen@müller.example'],
    url: ['https://acme.com', 'http://localhost:3000/x', 'HTTPS://ACME.COM/a?b#c'],
    uri: ['https://acme.com', 'urn:isbn:1', 'myapp://callback', 'mailto:me@acme.com'],
    uuid: ['123e4567-e89b-42d3-a456-426614174000', '123E4567-E89B-42D3-A456-426614174000'],
    date: ['2026-01-31', '2024-02-29'],
    datetime: [
      '2026-01-31T09:30:00Z',
      '2026-01-31T09:30:00.123+02:00',
      '2026-01-31 09:30',
      '2026-01-31t09:30z',
    ],
  };
  const bad: Record<FieldFormat, string[]> = {
    email: [
      'me',
      'me@',
      '@acme.com',
      'me@acme',
      'a b@acme.com',
      'me@acme..com',
      'me@@acme.com',
      'a@'.repeat(40_000),
    ],
    url: [
      'acme.com',
      'ftp://acme.com',
      '//acme.com',
      'https://',
      'https:///acme.com',
      'javascript:alert(1)',
      'https://a b.com',
    ],
    uri: ['acme.com', '/path', 'https://', 'x:', ': y'],
    uuid: ['123e4567', '123e4567-e89b-42d3-a456-42661417400g', '{123e4567-e89b-42d3-a456-426614174000}'],
    date: ['2026-02-29', '2026-13-01', '2026-1-1', '01/31/2026', '2026-01-31T00:00:00Z', '0000-00-00'],
    datetime: [
      '2026-01-31',
      '2026-02-30T09:30:00Z',
      '2026-01-31T24:00:00Z',
      '2026-01-31T09:60:00Z',
      '2026-01-31T09:30:61Z',
      '2026-01-31T09:30:00+02',
      '2026-01-31T09:30:00+0200',
      'now',
    ],
  };
  it.each(cases(good))('%s: %.50s', (format, value) => {
    expect(problem({ validation: { kind: 'format', format } }, value)).toBeUndefined();
  });

  it.each(cases(bad))('%s is not %.50s', (format, value) => {
    const key = format === 'uri' ? 'url' : format;
    expect(problem({ validation: { kind: 'format', format } }, value)).toBe(key);
    expect(problem({ validation: { kind: 'format', format, error: 'Not so.' } }, value)).toBe('Not so.');
  });
});

describe('a long value', () => {
  it('is refused beyond a hundred thousand characters, whatever the field', () => {
    expect(MAX_LENGTH).toBe(100_000);
    expect(problem({ type: 'text_area', secret: true }, 'x'.repeat(100_000))).toBeUndefined();
    expect(problem({ type: 'text_area', secret: true }, 'x'.repeat(100_001))).toBe('tooLong');
    expect(problem(pattern('^y', 'Say y.'), 'x'.repeat(100_001))).toBe('tooLong');
  });
});
