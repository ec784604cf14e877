/** Answers of the API as a server sends them, whole and valid: tests say what differs. */

export const session = (parts: object = {}): Record<string, unknown> => ({
  id: 7,
  organization_id: 42,
  project_id: 'prod-4711',
  categories: ['hris', 'ats'],
  provider: 'bamboohr',
  origin_owner_id: 'owner-1',
  origin_owner_name: 'Umbrella Bakery',
  origin_username: 'ada',
  account_id: 'account-1',
  label: 'Head office',
  created_at: '2026-03-01T09:30:00.000+02:00',
  metadata: { plan: 'gold' },
  external_trigger_token: 'trigger-1',
  type: 'production',
  integration_id: 'integration-1',
  expires_at: '2026-03-01T10:00:00.000Z',
  ...parts,
});

export const integration = (parts: object = {}): Record<string, unknown> => ({
  active: true,
  name: 'BambooHR',
  provider: 'bamboohr',
  type: 'hris',
  version: '1.2.0',
  authentication_config_key: 'api_key',
  environment: 'production',
  integration_id: 'integration-1',
  logo_url: 'https://logos.example/bamboohr.svg',
  connected: [{ account_id: 'account-1' }],
  ...parts,
});

export const field = (parts: object = {}): Record<string, unknown> => ({
  key: 'apiKey',
  label: 'API key',
  type: 'password',
  required: true,
  readOnly: false,
  secret: true,
  placeholder: 'abc123',
  ...parts,
});

/** A configuration of the current shape. */
export const current = (parts: object = {}): Record<string, unknown> => ({
  key: 'bamboohr',
  name: 'BambooHR',
  type: 'custom',
  configFields: [field()],
  configNotices: [],
  assets: { icon: 'https://logos.example/bamboohr.svg' },
  support: { link: 'https://help.example/bamboohr', description: 'Where to find the key.' },
  ...parts,
});

/** A configuration of the legacy shape with one entry, `api_key` in `production`. */
export const legacy = (entry: object = {}): Record<string, unknown> => ({
  key: 'bamboohr',
  name: 'BambooHR',
  assets: { icon: 'https://logos.example/bamboohr.svg' },
  authentication: {
    api_key: {
      production: {
        type: 'custom',
        fields: [field()],
        guide: { supportLink: 'https://help.example/bamboohr', description: 'Where to find the key.' },
        ...entry,
      },
    },
  },
});

/** What `GET /hub/connectors/{id}` answers around a configuration. */
export const details = (config: object): Record<string, unknown> => ({
  config,
  hub_settings: { configured_webhook_events: {}, project_settings: {} },
});

export const account = (parts: object = {}): Record<string, unknown> => ({
  secureId: 'account-1',
  provider: 'bamboohr',
  setupInformation: { subdomain: 'umbrella' },
  secrets: { apiKey: '__secretvalue:**redacted**c123' },
  version: '1.2.0',
  authConfigKey: 'api_key',
  environment: 'production',
  integrationId: 'integration-1',
  ...parts,
});

export const without = (source: Record<string, unknown>, key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(source).filter(([name]) => name !== key));

/** Values of every kind that JSON has, for where they do not belong. */
export const STRANGERS: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  'text',
  '',
  [],
  [[]],
  ['text', null],
  {},
  { length: 1 },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
];

/** JSON text nested this deep: fine to parse, too deep to walk. */
export const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
