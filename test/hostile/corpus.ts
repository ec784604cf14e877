/** What a server, or somebody behind it, can put where a text is expected. */
const SCRIPT = '<img src=x onerror="globalThis.pwned=1">';

export const NAMES = [
  '',
  '   ',
  SCRIPT,
  '<script>globalThis.pwned=1</script>',
  '"><svg onload=globalThis.pwned=1>',
  '{{7*7}} ${7*7} &lt;b&gt;',
  'x'.repeat(100_000),
  'العربية',
  'abc\u202Egpj.exe',
  `Z${'\u0301'.repeat(300)}algo`,
  '👩‍👩‍👧‍👦',
  'half \uD83D a smile',
  'İstanbul',
  'а'.repeat(3),
  '\0\u0007\u0085',
  '__proto__',
  'constructor',
  'toString',
];

export const URLS = [
  'javascript:globalThis.pwned=1',
  'JAVASCRIPT:globalThis.pwned=1',
  '\tjava\nscript:globalThis.pwned=1',
  'data:text/html,<script>globalThis.pwned=1</script>',
  'vbscript:x',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  'http://evil.example',
  '//evil.example',
  '/relative',
  '\\\\evil.example',
  'https:evil.example',
  'https://user:pw@evil.example',
  `https://evil.example/${'a'.repeat(3000)}`,
  'https://hosted.example.test.evil.example/start',
  'https://hosted.example.test@evil.example/start',
];

export const GUIDES = [
  '[x](javascript:globalThis.pwned=1) [x](JaVaScRiPt:1) [x](data:text/html,1) [x](//evil.example)',
  '[x](https://user:pw@evil.example) ![t](https://evil.example/pixel.gif)',
  '<script>globalThis.pwned=1</script><iframe srcdoc="<script>1</script>"></iframe>',
  '<a href="https://evil.example" onclick="globalThis.pwned=1">a</a> &#106;avascript:1',
  '['.repeat(10_000),
  '*'.repeat(10_000),
  '`'.repeat(10_000),
  '> '.repeat(10_000),
  '[a]('.repeat(5_000),
  '**a'.repeat(5_000),
  '- '.repeat(5_000),
  '\n- x'.repeat(5_000),
  `\`\`\`\n${'code\n'.repeat(5_000)}`,
  '1. one\n2. two\n\n[ref][1]\n\n[1]: https://evil.example',
];

/** Those of the catalogue of slow, broken and borrowed patterns that a backtracking engine hangs on, among others. */
export const PATTERNS = [
  '^(a|a)*$',
  '(x+x+)+y',
  '^([a-zA-Z0-9_.+-]+)+@',
  '^(.*a){10}$',
  '\\s+$',
  '(',
  '[',
  '*',
  '\\',
  '(?<=a)b',
  '(a)\\1',
  '\\p{L}',
  '[(]',
  '^$',
  '',
  '.*',
  'a{1,65000}{1,65000}',
  '('.repeat(5_000),
  'a|'.repeat(50_000),
];

export const CONDITIONS = [
  "{{ a == 'x' }}",
  "{{ constructor.constructor('globalThis.pwned=1')() }}",
  '{{ a.__proto__.x }}',
  '{{ this }}',
  '$[?(globalThis.pwned=1)]',
  '$.a.b',
  '{{ '.repeat(1_000),
  `{{ ${'('.repeat(900)}1${')'.repeat(900)} }}`,
  `{{ ${'!'.repeat(1_900)}a }}`,
  "{{ ['a','b'] | sort }}",
  '{{ 1 / 0 }}',
  '{{ false }}',
];

export const KEYS = [
  'a.b',
  'items[0]',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'a.__proto__.x',
  '',
  ' ',
  'k'.repeat(10_000),
  'token',
  'redirect_uri',
  'connection_attempt_id',
  'x&y=z',
  'external-trigger-token',
  '1',
];

/** All of them, for where any text may stand. */
export const TEXTS: readonly string[] = [...NAMES, ...URLS, ...GUIDES, ...PATTERNS, ...CONDITIONS, ...KEYS];
