import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/api/model.js';
import { cleanPasted } from '../../src/form/clean.js';
import { field, options } from './fields.js';

const PEM = '-----BEGIN KEY-----\nMIIB\tx\n-----END KEY-----\n';

describe('a pasted text', () => {
  it.each<[string, Partial<Field>, string, string | undefined]>([
    ['stays as it is', {}, 'acme', undefined],
    ['loses the space around it', {}, '  acme corp \n', 'acme corp'],
    ['loses line breaks and tabs', {}, '\tac\r\nme\u2028', 'acme'],
    ['loses what cannot be seen', {}, '\uFEFFac\u200Bme\u202E\u00AD', 'acme'],
    ['loses line breaks in a secret', { secret: true }, 'sk_live\n_1\r\n', 'sk_live_1'],
    ['keeps spaces in and around a secret', { secret: true }, ' my pass  phrase ', undefined],
    ['keeps spaces around a password', { type: 'password', secret: true }, ' pass\n', ' pass'],
    ['loses spaces around a secret number', { type: 'number', secret: true }, ' 12 ', '12'],
    ['loses what cannot be seen in a secret', { secret: true }, 'key\u200B', 'key'],
    ['keeps its lines in a text area', { type: 'text_area', secret: true }, PEM, undefined],
    ['loses what cannot be seen in a text area', { type: 'text_area' }, `\uFEFF${PEM}`, PEM],
    ['keeps what is said before a token', { secret: true }, 'Bearer abc', undefined],
    ['is nothing to a choice', { type: 'select', options: options('a') }, ' a ', undefined],
    ['can be nothing but space', {}, ' \n ', ''],
  ])('%s', (_what, parts, pasted, expected) => {
    expect(cleanPasted(field(parts), pasted)).toBe(expected);
  });
});

describe('a pasted web address', () => {
  const subdomain = { key: 'subdomain', label: 'Subdomain' };
  const pasted = 'https://acme.bamboohr.com/home';

  it.each<[string, Partial<Field>]>([
    ['a subdomain', subdomain],
    ['a sub-domain by its label', { key: 'a1', label: 'Your sub domain' }],
    ['a company', { key: 'companyName', label: 'Company' }],
    ['a tenant', { key: 'tenant_id', label: 'Tenant' }],
    ['an account name', { key: 'account_name', label: 'Account name' }],
    ['a site', { key: 'site', label: 'Site' }],
    ['a subdomain with a plain example', { ...subdomain, placeholder: 'e.g. acme' }],
    ['a subdomain with a rule', { ...subdomain, validation: { kind: 'pattern', pattern: '^[a-z0-9-]+$' } }],
  ])('becomes the name in it where the field asks for %s', (_what, parts) => {
    expect(cleanPasted(field(parts), pasted)).toBe('acme');
  });

  it.each<[string, Partial<Field>]>([
    ['anything', {}],
    ['a site address', { key: 'site_url', label: 'Site' }],
    ['a website', { key: 'website', label: 'Company website' }],
    ['a host', { key: 'host', label: 'Company host' }],
    ['an address by its example', { ...subdomain, placeholder: 'acme.bamboohr.com' }],
    ['a domain', { ...subdomain, validation: { kind: 'domain', pattern: 'bamboohr' } }],
    ['another domain', { ...subdomain, validation: { kind: 'domain', pattern: 'zendesk' } }],
    ['an address by its format', { ...subdomain, validation: { kind: 'format', format: 'url' } }],
    ['an address by its rule', { ...subdomain, validation: { kind: 'pattern', pattern: '^https://' } }],
    ['a name or an address', { ...subdomain, validation: { kind: 'pattern', pattern: '^\\S+$' } }],
    ['what the name is not', { ...subdomain, validation: { kind: 'pattern', pattern: '^\\d+$' } }],
    ['a number', { ...subdomain, type: 'number' }],
    ['a secret', { ...subdomain, secret: true }],
  ])('stays where the field asks for %s', (_what, parts) => {
    expect(cleanPasted(field(parts), pasted)).toBeUndefined();
  });

  it.each([
    ['http://Acme.bamboohr.com', 'acme'],
    [' https://acme.eu.bamboohr.com:443/x?y#z\n', 'acme'],
    ['acme.bamboohr.com', 'acme'],
    ['acme.bamboohr.com/home', 'acme'],
    ['https://bamboohr.com', undefined],
    ['https://www.bamboohr.com/acme', undefined],
    ['https://me:pw@acme.bamboohr.com', undefined],
    ['https://10.0.0.1', undefined],
    ['https://localhost', undefined],
    ['acme', undefined],
    ['acme corp.', undefined],
    ['https://', undefined],
  ])('%s as a subdomain: %j', (text, expected) => {
    expect(cleanPasted(field(subdomain), text)).toBe(expected);
  });

  it('is told from a name with dots by its scheme', () => {
    expect(cleanPasted(field({ key: 'company' }), 'my.company.name')).toBeUndefined();
    expect(cleanPasted(field({ key: 'company' }), 'https://my.company.name')).toBe('my');
  });
});
