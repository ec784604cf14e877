import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionContext, conditionHolds } from '../../src/form/condition.js';
import { anyText } from './anyText.js';
import { HOSTILE_KEYS } from './fields.js';

const context = conditionContext(
  new Map<string, unknown>([
    ['auth', 'token'],
    ['port', '8080'],
    ['enabled', 'true'],
    ['disabled', 'false'],
    ['scopes', ['read', 'write']],
    ['empty', undefined],
    ['api-key', 'k'],
    ['a.b', 'dotted'],
    ['includes', 'a field of that name'],
    ['region', 'from the field'],
  ]),
  {
    account: { setupInformation: { region: 'stored', plan: 'pro', nested: { deep: [{ x: 1 }] } } },
    external_trigger_token: 'ext_1',
    hub_settings: { project_settings: { beta: true, off: false, none: null, list: ['a', 'b'] } },
    webhooks_url: 'https://hooks.example.com',
  },
);

const holds = (condition: string) => conditionHolds(condition, context);
const value = (expression: string) => holds(`{{ ${expression} }}`);

describe('a condition', () => {
  it.each([
    ["auth == 'token'", true],
    ['auth == "token"', true],
    ["auth == 'other'", false],
    ["auth != 'token'", false],
    ['!auth', false],
    ['!!auth', true],
    ["auth == 'a' || auth == 'token'", true],
    ["auth == 'token' && enabled == 'false'", false],
    ["auth in ['basic', 'token']", true],
    ["auth in ['basic']", false],
    ["'oke' in auth", true],
    ["'read' in scopes", true],
    ["'admin' in scopes", false],
    ['port > 1024', true],
    ['port > 9', true],
    ["port > '9'", true],
    ['port < 1024', false],
    ['port >= 8080', true],
    ['port <= 8079.5', false],
    ["'abc' < 'abd'", true],
    ["'b' <= 'abd'", false],
    ["auth ? 'yes' : false", true],
    ["empty ? 'yes' : false", false],
    ["empty ?: 'fallback'", true],
    ['empty ?: false', false],
    ["empty ?? 'fallback'", true],
    ['empty ?? false', false],
    ["auth == 'a' ? false : port == 1 ? false : true", true],
    ['1 + 2 * 3 == 7', true],
    ['(1 + 2) * 3 == 9', true],
    ['10 - 2 - 3 == 5', true],
    ['7 % 4 == 3', true],
    ['9 / 3 == 3', true],
    ['-port < 0', true],
    ["'a' + 'b' == 'ab'", true],
    ["auth + port == 'token8080'", true],
    ["'it\\'s' == \"it's\"", true],
    ["'back\\\\slash' == 'back\\\\slash'", true],
    ['[] == []', true],
    ['hub_settings.project_settings.beta', true],
    ['hub_settings.project_settings.off', false],
    ['hub_settings.project_settings.none', false],
    ["hub_settings['project_settings']['beta']", true],
    ['hub_settings.project_settings.list[1] == "b"', true],
    ['hub_settings.project_settings.list.length == 2', true],
    ['hub_settings.gone.further.still', false],
    ['nested.deep[0].x == 1', true],
    ['setupInformation.plan == "pro"', true],
    ['setupInformation.gone', false],
    ['webhooks_url', true],
    ['events_encoded_context', false],
  ])('computes %s: %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ["includes(scopes, 'read')", true],
    ["includes(scopes, 'admin')", false],
    ["includes(scopes, ['read', 'write'])", true],
    ["includes(scopes, ['read', 'admin'])", false],
    ["scopes|includes('read')", true],
    ["scopes.includes('admin')", false],
    ["includes(auth, 'ok')", true],
    ["includes(empty, 'x')", false],
    ["!includes(scopes, 'admin') && present(auth)", true],
    ['present(auth)', true],
    ['auth|present', true],
    ['auth|present()', true],
    ['auth.present()', true],
    ['present(empty)', false],
    ['missing(empty)', true],
    ['empty|missing', true],
    ['missing(auth)', false],
    ['present(disabled)', true],
    ["present('')", false],
    ["includes == 'a field of that name'", true],
  ])('calls %s: %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ['$.auth', true],
    ['$.empty', false],
    ['$.disabled', false],
    ['$.hub_settings.project_settings.beta', true],
    ['$.hub_settings.project_settings.off', false],
    ["$['hub_settings']['project_settings'].beta", true],
    ['$.nested.deep[0].x', true],
    ['$.nested.deep[7].x', false],
    ['$.api-key', true],
    ["$['a.b']", true],
    ['$["a.b"]', true],
    [' $.disabled ', false],
  ])('follows the path %s: %j', (path, expected) => {
    expect(holds(path)).toBe(expected);
  });

  it.each([
    ["$.auth == 'token'", true],
    ["$.auth == 'other'", false],
    ["$['api-key'] == 'x'", false],
    ["$['a.b'] == 'dotted'", true],
    ["'a' in $.hub_settings.project_settings.list", true],
  ])('reads any name through $ inside of an expression too: %s: %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each(['false', 'null', 'undefined', "'false'", 'disabled', 'empty'])('hides at %s', (expression) => {
    expect(value(expression)).toBe(false);
  });

  it.each(['true', "''", "'no'", '0', 'enabled', '[]', 'auth', 'setupInformation'])(
    'shows at %s',
    (expression) => {
      expect(value(expression)).toBe(true);
    },
  );

  it('hides at a bare false, which is all the author can have meant', () => {
    expect(holds('false')).toBe(false);
  });

  it.each([
    ["'1' == 1", true],
    ["port == '8080.0'", false],
    ['port == 8080.0', true],
    ['enabled == true', true],
    ['disabled == false', true],
    ['empty == null', true],
    ["empty == ''", true],
    ["empty != ''", false],
    ["'' == 0", false],
    ['null == undefined', true],
    ['null == 0', false],
    ['null == false', false],
    ['empty < 1', false],
    ['empty >= 0', false],
  ])('compares values as they are typed, as text: %s: %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it.each([
    ['true || false && false', false],
    ['false && false || true', true],
    ['2 * 7 % 4 == 6', true],
    ["empty ?? 'x' == 'y'", false],
  ])('binds as JEXL does, && no tighter than ||: %s: %j', (expression, expected) => {
    expect(value(expression)).toBe(expected);
  });

  it('takes a name for the field first, then for setup information', () => {
    expect(value("region == 'from the field'")).toBe(true);
    expect(value("setupInformation.region == 'stored'")).toBe(true);
    expect(value("plan == 'pro'")).toBe(true);
  });
});

describe('a condition that cannot be understood', () => {
  it.each([
    '',
    ' ',
    'true',
    'auth',
    "auth == 'other'",
    '{{}}',
    '{{ }}',
    "{{ auth == 'other'",
    "auth == 'other' }}",
    "is {{ auth == 'other' }}",
    "{{ auth == 'other' }} and {{ auth == 'other' }}",
    "{{ auth === 'other' }}",
    "{{ auth = 'other' }}",
    '{{ auth == }}',
    "{{ auth '==' 'other' }}",
    '{{ == auth }}',
    '{{ !auth !auth }}',
    '{{ !(auth }}',
    '{{ !auth) }}',
    '{{ [false }}',
    "{{ 'open }}",
    '{{ false; false }}',
    '{{ {a: false}.a }}',
    '{{ scopes[.x == 1] }}',
    '{{ !$ }}',
    '{{ $[auth] == 1 }}',
    '{{ unknown(auth) == 1 }}',
    '{{ auth|unknown == 1 }}',
    '{{ constructor.constructor("return false")() }}',
    '{{ auth.toString() == 1 }}',
    '{{ toString() == 1 }}',
    '{{ new Date == 1 }}',
    '{{ `${auth}` == 1 }}',
    '{{ 7 // 2 == 1 }}',
    '$',
    '$..auth',
    '$.auth.*',
    '$.scopes[*]',
    '$[?(@.x == 1)]',
    "$.auth == 'other'",
  ])('shows the field: %s', (condition) => {
    expect(holds(condition)).toBe(true);
  });

  it('is also one that is too long or too deep', () => {
    expect(holds(`{{ ${' '.repeat(3_000)}false }}`)).toBe(true);
    expect(value(`${'('.repeat(200)}false${')'.repeat(200)}`)).toBe(true);
    expect(value(`${'!'.repeat(201)}true`)).toBe(true);
    expect(value(`${'['.repeat(200)}${']'.repeat(200)} == 1`)).toBe(true);
  });

  it.each([
    "nothing == 'x'",
    '$.nothing == 1',
    '!present(auth) && present(nothing)',
    'false && nothing',
    'empty ? nothing : false',
    'constructor == 1',
    '__proto__ == 1',
    "$['__proto__'] == 1",
    '$.nothing.further',
  ])('is also one that names something the hub does not have: %s', (expression) => {
    expect(value(expression)).toBe(true);
  });

  it('can be any text, and never throws', () => {
    const words = fc.constantFrom(
      ...Array.from('()[]{}.,|?:!<>=+-*/%&$\'"0'),
      'auth',
      'scopes',
      'hub_settings',
      'includes',
      'present',
      'in',
      'null',
      '==',
      '&&',
      '{{',
      '}}',
      "'x'",
    );
    const conditions = fc.oneof(
      anyText,
      fc.array(words).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(conditions, (condition) => {
        expect(typeof holds(condition)).toBe('boolean');
        expect(typeof value(condition)).toBe('boolean');
      }),
      { numRuns: 500 },
    );
  });
});

describe('what a condition reads', () => {
  it.each([
    'auth.constructor',
    'auth.__proto__',
    "auth['constructor']['constructor']",
    'scopes.constructor',
    'scopes.map',
    'hub_settings.toString',
    "hub_settings['__proto__']",
    'setupInformation.hasOwnProperty',
    "nested.deep['push']",
    '$.hub_settings.constructor',
  ])('is data of its own only, never a prototype: %s', (expression) => {
    expect(value(`present(${expression})`)).toBe(false);
    expect(value(expression)).toBe(false);
  });

  it.each(HOSTILE_KEYS.filter((key) => !key.includes("'")))('is also a field with the key %j', (key) => {
    const condition = `{{ $['${key.replaceAll('\\', '\\\\')}'] == 'x' }}`;
    expect(conditionHolds(condition, conditionContext(new Map([[key, 'x']])))).toBe(true);
    expect(conditionHolds(condition, conditionContext(new Map([[key, 'y']])))).toBe(false);
  });

  it('shows the field where the data itself is hostile', () => {
    const hostile = conditionContext(new Map(), {
      account: {
        setupInformation: JSON.parse('{"a":{"toString":"x","valueOf":1},"__proto__":{"polluted":true}}'),
      },
    });
    expect(conditionHolds("{{ a == 'x' }}", hostile)).toBe(true);
    expect(conditionHolds('{{ a > 1 }}', hostile)).toBe(true);
    expect(conditionHolds("{{ $['__proto__'].polluted }}", hostile)).toBe(true);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

/** A list that counts how often it is looked into; what is looked for is at its end. */
function counting(length: number, item: string) {
  let looks = 0;
  const items = Array.from({ length }, (_, index) => (index === length - 1 ? 'last' : item));
  const list = new Proxy(items, {
    get(target, key, receiver): unknown {
      looks += 1;
      return Reflect.get(target, key, receiver);
    },
  });
  return { list, looks: () => looks };
}

const again = (times: number, expression: string): string => `${`${expression} `.repeat(times)}false`;

describe('the work of a condition', () => {
  it.each([
    'includes(hub_settings.many, hub_settings.wanted)',
    'hub_settings.wanted in hub_settings.many',
    again(40, 'hub_settings.many == hub_settings.wanted ||'),
    again(40, 'hub_settings.many < 0 ||'),
    `${'hub_settings.many + '.repeat(80)}'' == 1`,
    `${'hub_settings.many - '.repeat(80)}0 == 1`,
  ])('is bounded, however much there is to look through, and shows the field: %.50s', (expression) => {
    const many = counting(3_000, 'other');
    const wanted = Array.from({ length: 3_000 }, () => 'last');
    const settings = { hub_settings: { many: many.list, wanted } };
    expect(conditionHolds(`{{ ${expression} }}`, conditionContext(new Map(), settings))).toBe(true);
    expect(many.looks()).toBeLessThan(30_000);
  });

  it.each(["includes(hub_settings.text, 'y')", "hub_settings.text == 'y'", 'hub_settings.text > 5'])(
    'is bounded for endless texts, too: %s',
    (expression) => {
      const settings = { hub_settings: { text: 'x'.repeat(5_000_000) } };
      expect(conditionHolds(`{{ ${expression} }}`, conditionContext(new Map(), settings))).toBe(true);
    },
  );

  it('is enough for what servers ask', () => {
    const events = Array.from({ length: 1_000 }, (_, index) => `event-${index}`);
    const chosen = new Map([['a', ['event-998', 'event-999']]]);
    const known = conditionContext(chosen, { hub_settings: { events } });
    expect(conditionHolds('{{ includes(hub_settings.events, a) }}', known)).toBe(true);
    expect(conditionHolds("{{ 'event-1000' in hub_settings.events }}", known)).toBe(false);
  });
});
