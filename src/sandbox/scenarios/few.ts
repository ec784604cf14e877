import type { CatalogEntry, CurrentWireConfig, LegacyWireConfig, WireField } from '../catalog/types.js';

/**
 * The handful of connectors that the ready-made sessions offer. They are not the catalogue's on purpose: a
 * scenario shows the same tomorrow, whatever the catalogue has learned since.
 */

/** A UUID of the scenarios' own, the same on every run. */
export const fixedId = (number: number): string =>
  `5a4db0c5-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

const subdomain = (provider: string, host: string): WireField => ({
  key: 'subdomain',
  label: 'Subdomain',
  type: 'text',
  required: true,
  secret: false,
  placeholder: 'acme',
  description: `The first part of the address at which you use ${provider}: acme in https://acme.${host}.`,
  validation: {
    type: 'html-pattern',
    pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$',
    error: `Only the first part of the address, without .${host}.`,
  },
});

const apiKey = (provider: string): WireField => ({
  key: 'api_key',
  label: 'API key',
  type: 'password',
  required: true,
  secret: true,
  placeholder: 'Paste the key here',
  description: `Made in the settings of ${provider}; it is shown there only once.`,
});

interface Few {
  readonly number: number;
  readonly name: string;
  readonly provider: string;
  readonly category: string;
  readonly config: CurrentWireConfig | LegacyWireConfig;
}

const entry = ({ number, ...rest }: Few): CatalogEntry => ({
  integrationId: fixedId(number),
  active: true,
  version: '1',
  configKey: `${rest.provider}_v1`,
  environment: 'production',
  ...rest,
});

const withFields = (
  number: number,
  name: string,
  provider: string,
  category: string,
  ...configFields: readonly WireField[]
): CatalogEntry =>
  entry({ number, name, provider, category, config: { key: provider, name, type: 'custom', configFields } });

export const bambooHr = entry({
  number: 1,
  name: 'BambooHR',
  provider: 'bamboohr',
  category: 'hris',
  config: {
    key: 'bamboohr',
    name: 'BambooHR',
    type: 'custom',
    configFields: [subdomain('BambooHR', 'bamboohr.com'), apiKey('BambooHR')],
    configNotices: [
      {
        key: 'permissions',
        type: 'info',
        description: 'The key sees what its owner sees. Make it as an administrator.',
        position: 'top',
      },
    ],
    support: {
      link: 'https://documentation.bamboohr.com/docs/getting-started',
      description: 'Choose **API Keys** in the menu under your name, then **Add New Key**.',
    },
  },
});

const personio = withFields(
  2,
  'Personio',
  'personio',
  'hris',
  {
    key: 'client_id',
    label: 'Client ID',
    required: true,
    secret: false,
  },
  {
    key: 'client_secret',
    label: 'Client secret',
    type: 'password',
    required: true,
  },
);

const hiBob = withFields(
  3,
  'HiBob',
  'hibob',
  'hris',
  {
    key: 'service_user_id',
    label: 'Service user ID',
    required: true,
    secret: false,
  },
  {
    key: 'service_user_token',
    label: 'Service user token',
    type: 'password',
    required: true,
  },
);

export const greenhouse = withFields(4, 'Greenhouse', 'greenhouse', 'ats', apiKey('Greenhouse'), {
  key: 'on_behalf_of',
  label: 'User ID',
  type: 'number',
  required: false,
  secret: false,
  description: 'Changes are made in the name of this user.',
});

export const lever = withFields(5, 'Lever', 'lever', 'ats', apiKey('Lever'), {
  key: 'environment',
  label: 'Environment',
  type: 'select',
  required: true,
  secret: false,
  value: 'production',
  options: [
    { label: 'Production', value: 'production' },
    { label: 'Sandbox', value: 'sandbox', description: 'hire.sandbox.lever.co' },
  ],
});

const ashby = withFields(6, 'Ashby', 'ashby', 'ats', apiKey('Ashby'));

export const pipedrive = withFields(
  7,
  'Pipedrive',
  'pipedrive',
  'crm',
  subdomain('Pipedrive', 'pipedrive.com'),
  apiKey('Pipedrive'),
);

const attio = withFields(8, 'Attio', 'attio', 'crm', apiKey('Attio'));

export const hubSpot = entry({
  number: 9,
  name: 'HubSpot',
  provider: 'hubspot',
  category: 'crm',
  config: { key: 'hubspot', name: 'HubSpot', type: 'oauth2', grantType: 'authorization_code' },
});

/** Three categories of three. */
export const few: readonly CatalogEntry[] = [
  bambooHr,
  personio,
  hiBob,
  greenhouse,
  lever,
  ashby,
  pipedrive,
  attio,
  hubSpot,
];

/** A sign-in in a window that needs to know first at which address. */
export const zendesk = entry({
  number: 10,
  name: 'Zendesk',
  provider: 'zendesk',
  category: 'ticketing',
  config: {
    key: 'zendesk',
    name: 'Zendesk',
    type: 'oauth2',
    configFields: [subdomain('Zendesk', 'zendesk.com')],
  },
});

/** The configuration shape of old: kinds of sign-in, and environments under them. */
export const workday = entry({
  number: 11,
  name: 'Workday',
  provider: 'workday',
  category: 'hris-legacy',
  config: {
    key: 'workday',
    name: 'Workday',
    authentication: {
      workday_v1: {
        production: {
          type: 'custom',
          fields: [
            {
              key: 'domain',
              label: 'Domain',
              required: true,
              secret: false,
              placeholder: 'https://wd2-impl-services1.workday.com',
              validation: { type: 'domain', pattern: 'workday' },
            },
            { key: 'tenant', label: 'Tenant', required: true, secret: false },
            { key: 'username', label: 'User name', required: true, secret: false },
            { key: 'password', label: 'Password', type: 'password', required: true },
          ],
          guide: {
            supportLink: 'https://doc.workday.com',
            description: 'Use an **Integration System User**, never a person.',
          },
        },
      },
    },
  },
});
