import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/api/model.js';
import { applicableFields } from '../../src/form/applicable.js';
import type { ConditionFacts } from '../../src/form/condition.js';
import { field, HOSTILE_KEYS, options } from './fields.js';

const auth = field({ key: 'auth', type: 'select', options: options('basic', 'token') });
const user = field({ key: 'user', condition: "{{ auth == 'basic' }}" });
const token = field({ key: 'token', condition: "{{ auth == 'token' }}", secret: true });

const ids = (fields: readonly Field[], values: Record<string, string>, facts?: ConditionFacts) =>
  applicableFields(fields, values, facts).map(({ id }) => id);

describe('the fields that apply', () => {
  it('are all of them where there are no conditions', () => {
    expect(ids([auth, field()], {})).toEqual(['f-auth', 'f-name']);
  });

  it('follow what is typed', () => {
    expect(ids([auth, user, token], { 'f-auth': 'basic' })).toEqual(['f-auth', 'f-user']);
    expect(ids([auth, user, token], { 'f-auth': 'token' })).toEqual(['f-auth', 'f-token']);
    expect(ids([auth, user, token], {})).toEqual(['f-auth']);
  });

  it('include those that are sent without being shown', () => {
    const hidden = field({ key: 'hidden', hidden: true, condition: "{{ auth == 'basic' }}" });
    expect(ids([auth, hidden], { 'f-auth': 'basic' })).toEqual(['f-auth', 'f-hidden']);
    expect(ids([auth, hidden], {})).toEqual(['f-auth']);
  });

  it('include those whose condition is not understood or names what is not there', () => {
    const unclear = field({ key: 'unclear', condition: '{{ auth === }}' });
    const unknown = field({ key: 'unknown', condition: "{{ elsewhere == 'x' }}" });
    expect(ids([auth, unclear, unknown], {})).toEqual(['f-auth', 'f-unclear', 'f-unknown']);
  });

  it('know an empty field by its name', () => {
    const whenEmpty = field({ key: 'hint', condition: '{{ missing(auth) }}' });
    expect(ids([auth, whenEmpty], { 'f-auth': '' })).toContain('f-hint');
    expect(ids([auth, whenEmpty], { 'f-auth': 'basic' })).not.toContain('f-hint');
  });

  it('can depend on what the hub knows beside the form', () => {
    const hook = field({ key: 'hook', condition: '$.webhooks_url' });
    const beta = field({ key: 'beta', condition: '{{ hub_settings.project_settings.beta }}' });
    const eu = field({ key: 'eu', condition: "{{ setupInformation.region == 'eu' }}" });
    expect(ids([hook, beta, eu], {})).toEqual([]);
    expect(
      ids(
        [hook, beta, eu],
        {},
        {
          webhooks_url: 'https://hooks.example.com',
          hub_settings: { project_settings: { beta: true } },
          account: { setupInformation: { region: 'eu' }, secrets: null },
        },
      ),
    ).toEqual(['f-hook', 'f-beta', 'f-eu']);
  });

  it('read the choices of a multi-select as a list', () => {
    const scopes = field({ key: 'scopes', type: 'multi-select', options: options('read', 'read all') });
    const extra = field({ key: 'extra', condition: "{{ 'read' in scopes }}" });
    expect(ids([scopes, extra], { 'f-scopes': 'read all' })).toEqual(['f-scopes']);
    expect(ids([scopes, extra], { 'f-scopes': 'read all read' })).toEqual(['f-scopes', 'f-extra']);
  });

  it('take a secret that is kept for a value', () => {
    const secret = field({ key: 'secret', secret: true });
    const further = field({ key: 'further', condition: '{{ secret }}' });
    const account = { setupInformation: {}, secrets: { secret: '__secretvalue:**redacted**1234' } };
    expect(ids([secret, further], {}, { account })).toContain('f-further');
    expect(ids([secret, further], {})).not.toContain('f-further');
  });

  it('do not count the value of a field that does not apply, whatever the order', () => {
    const realm = field({ key: 'realm', condition: "{{ user == 'me' }}" });
    const typed = { 'f-user': 'me', 'f-realm': 'x' };
    for (const fields of [
      [auth, user, realm],
      [realm, user, auth],
    ]) {
      expect(new Set(ids(fields, { ...typed, 'f-auth': 'basic' }))).toEqual(
        new Set(['f-auth', 'f-user', 'f-realm']),
      );
      expect(ids(fields, { ...typed, 'f-auth': 'token' })).toEqual(['f-auth']);
    }
  });

  it('settle along a chain', () => {
    const chain = Array.from({ length: 30 }, (_, i) =>
      field({ key: `k${i}`, ...(i > 0 && { condition: `{{ k${i - 1} == 'on' }}` }) }),
    );
    const values = Object.fromEntries(chain.map(({ id }) => [id, 'on']));
    expect(ids(chain.toReversed(), values)).toHaveLength(30);
    expect(ids(chain.toReversed(), { ...values, 'f-k0': '' })).toEqual(['f-k0']);
  });

  it('are both of two that depend on each other', () => {
    const a = field({ key: 'a', condition: "{{ b == 'x' }}" });
    const b = field({ key: 'b', condition: "{{ a == 'x' }}" });
    const onA = field({ key: 'c', condition: "{{ a == 'x' }}" });
    expect(ids([a, b, onA], {})).toEqual(['f-a', 'f-b']);
    expect(ids([a, b, onA], { 'f-a': 'x' })).toEqual(['f-a', 'f-b', 'f-c']);
  });

  it('are both of two that exclude each other, and one that excludes itself', () => {
    const a = field({ key: 'a', condition: '{{ missing(b) }}' });
    const b = field({ key: 'b', condition: '{{ missing(a) }}' });
    const self = field({ key: 'self', condition: '{{ missing(self) }}' });
    expect(ids([a, b, self], { 'f-a': '1', 'f-b': '2', 'f-self': '3' })).toEqual(['f-a', 'f-b', 'f-self']);
  });

  it('have each key once, the first that applies', () => {
    const eu = field({ id: 'f1', key: 'url', condition: "{{ auth == 'basic' }}" });
    const us = field({ id: 'f2', key: 'url', condition: "{{ auth == 'token' }}" });
    const last = field({ id: 'f3', key: 'url' });
    expect(ids([auth, eu, us], { 'f-auth': 'basic' })).toEqual(['f-auth', 'f1']);
    expect(ids([auth, eu, us], { 'f-auth': 'token' })).toEqual(['f-auth', 'f2']);
    expect(ids([auth, eu, us, last], {})).toEqual(['f-auth', 'f3']);
    expect(ids([last, eu, us, auth], { 'f-auth': 'basic' })).toEqual(['f3', 'f-auth']);
  });

  it('read the value of the one field of a key that applies', () => {
    const eu = field({ id: 'f1', key: 'url', condition: "{{ auth == 'basic' }}" });
    const us = field({ id: 'f2', key: 'url', condition: "{{ auth == 'token' }}" });
    const further = field({ key: 'further', condition: "{{ url == 'us' }}" });
    const values = { f1: 'eu', f2: 'us' };
    expect(ids([auth, eu, us, further], { ...values, 'f-auth': 'token' })).toContain('f-further');
    expect(ids([auth, eu, us, further], { ...values, 'f-auth': 'basic' })).not.toContain('f-further');
  });

  it.each(HOSTILE_KEYS)('can have the key %j', (key) => {
    const odd = field({ id: 'odd', key });
    expect(ids([auth, odd], { odd: 'x' })).toEqual(['f-auth', 'odd']);
  });

  it('are found for any conditions, the same when asked again', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const condition = fc.oneof(
      fc.constant(undefined),
      fc
        .tuple(name, fc.constantFrom("== 'x'", "!= 'x'", '|present', '|missing'))
        .map((all) => `{{ ${all.join(' ')} }}`),
      fc.tuple(name, name).map(([one, other]) => `{{ ${one} == ${other} }}`),
    );
    const made = fc.array(fc.record({ key: name, condition }), { maxLength: 8 });
    const values = fc.array(fc.constantFrom('', 'x', 'y'), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(made, values, (parts, texts) => {
        const fields = parts.map((part, i) => field({ ...part, id: `f${i}` }));
        const typed = Object.fromEntries(texts.map((text, i) => [`f${i}`, text]));
        const applicable = applicableFields(fields, typed);
        expect(applicableFields(fields, typed)).toEqual(applicable);
        expect(new Set(applicable.map(({ key }) => key)).size).toBe(applicable.length);
        for (const one of fields.filter((each) => each.condition === undefined)) {
          expect(applicable.some(({ key }) => key === one.key)).toBe(true);
        }
      }),
    );
  });
});
