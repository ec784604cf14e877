import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { toConnectors } from '../../src/api/client.js';
import { connectorConfig } from '../../src/api/connectorConfig.js';
import { HubError } from '../../src/api/errors.js';
import { failureFrom } from '../../src/api/failure.js';
import type { ConnectorConfig } from '../../src/api/model.js';
import * as wire from '../../src/api/schemas.js';
import { anyJson, damagedWith, keysIn } from './hostileJson.js';
import { account, current, details, field, integration, legacy, nested, session, STRANGERS } from './wire.js';

const DETAILS = [
  details(
    current({
      configFields: [
        field({ options: [{ label: 'One', value: 1, description: 'The first.' }], value: 5 }),
        field({ guide: { description: 'd', tooltip: 't' }, validation: { type: 'domain', pattern: 'acme' } }),
      ],
      configNotices: [{ key: 'n', type: 'info', description: 'Good to know.', anchor: 'apiKey' }],
    }),
  ),
  details(legacy()),
];
const LISTS = [{ integrations: [integration(), integration()], webhooks_url: 'https://w.example' }];

/** Each schema with answers that it takes. */
const ANSWERS: readonly (readonly [name: string, schema: z.ZodMiniType, answers: readonly object[]])[] = [
  ['a session', wire.ConnectSession, [session()]],
  ['settings', wire.Settings, [{ enabled_features: ['idempotency'], existing_account_id: 'account-1' }]],
  ['a list of connectors', wire.ConnectorList, LISTS],
  ["a connector's details", wire.ConnectorDetails, DETAILS],
  ['a new account', wire.AccountCreated, [{ id: 'account-1', provider: 'bamboohr', display_name: 'Ada' }]],
  ['an account', wire.AccountData, [account({ status: 'error', status_reasons: ['Key revoked'] })]],
  ['a new attempt', wire.AttemptCreated, [{ id: 'attempt-1' }]],
  [
    'an attempt',
    wire.Attempt,
    [{ status: 'error', account: { id: 'a' }, error: { code: 'denied', description: 'No.' } }],
  ],
];

const KNOWN_KEYS = ANSWERS.flatMap(([, , answers]) => keysIn(answers));
const json = anyJson(KNOWN_KEYS);
const damaged = (answers: readonly object[]): fc.Arbitrary<unknown> => damagedWith(json, answers);

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe.each(ANSWERS)('%s', (_, schema, answers) => {
  it('takes every answer that a server sends', () => {
    for (const answer of answers) expect(schema.safeParse(answer).success).toBe(true);
  });

  it('takes or refuses any JSON, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(json, damaged(answers)), (answer) => {
        expect(schema.safeParse(answer).success).toBeTypeOf('boolean');
      }),
    );
  });

  it('refuses what is no object', () => {
    for (const answer of STRANGERS.filter(
      (stranger) => typeof stranger !== 'object' || Array.isArray(stranger),
    )) {
      expect(schema.safeParse(answer).success).toBe(false);
    }
    expect(schema.safeParse(null).success).toBe(false);
  });

  it('gives the same for what it took before', () => {
    fc.assert(
      fc.property(damaged(answers), (answer) => {
        const once = schema.safeParse(answer);
        if (once.success) expect(schema.parse(once.data)).toEqual(once.data);
      }),
    );
  });

  it('is not walked into the ground by deep nesting', () => {
    const deep = nested(50_000);
    expect(schema.safeParse(deep).success).toBe(false);
    const [answer] = answers;
    for (const key of Object.keys(answer ?? {})) {
      expect(schema.safeParse({ ...answer, [key]: deep }).success).toBeTypeOf('boolean');
    }
  });
});

const wholeConfig = ({ fields, notices, name, signIn }: ConnectorConfig): void => {
  expect(name).toBeTypeOf('string');
  expect(['form', 'window']).toContain(signIn);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
  for (const { key, label, type, delimiter, value = '', options, ...flags } of fields) {
    expect([key, label, delimiter, value].map((part) => typeof part)).toEqual(Array(4).fill('string'));
    expect(['text', 'password', 'number', 'select', 'text_area', 'multi-select']).toContain(type);
    for (const flag of ['required', 'readOnly', 'secret', 'hidden'] as const) {
      expect(flags[flag]).toBeTypeOf('boolean');
    }
    expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
  }
  for (const { tone, position, description } of notices) {
    expect([['info', 'warning'].includes(tone), ['top', 'bottom'].includes(position)]).toEqual([true, true]);
    expect(description).toBeTypeOf('string');
  }
};

describe('what the hub makes of it', () => {
  it('is a whole configuration, or the connector is not there', () => {
    const choices = [{ configKey: 'api_key', environment: 'production' }];
    fc.assert(
      fc.property(damaged(DETAILS), (answer) => {
        const parsed = wire.ConnectorDetails.safeParse(answer);
        if (!parsed.success) return;
        try {
          wholeConfig(connectorConfig({ details: parsed.data, choices }));
        } catch (error) {
          expect(error).toMatchObject({ name: 'HubError', code: 'not_found' });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is a list of connectors with a name and an id of their own', () => {
    fc.assert(
      fc.property(damaged(LISTS), (answer) => {
        const parsed = wire.ConnectorList.safeParse(answer);
        const connectors = parsed.success ? toConnectors(parsed.data) : [];
        expect(new Set(connectors.map(({ id }) => id)).size).toBe(connectors.length);
        for (const { name, category } of connectors)
          expect([typeof name, typeof category]).toEqual(['string', 'string']);
      }),
      { numRuns: 500 },
    );
  });

  it.each([400, 401, 422, 429, 500])('is one kind of failure, with a status of %i', (status) => {
    const body = fc.oneof(
      json.map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary' }),
    );
    const message = json.map((value) =>
      JSON.stringify({ message: JSON.stringify(value), data: { fields: value } }),
    );
    fc.assert(
      fc.property(fc.oneof(body, message), (text) => {
        const failure = failureFrom({ status, headers: new Headers(), body: text }, 'read');
        expect(failure).toBeInstanceOf(HubError);
        expect(failure.status).toBe(status);
        for (const words of failure.fields.values()) expect(words).toBeTypeOf('string');
        expect(['string', 'undefined']).toContain(typeof failure.details);
      }),
    );
  });

  it('is the end of the session, however deep the refusal is nested', () => {
    const depth = 30_000;
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    const body = `{"message":"expired","provider_response":${deep},"data":{"fields":{"a":${deep}}},"errors":${deep}}`;
    const failure = failureFrom({ status: 401, headers: new Headers(), body }, 'read');
    expect(failure).toMatchObject({ code: 'session_expired', status: 401 });
  });
});
