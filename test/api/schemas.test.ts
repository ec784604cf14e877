import { describe, expect, it } from 'vitest';
import {
  AccountCreated,
  AccountData,
  Attempt,
  AttemptCreated,
  ConnectorDetails,
  ConnectorList,
  Integration,
  Settings,
} from '../../src/api/schemas.js';
import { own } from '../../src/api/shapes.js';
import { account, current, details, field, integration, legacy, without } from './wire.js';

describe('settings', () => {
  it.each([
    ['nothing', {}],
    ['null for both', { enabled_features: null, existing_account_id: null }],
    ['the wrong kinds', { enabled_features: 'idempotency', existing_account_id: 5 }],
  ])('with %s announce nothing', (_, answer) => {
    expect(Settings.parse(answer).enabled_features).toEqual([]);
    expect(Settings.parse(answer).existing_account_id ?? undefined).toBeUndefined();
  });

  it('keep the features that they announce, known or not', () => {
    const parsed = Settings.parse({
      enabled_features: ['idempotency', 1, 'teleport'],
      existing_account_id: 'a',
    });
    expect(parsed).toEqual({ enabled_features: ['idempotency', 'teleport'], existing_account_id: 'a' });
  });
});

describe('settings of a server with sign-in pages of its own', () => {
  it('name them, or have none where that is no text', () => {
    const pages = { sign_in_origin: 'https://sign-in.example', opening_url: 'https://sign-in.example/open' };
    expect(Settings.parse(pages)).toEqual({ enabled_features: [], ...pages });
    expect(Settings.parse({ sign_in_origin: 1, opening_url: {} })).toEqual({ enabled_features: [] });
  });
});

describe('the list of connectors', () => {
  it('loses an integration that does not parse, and no other', () => {
    const { integrations } = ConnectorList.parse({
      integrations: [
        integration({ integration_id: 'first' }),
        integration({ integration_id: null }),
        integration({ provider: 7 }),
        null,
        'bamboohr',
        [],
        integration({ integration_id: 'last' }),
      ],
    });
    expect(integrations.map(({ integration_id }) => integration_id)).toEqual(['first', 'last']);
  });

  it.each([[undefined], [null], [{}], ['many']])('is none when its integrations are %j', (integrations) => {
    expect(ConnectorList.safeParse({ integrations }).success).toBe(false);
  });

  it('brings along what conditions and the trigger field need', () => {
    const context = {
      external_trigger_token: 't',
      webhooks_url: 'https://w.example',
      events_encoded_context: 'e',
    };
    expect(ConnectorList.parse({ integrations: [], ...context })).toEqual({ integrations: [], ...context });
    expect(ConnectorList.parse({ integrations: [], webhooks_url: 1 }).webhooks_url).toBeUndefined();
  });
});

describe('an integration', () => {
  it('comes out as it went in', () => {
    expect(Integration.parse(integration())).toEqual(integration());
  });

  it.each(['name', 'version', 'authentication_config_key', 'environment', 'logo_url', 'connected'] as const)(
    'may do without %s, and loses it alone where it is of the wrong kind',
    (key) => {
      const lacking = { ...integration(), [key]: undefined };
      expect(Integration.parse(without(integration(), key))).toEqual(lacking);
      expect(Integration.parse(integration({ [key]: { not: 'expected' } }))).toEqual(lacking);
    },
  );

  it('has a version in words where the server has a number', () => {
    expect(Integration.parse(integration({ version: 2 })).version).toBe('2');
  });

  it.each([
    [true, true],
    [false, false],
    [undefined, true],
    ['no', true],
  ])('whose active is %j is offered: %j', (active, offered) => {
    expect(Integration.parse(integration({ active })).active).toBe(offered);
  });

  it('loses a connected account without an id, and no other', () => {
    const connected = [{ account_id: 'a' }, {}, null, { account_id: 5 }, { account_id: 'b', extra: 1 }];
    expect(Integration.parse(integration({ connected })).connected).toEqual([
      { account_id: 'a' },
      { account_id: 'b' },
    ]);
  });
});

const parsedConfig = (config: object) => ConnectorDetails.parse(details(config)).config;

describe('the details of a connector', () => {
  it('are told apart by their shape', () => {
    expect(parsedConfig(current())).toHaveProperty('configFields');
    expect(parsedConfig(legacy())).toHaveProperty('authentication');
  });

  it('lose the fields and notices that do not parse, and no other', () => {
    const config = parsedConfig(
      current({
        configFields: [field({ key: 'a' }), {}, field({ key: 5 }), null, [], field({ key: 'b' })],
        configNotices: [{ description: 'One' }, { description: null }, 'Two', { type: 'info' }],
      }),
    );
    expect(config).toMatchObject({
      configFields: [{ key: 'a' }, { key: 'b' }],
      configNotices: [{ description: 'One' }],
    });
  });

  it('lose the options that do not parse, and no other', () => {
    const options = [
      { label: 'One', value: 1 },
      { label: 'None' },
      null,
      'two',
      { value: 'three', label: {} },
    ];
    expect(parsedConfig(current({ configFields: [field({ options })] }))).toMatchObject({
      configFields: [{ options: [{ label: 'One', value: '1' }, { value: 'three' }] }],
    });
  });

  it.each(['configFields', 'configNotices', 'assets', 'support', 'grantType', 'key', 'name'])(
    'survive a %s of the wrong kind',
    (key) => {
      expect(ConnectorDetails.safeParse(details(current({ [key]: 5 }))).success).toBe(true);
    },
  );

  it.each([
    'label',
    'type',
    'required',
    'readOnly',
    'secret',
    'placeholder',
    'options',
    'delimiter',
    'description',
    'tooltip',
    'guide',
    'value',
    'condition',
    'display',
    'validation',
  ])('keep a field whose %s is of the wrong kind, without it', (key) => {
    expect(parsedConfig(current({ configFields: [field({ [key]: [{}] })] }))).toMatchObject({
      configFields: [{ key: 'apiKey', [key]: key === 'options' ? [] : undefined }],
    });
  });

  it('are none without a configuration', () => {
    for (const config of [undefined, null, [], 'custom', {}, { type: 5 }]) {
      expect(ConnectorDetails.safeParse({ config }).success).toBe(false);
    }
  });
});

describe('an account', () => {
  it('comes out as it went in, whatever it does not have', () => {
    expect(AccountData.parse(account())).toEqual(account());
    expect(AccountData.parse({ integrationId: 'integration-1' })).toEqual({
      provider: '',
      integrationId: 'integration-1',
    });
  });

  it('cannot be edited without its integration', () => {
    expect(AccountData.safeParse(account({ integrationId: null })).success).toBe(false);
  });

  it('has stored values in a record or not at all', () => {
    const parsed = AccountData.parse(account({ setupInformation: ['umbrella'], secrets: 'c123' }));
    expect(parsed.setupInformation).toBeUndefined();
    expect(parsed.secrets).toBeUndefined();
  });

  it('was made when it has an id', () => {
    expect(AccountCreated.parse({ id: 'account-1' })).toEqual({ id: 'account-1', provider: '' });
    expect(AccountCreated.safeParse({ provider: 'bamboohr' }).success).toBe(false);
  });
});

describe('an attempt', () => {
  it('was made when it has an id', () => {
    expect(AttemptCreated.parse({ id: 'attempt-1' })).toEqual({ id: 'attempt-1' });
    expect(AttemptCreated.safeParse({ id: 1 }).success).toBe(false);
  });

  it('may come with its start page and its time, and with neither', () => {
    const whole = { id: 'attempt-1', start_url: 'https://sign-in.example/a', expires_in: 300 };
    expect(AttemptCreated.parse(whole)).toEqual(whole);
    expect(AttemptCreated.parse({ id: 'attempt-1', start_url: 5, expires_in: '300' })).toEqual({
      id: 'attempt-1',
    });
  });

  it('may say how far it has come, and when to ask again', () => {
    const whole = { status: 'pending', phase: 'at_provider', poll_after: 5 };
    expect(Attempt.parse(whole)).toEqual(whole);
    expect(Attempt.parse({ ...whole, phase: 1, poll_after: 'soon' })).toEqual({ status: 'pending' });
    // What JSON.parse makes of 1e999 is no number of seconds.
    expect(Attempt.parse({ status: 'pending', poll_after: JSON.parse('1e999') })).toEqual({
      status: 'pending',
    });
  });

  it.each(['pending', 'authenticated', 'error', 'cancelled', 'expired', 'AUTHENTICATED', 'paused'])(
    'keeps the status %j',
    (status) => {
      expect(Attempt.parse({ status, account: null, error: null }).status).toBe(status);
    },
  );

  it('has an account only where that has an id', () => {
    expect(Attempt.parse({ status: 'authenticated', account: {} }).account).toBeUndefined();
    expect(Attempt.parse({ status: 'authenticated', account: { id: 'a' } }).account).toEqual({ id: 'a' });
  });

  it('says why it failed, as far as that is known', () => {
    const error = { code: 'access_denied', description: null };
    expect(Attempt.parse({ status: 'error', account: null, error }).error).toEqual(error);
    expect(Attempt.parse({ status: 'error', error: 'denied' }).error).toBeUndefined();
  });
});

describe('a key that the server chose', () => {
  const record = JSON.parse('{"__proto__":"mine","a":null}') as Record<string, unknown>;

  it('is read where the record has it itself', () => {
    expect(own(record, '__proto__')).toBe('mine');
    expect(own(record, 'a')).toBeNull();
  });

  it('is not found where only every object has it', () => {
    for (const key of ['constructor', 'toString', 'hasOwnProperty', 'b'])
      expect(own(record, key)).toBeUndefined();
    expect(own(undefined, 'a')).toBeUndefined();
    expect(own(null, 'a')).toBeUndefined();
  });
});
