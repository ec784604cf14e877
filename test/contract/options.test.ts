import { describe, expect, it, vi } from 'vitest';
import { optionProblems } from '../../src/contract/options.js';

const only = (problem: string): readonly string[] => [problem];

describe('options without a problem', () => {
  it.each<[string, object]>([
    ['none at all', {}],
    ['a token', { token: 'token' }],
    ['no token yet', { token: undefined, getToken: null }],
    ['an empty token, which is waited for', { token: '' }],
    ['a way to a token', { getToken: async () => 'token' }],
    ['a token that is not there, and a way to one', { token: null, getToken: async () => 'token' }],
    [
      'everything',
      {
        token: 'token',
        baseUrl: 'https://api.example',
        appUrl: 'https://app.example',
        accountId: 'account-1',
        fetch,
        theme: 'dark',
        locale: 'pt-BR',
        messages: { 'action.back': 'Zurück', 'action.done': undefined },
        height: '640px',
        onSuccess: vi.fn(),
        onError: vi.fn(),
        onClose: vi.fn(),
        onEvent: vi.fn(),
      },
    ],
    [
      'undefined for everything',
      {
        token: undefined,
        getToken: undefined,
        baseUrl: undefined,
        appUrl: undefined,
        accountId: undefined,
        fetch: undefined,
        theme: undefined,
        locale: undefined,
        messages: undefined,
        height: undefined,
        onSuccess: undefined,
        onError: undefined,
        onClose: undefined,
        onEvent: undefined,
      },
    ],
  ])('are %s', (_, options) => {
    expect(optionProblems(options)).toEqual([]);
  });
});

describe('an unknown option', () => {
  it.each([
    ['tokens', 'token'],
    ['sessionToken', 'token'],
    ['session_token', 'token'],
    ['gettoken', 'getToken'],
    ['get-token', 'getToken'],
    ['baseURL', 'baseUrl'],
    ['base_url', 'baseUrl'],
    ['AppUrl', 'appUrl'],
    ['account', 'accountId'],
    ['accountID', 'accountId'],
    ['onsuccess', 'onSuccess'],
    ['success', 'onSuccess'],
    ['onErrors', 'onError'],
    ['close', 'onClose'],
    ['themes', 'theme'],
  ])('%s is named, and %s is suggested', (name, near) => {
    expect(optionProblems({ [name]: 'x' })).toEqual(
      only(`There is no option "${name}". Did you mean "${near}"?`),
    );
  });

  it.each(['apiKey', 'categories', 'children', '1', '_', '', 'constructor', 'toString', 'on'])(
    '%j is named, without a suggestion',
    (name) => {
      expect(optionProblems({ [name]: 'x' })).toEqual(only(`There is no option "${name}".`));
    },
  );

  it('is one even as an own __proto__', () => {
    expect(optionProblems(JSON.parse('{"__proto__":{"theme":"neon"}}') as object)).toEqual(
      only('There is no option "__proto__".'),
    );
  });

  it('is named beside all the others', () => {
    expect(optionProblems({ onExit: 1, theme: 'neon', height: 5 })).toEqual([
      'There is no option "onExit".',
      'Option "theme" must be "light", "dark" or "system".',
      'Option "height" must be a string.',
    ]);
  });
});

describe('a wrong option', () => {
  it.each(['token', 'baseUrl', 'appUrl', 'accountId', 'locale', 'height'])('%s must be a string', (name) => {
    for (const value of [5, true, {}, [], Promise.resolve('token'), () => 'token']) {
      expect(optionProblems({ [name]: value })).toEqual(only(`Option "${name}" must be a string.`));
    }
  });

  it.each([
    ['getToken', '() => Promise<string>'],
    ['fetch', 'fetch'],
    ['onSuccess', '(account) => void'],
    ['onError', '(failure) => void'],
    ['onClose', '(closing) => void'],
    ['onEvent', '(event) => void'],
  ])('%s must be a function', (name, signature) => {
    for (const value of ['token', 5, {}, Promise.resolve('token')]) {
      expect(optionProblems({ [name]: value })).toEqual(
        only(`Option "${name}" must be a function: ${signature}.`),
      );
    }
  });

  it('cannot be both ways to a token', () => {
    expect(optionProblems({ token: 'token', getToken: async () => 'token' })).toEqual(
      only('Give "token" or "getToken", not both.'),
    );
  });

  it.each(['neon', '', 'Dark', 5, {}])('of the theme %j is none', (theme) => {
    expect(optionProblems({ theme })).toEqual(only('Option "theme" must be "light", "dark" or "system".'));
  });

  it.each(['', 'english language', 'de_DE', 'x', '-'])('of the locale %j is none', (locale) => {
    expect(optionProblems({ locale })).toEqual(
      only('Option "locale" must be a BCP 47 language tag, like "en" or "pt-BR".'),
    );
  });

  it.each([
    ['a list', ['Back']],
    ['a text', 'Back'],
    ['a function', () => 'Back'],
    ['sentences that are no text', { 'action.back': 5 }],
    ['a sentence that is a function', { 'action.back': () => 'Back' }],
    ['sentences in a language without a tag', { language: 'Czech, mostly', 'action.back': 'Zpět' }],
  ])('of %s for the messages is none', (_, messages) => {
    expect(optionProblems({ messages })).toEqual(
      only('Option "messages" must be an object of sentences by key.'),
    );
  });
});

describe('a height', () => {
  it.each([
    '640px',
    '0',
    'auto',
    '100%',
    '33.5%',
    '.5em',
    '50vh',
    '100dvh',
    '80svh',
    '40rem',
    '60ch',
    '10lh',
    '50vmin',
    '100cqh',
    '20cm',
    '8in',
    '640PX',
  ])('of %s is one', (height) => {
    expect(optionProblems({ height })).toEqual([]);
  });

  it.each([
    '',
    '640',
    '640 px',
    '-5px',
    'px',
    '10foo',
    '1e3',
    '1.px',
    'calc(100% - 1px)',
    '100vh}',
    '1px;position:fixed',
    '1px\n',
    'var(--x)',
    'inherit',
  ])('of %j is none', (height) => {
    expect(optionProblems({ height })).toEqual(only('Option "height" must be a CSS length, like "640px".'));
  });
});

describe('a locale', () => {
  it.each(['en', 'de', 'pt-BR', 'zh-Hant-TW', 'ar-EG', 'sr-Latn'])('of %s is one', (locale) => {
    expect(optionProblems({ locale })).toEqual([]);
  });
});
