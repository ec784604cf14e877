import type { CatalogEntry } from '../../src/sandbox.js';
import type { WireField } from '../../src/sandbox/catalog/types.js';

/** What both hubs can show: every kind of field that the published one knows. */

const plain = (key: string, label: string, more: Partial<WireField> = {}): WireField => ({
  key,
  label,
  type: 'text',
  required: false,
  secret: false,
  ...more,
});

const secret = (key: string, label: string, more: Partial<WireField> = {}): WireField =>
  plain(key, label, { type: 'password', secret: true, ...more });

const entry = (
  number: number,
  name: string,
  config: Omit<Extract<CatalogEntry['config'], { readonly type: string }>, 'key' | 'name'>,
): CatalogEntry => ({
  integrationId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  active: true,
  name,
  provider: name.toLowerCase().replaceAll(' ', ''),
  category: 'hris',
  version: '1',
  configKey: 'key',
  environment: 'production',
  config: { key: name, name, ...config },
});

export const COMPANY = plain('company', 'Company', { required: true });
export const RETRIES = plain('retries', 'Retries', { type: 'number' });
export const REGION = plain('region', 'Region', {
  type: 'select',
  required: true,
  options: [
    { label: 'Europe', value: 'eu' },
    { label: 'United States', value: 'us' },
  ],
});
export const NOTE = plain('note', 'Note', { type: 'text_area' });
export const TIER = plain('tier', 'Tier', { value: 'standard' });
export const API_KEY = secret('api_key', 'API key', { required: true });

export const everyKind = entry(1, 'Every Kind', {
  type: 'custom',
  configFields: [
    COMPANY,
    plain('port', 'Port', { type: 'number', value: 8443 }),
    RETRIES,
    REGION,
    NOTE,
    API_KEY,
    secret('private_key', 'Private key', { type: 'text_area' }),
    plain('callback_url', 'Callback URL', { readOnly: true, value: 'https://api.example.com/callback' }),
    plain('external-trigger-token', 'Trigger token', { readOnly: true }),
    plain('client_version', 'Client version', { display: false, value: '2024-06' }),
    plain('untouched', 'Untouched'),
    TIER,
  ],
});

export const older: CatalogEntry = {
  ...everyKind,
  integrationId: everyKind.integrationId.replace(/1$/, '2'),
  name: 'Older Shape',
  config: {
    key: 'older',
    name: 'Older Shape',
    authentication: {
      key: {
        production: {
          type: 'custom',
          fields: [COMPANY, API_KEY],
          guide: { description: 'Make a key first.' },
        },
      },
    },
  },
};

export const signIn = entry(3, 'Sign In', {
  type: 'oauth2',
  grantType: 'authorization_code',
  configFields: [COMPANY, plain('scopes', 'Scopes', { value: 'read write' })],
});

export const odd = entry(4, 'Odd Fields', {
  type: 'custom',
  configFields: [
    plain('a.b', 'Dotted'),
    plain('list[0]', 'Bracketed'),
    plain('never', 'Never', { value: 'never', condition: 'false' }),
  ],
});
