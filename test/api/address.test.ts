import { describe, expect, it } from 'vitest';
import { idSegment, parseBaseUrl, safeUrl } from '../../src/api/address.js';

describe('an id in a path', () => {
  it.each([
    ['5b0f7a52-6b1c-4a3e-9d53-0c8a4a8f1f01', '5b0f7a52-6b1c-4a3e-9d53-0c8a4a8f1f01'],
    ['a', 'a'],
    ['account_1.2-3', 'account_1.2-3'],
    ['...', '...'],
    ['urn:account:1', 'urn%3Aaccount%3A1'],
    ['x'.repeat(128), 'x'.repeat(128)],
  ])('%j becomes %j', (id, segment) => {
    expect(idSegment(id)).toBe(segment);
  });

  it.each([
    '',
    ' ',
    '.',
    '..',
    '../x',
    'a/b',
    'a\\b',
    '%2e',
    '%2e%2e',
    'a%2Fb',
    '../x?y=',
    'a?b',
    'a#b',
    'a b',
    ' a',
    'a\n',
    'a\0',
    'ä',
    '１',
    '😀',
    'x'.repeat(129),
  ])('%j is none', (id) => {
    expect(() => idSegment(id)).toThrow(expect.objectContaining({ name: 'HubError', code: 'not_found' }));
  });
});

describe('a base URL', () => {
  it.each([
    ['https://api.stackone.com', 'https://api.stackone.com'],
    ['https://api.stackone.com/', 'https://api.stackone.com'],
    ['https://api.stackone.com/eu/', 'https://api.stackone.com/eu'],
    ['https://api.stackone.com/eu//', 'https://api.stackone.com/eu'],
    ['HTTPS://API.StackOne.com:443/EU', 'https://api.stackone.com/EU'],
    ['https://api.example:8443', 'https://api.example:8443'],
    ['https://api.example/a/../b', 'https://api.example/b'],
    ['http://localhost:4010', 'http://localhost:4010'],
    ['http://localhost/plain/', 'http://localhost/plain'],
    ['http://api.localhost:4010', 'http://api.localhost:4010'],
    ['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://127.1', 'http://127.0.0.1'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['https://xn--pple-43d.com', 'https://xn--pple-43d.com'],
  ])('%j is %j', (text, url) => {
    expect(parseBaseUrl(text)).toBe(url);
  });

  it.each([
    '',
    ' ',
    'api.stackone.com',
    '/hub',
    '//api.stackone.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:https://api.stackone.com/1',
    'file:///etc/hosts',
    'ftp://api.stackone.com',
    'ws://localhost',
    'http://api.stackone.com',
    'http://evil.test',
    'http://localhost.evil.test',
    'http://evil-localhost',
    'http://127.0.0.1.evil.test',
    'http://128.0.0.1',
    'http://192.168.0.1',
    'http://0.0.0.0',
    'http://[::2]',
    'http://[::ffff:127.0.0.1]',
    'https://user@api.stackone.com',
    'https://user:pw@api.stackone.com',
    'https://:pw@api.stackone.com',
    'http://localhost@evil.test',
    'https://api.stackone.com?x=1',
    'https://api.stackone.com/?x=1',
    'https://api.stackone.com/#x',
    'https://',
    'https://a b',
  ])('%j is none', (text) => {
    expect(parseBaseUrl(text)).toBeUndefined();
  });
});

describe('a URL that a link or an image may carry', () => {
  it.each([
    ['https://help.example/a?b=c#d', 'https://help.example/a?b=c#d'],
    ['https://help.example', 'https://help.example/'],
    ['https:help.example', 'https://help.example/'],
    ['https:/\\help.example', 'https://help.example/'],
    ['https://\u0430pple.com/', 'https://xn--pple-43d.com/'],
    ['https://help.example/a b', 'https://help.example/a%20b'],
    ['https://help.example/\u202Egpj.exe', 'https://help.example/%E2%80%AEgpj.exe'],
    ['http://localhost:4010/logo.svg', 'http://localhost:4010/logo.svg'],
    ['http://logos.localhost/a.svg', 'http://logos.localhost/a.svg'],
    [`https://help.example/${'a'.repeat(2027)}`, `https://help.example/${'a'.repeat(2027)}`],
  ])('%j is %j', (text, url) => {
    expect(safeUrl(text)).toBe(url);
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    '\tjava\nscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:image/svg+xml,<svg/>',
    'vbscript:x',
    'blob:https://help.example/1',
    'file:///etc/hosts',
    'about:blank',
    'intent://scan#Intent;end',
    'mailto:help@help.example',
    'http://help.example',
    'http://localhost.evil.test',
    '//evil.test',
    '/rel',
    'rel',
    '#top',
    '\\\\evil.test',
    'https://user:pw@evil.test',
    'https://user@evil.test',
    ' https://help.example',
    'https://help.example\n',
    'https://help\n.example',
    'https://help.example/a\tb',
    'https://help.example/a\0b',
    'https://help.example/a\u0085b',
    'https://',
    `https://help.example/${'a'.repeat(2028)}`,
  ])('%j is none', (text) => {
    expect(safeUrl(text)).toBeUndefined();
  });
});
