import { describe, expect, it } from 'vitest';
import type { ConfigChoice } from '../../src/api/connectorConfig.js';
import type { Field } from '../../src/api/model.js';
import { CHOICE, configOf } from './config.js';
import { current, field, legacy } from './wire.js';

describe('the two shapes of a configuration', () => {
  it('come out as one', () => {
    const fields = [field(), { key: 'subdomain', label: 'Subdomain', secret: false, required: true }];
    const now = configOf(current({ configFields: fields }));
    expect(now).toEqual(configOf(legacy({ fields })));
    expect(now).toMatchObject({
      name: 'BambooHR',
      signIn: 'form',
      fields: [{ key: 'apiKey' }, { key: 'subdomain' }],
      notices: [],
      guide: { link: 'https://help.example/bamboohr', description: 'Where to find the key.' },
      iconUrl: 'https://logos.example/bamboohr.svg',
    });
  });

  it.each([
    ['oauth2 without a grant type', current({ type: 'oauth2' }), 'window'],
    ['oauth2 with null for it', current({ type: 'oauth2', grantType: null }), 'window'],
    ['oauth2 by authorization code', current({ type: 'oauth2', grantType: 'authorization_code' }), 'window'],
    ['oauth2 by client credentials', current({ type: 'oauth2', grantType: 'client_credentials' }), 'form'],
    ['oauth2 by a grant unknown', current({ type: 'oauth2', grantType: 'device_code' }), 'form'],
    ['custom', current({ type: 'custom', grantType: 'authorization_code' }), 'form'],
    ['a type unknown', current({ type: 'smoke-signals' }), 'form'],
    ['oauth2 of old', legacy({ type: 'oauth2' }), 'window'],
    ['oidc of old', legacy({ type: 'oidc' }), 'form'],
    ['custom of old', legacy({ type: 'custom' }), 'form'],
  ])('sign in with %s', (_, config, signIn) => {
    expect(configOf(config).signIn).toBe(signIn);
  });

  it('are named by their key where they have no name', () => {
    expect(configOf(current({ name: null })).name).toBe('bamboohr');
    expect(configOf(current({ name: undefined, key: undefined })).name).toBe('');
  });

  it.each([
    [
      'a link alone',
      { link: 'https://help.example' },
      { link: 'https://help.example', description: undefined },
    ],
    ['words alone', { description: 'Ask IT.' }, { link: undefined, description: 'Ask IT.' }],
    ['neither', { link: null, description: '' }, undefined],
    ['null', null, undefined],
  ])('have a guide with %s', (_, support, guide) => {
    expect(configOf(current({ support })).guide).toEqual(guide);
  });
});

const entry = (label: string) => ({ type: 'custom', fields: [field({ label })] });

describe('a legacy configuration', () => {
  const config = {
    key: 'bamboohr',
    name: 'BambooHR',
    authentication: {
      api_key: { production: entry('Key'), sandbox: entry('Sandbox key') },
      basic: { production: entry('Password'), broken: { fields: [] }, nothing: null },
    },
  };
  const labelWith = (...choices: readonly ConfigChoice[]) => configOf(config, choices).fields[0]?.label;

  it('shows the entry that is chosen', () => {
    expect(labelWith({ configKey: 'api_key', environment: 'sandbox' })).toBe('Sandbox key');
  });

  it("shows the account's entry before the connector's", () => {
    expect(labelWith({ configKey: 'basic', environment: 'production' }, CHOICE)).toBe('Password');
  });

  it.each([
    ['has another key', { configKey: 'gone', environment: 'production' }],
    ['has another environment', { configKey: 'basic', environment: 'staging' }],
    ['is null', { configKey: 'basic', environment: 'nothing' }],
    ['has no type', { configKey: 'basic', environment: 'broken' }],
    [
      'is named by nothing that the configuration itself has',
      { configKey: '__proto__', environment: 'toString' },
    ],
  ])("shows the connector's entry where the account's %s", (_, choice) => {
    expect(labelWith(choice, CHOICE)).toBe('Key');
  });

  it("shows the connector's entry where the account names none", () => {
    expect(labelWith({ configKey: null, environment: undefined }, CHOICE)).toBe('Key');
  });

  it('without the entry is not there', () => {
    expect(() => labelWith({ configKey: 'gone', environment: 'production' })).toThrow(
      expect.objectContaining({ name: 'HubError', code: 'not_found', retryable: false }),
    );
    expect(() => labelWith()).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

const noticesOf = (...configNotices: object[]) => configOf(current({ configNotices })).notices;

describe('a notice', () => {
  it('has every default', () => {
    expect(noticesOf({ description: 'Good to know.' })).toEqual([
      { id: 'n0', tone: 'info', description: 'Good to know.', position: 'top' },
    ]);
  });

  it('stands where it says', () => {
    const notices = noticesOf(
      { description: 'a', type: 'warning', position: 'bottom' },
      { description: 'b', type: 'alarm', position: 'middle', anchor: 'apiKey' },
    );
    expect(notices).toMatchObject([
      { tone: 'warning', position: 'bottom' },
      { id: 'n1', tone: 'info', position: 'top', anchor: 'apiKey' },
    ]);
  });
});

const option = (value: number) => ({ label: `Option ${value}`, value });
const many = <Part>(count: number, part: (index: number) => Part) =>
  Array.from({ length: count }, (_, i) => part(i));
const notice = (index: number) => ({ key: `n${index}`, type: 'info', description: 'Good to know.' });

describe('a configuration that no product has', () => {
  it.each([
    ['fields', { configFields: many(201, (index) => field({ key: `f${index}` })) }],
    ['notices', { configNotices: many(201, notice) }],
    [
      'options',
      { configFields: [field({ options: many(10_001, option) }), field({ options: many(10_000, option) })] },
    ],
    ['check boxes', { configFields: [field({ type: 'multi-select', options: many(2_001, option) })] }],
  ])('is not drawn where it has too many %s', (_, parts) => {
    expect(() => configOf(current(parts))).toThrow(expect.objectContaining({ code: 'unsupported_field' }));
  });

  it('is drawn where it has many', () => {
    const configFields = many(200, (index) => field({ key: `f${index}`, options: many(25, option) }));
    configFields[0] = field({ type: 'multi-select', options: many(2_000, option) });
    const config = configOf(current({ configFields, configNotices: many(200, notice) }));
    expect(config.fields).toHaveLength(200);
    expect(config.notices).toHaveLength(200);
  });

  it('says no more of anything than a line has room for', () => {
    const endless = 'endless '.repeat(10_000);
    const { fields } = configOf(
      current({
        configFields: [
          field({
            label: endless,
            placeholder: endless,
            options: [{ label: endless, value: 'a', description: endless }],
            validation: { type: 'html-pattern', pattern: 'a', error: endless },
          }),
        ],
      }),
    );
    const [{ label, placeholder, options, validation } = {}] = fields as readonly Partial<Field>[];
    const words = [label, placeholder, options?.[0]?.label, options?.[0]?.description, validation?.error];
    for (const one of words) expect(one?.endsWith('…')).toBe(true);
    for (const one of words) expect(one?.length).toBeLessThanOrEqual(300);
  });
});
