import type { CurrentWireConfig, WireField, WireNotice } from '../catalog/types.js';
import { ApiError } from '../errors.js';
import type { Connector } from './definition.js';
import { fixedId } from './few.js';

/**
 * What a hostile or broken server could say. Much of it has shapes that the types forbid, on purpose: what a type
 * forbids, a server can still send.
 */
const forbidden = (value: unknown) => value as never;

const SCRIPT = '<img src=x onerror=alert(1)>';
const BIDI = 'abc\u202Egpj.exe';
const ZALGO = `Z${'\u0301'.repeat(300)}algo`;
const LONE_SURROGATE = 'half \uD83D a smile';
const ONE_WORD = 'x'.repeat(10_000);

const guide = [
  '[click](javascript:alert(1)) [case](JaVaScRiPt:alert(1)) [data](data:text/html,<script>alert(1)</script>)',
  '[slashes](//evil.example) [password](https://user:pw@evil.example) [twin](https://аpple.com)',
  '![pixel](https://evil.example/pixel.gif) <script>alert(1)</script> <iframe srcdoc="<script>alert(1)</script>">',
  '<a href="https://evil.example" onclick="alert(1)">a</a> &#106;avascript:alert(1)',
  `${'['.repeat(2000)}${'*'.repeat(2000)}\n\n${'> '.repeat(1000)}deep`,
].join('\n\n');

interface Hostile {
  readonly number: number;
  readonly name: unknown;
  readonly logoUrl?: string;
  readonly category?: string;
  readonly config?: Partial<CurrentWireConfig>;
}

const connector = ({ number, name, logoUrl = '', category = 'crm', config }: Hostile): Connector => ({
  integrationId: fixedId(number),
  active: true,
  name: forbidden(name),
  provider: `hostile-${number}`,
  category,
  version: '1',
  configKey: '__proto__',
  environment: 'constructor',
  logoUrl,
  config: {
    key: `hostile-${number}`,
    name: forbidden(name),
    type: 'custom',
    configFields: [{ key: 'api_key', label: SCRIPT, type: 'password', required: true }],
    support: { link: 'javascript:alert(1)', description: guide },
    ...config,
  },
});

const names: readonly Connector[] = [
  { number: 0x100, name: SCRIPT, logoUrl: 'javascript:alert(1)' },
  { number: 0x101, name: '{{7*7}} ${7*7} &lt;b&gt;', logoUrl: 'data:text/html,<script>alert(1)</script>' },
  { number: 0x102, name: '', logoUrl: 'http://evil.example/logo.png' },
  { number: 0x103, name: '   ', logoUrl: '//evil.example/logo.png' },
  { number: 0x104, name: ONE_WORD, logoUrl: 'https://user:pw@evil.example/logo.png' },
  {
    number: 0x105,
    name: `${'Long '.repeat(20_000)}end`,
    logoUrl: `https://evil.example/${'a'.repeat(3000)}`,
  },
  { number: 0x106, name: 'العربية', logoUrl: '/relative.png' },
  { number: 0x107, name: BIDI, logoUrl: 'https:evil.example' },
  { number: 0x108, name: ZALGO, logoUrl: 'blob:https://evil.example/1' },
  { number: 0x109, name: '👩‍👩‍👧‍👦 Families' },
  { number: 0x10a, name: LONE_SURROGATE },
  { number: 0x10b, name: 'İstanbul İK' },
  { number: 0x10c, name: 'Twin' },
  { number: 0x10d, name: 'Twin', category: 'hris' },
  { number: 0x10e, name: 42, category: '<script>' },
  { number: 0x10f, name: { toString: 'no' }, category: '__proto__' },
].map(connector);

const field = (key: unknown, more: object = {}): WireField =>
  forbidden({
    key,
    label: `Key ${JSON.stringify(key)?.slice(0, 40)}`,
    required: false,
    secret: false,
    ...more,
  });

const keys = connector({
  number: 0x120,
  name: 'Hostile keys',
  config: {
    configFields: [
      ...['a.b', 'items[0]', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'].map(
        (key) => field(key, { required: true }),
      ),
      field('a.__proto__.x'),
      field(''),
      field(' '),
      field('k'.repeat(500)),
      field('👩‍👩‍👧‍👦\n'),
      field('twice', { label: 'First of two' }),
      field('twice', { label: 'Second of two' }),
      field('token'),
      field('redirect_uri'),
      field('x&y=z'),
      field(7),
      field(null),
      forbidden(null),
      forbidden('a field'),
    ],
  },
});

const pattern = (source: string): WireField =>
  field(`pattern ${source.slice(0, 40)}`, {
    label: source.slice(0, 40) || 'empty pattern',
    validation: { type: 'html-pattern', pattern: source, error: SCRIPT },
  });

const patterns = connector({
  number: 0x121,
  name: 'Hostile patterns',
  config: {
    configFields: [
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
      'a'.repeat(100_000),
    ].map(pattern),
  },
});

const condition = (source: unknown): WireField =>
  field(`condition ${String(source).slice(0, 60)}`, {
    label: String(source).slice(0, 60),
    condition: source,
  });

const conditions = connector({
  number: 0x122,
  name: 'Hostile conditions',
  config: {
    configFields: [
      "{{constructor.constructor('alert(1)')()}}",
      '{{a.__proto__.polluted}}',
      '{{[].filter.constructor("alert(1)")()}}',
      '$[?(@.constructor.constructor("alert(1)")())]',
      '$..*',
      '{{nobody.knows.this}}',
      '{{',
      '{{1 +}}',
      '}}{{',
      `{{${'('.repeat(5000)}1${')'.repeat(5000)}}}`,
      `{{${'!'.repeat(5000)}true}}`,
      { field: 'a' },
      7,
    ].map(condition),
  },
});

const notice = (key: string, more: object = {}): WireNotice =>
  forbidden({ key, type: 'warning', description: guide, ...more });

const shapes = connector({
  number: 0x123,
  name: 'Hostile shapes',
  config: {
    configFields: [
      field('unknown type', { type: 'hologram' }),
      field('type is a number', { type: 7 }),
      field('required is a string', { required: 'false' }),
      field('no label', { label: undefined }),
      field('label is markup', { label: SCRIPT, placeholder: SCRIPT, description: guide, tooltip: guide }),
      field('placeholder is an object', { placeholder: {} }),
      field('select without options', { type: 'select', required: true, label: 'Nothing to choose from' }),
      field('options are null', { type: 'select', options: null }),
      field('strange options', {
        type: 'select',
        value: 'not among them',
        options: [
          { label: SCRIPT, value: 'a' },
          { label: 'Again', value: 'a' },
          { label: 'Object', value: {} },
          null,
          'text',
        ],
      }),
      field('many options', {
        type: 'select',
        options: Array.from({ length: 10_000 }, (_, index) => ({
          label: `Option ${index}`,
          value: `${index}`,
        })),
      }),
      field('read-only and empty', { readOnly: true, required: true }),
      field('hidden and empty', { display: false, required: true }),
      field('no end', { label: ONE_WORD, description: ONE_WORD, placeholder: ONE_WORD }),
    ],
    configNotices: [notice('top'), notice('anchored nowhere', { anchor: 'nobody' }), forbidden(null)],
    assets: { icon: 'javascript:alert(1)' },
  },
});

const tooMany = connector({
  number: 0x124,
  name: 'Ten thousand fields',
  config: { configFields: Array.from({ length: 10_000 }, (_, index) => field(`f${index}`)) },
});

export const hostileCatalog: readonly Connector[] = [...names, keys, patterns, conditions, shapes, tooMany];

/** Items of the list of connectors that are none, and two that pretend to be others. */
export const hostileItems: readonly unknown[] = [
  null,
  'an integration',
  [],
  { name: 'No id', provider: 'nobody', active: true },
  { integration_id: '../../accounts', provider: '../x', name: 'Path', type: 'crm', active: true },
  { integration_id: fixedId(0x100), provider: 'twin', name: 'The same id again', type: 'crm', active: true },
];

/** A refusal with all that may go wrong in an error's words, and fields that nobody asked for. */
export const hostileRefusal = (): ApiError =>
  new ApiError(422, `${SCRIPT} sk_live_${'9'.repeat(24)} at handler (/srv/app.js:1:1)\n${ONE_WORD}`, {
    providerResponse: '<script>alert(1)</script>',
    data: { fields: JSON.parse(`{"__proto__":"${BIDI}","api_key":"${SCRIPT}","nobody":7}`) as unknown },
  });
