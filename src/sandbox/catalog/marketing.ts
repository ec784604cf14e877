/** Systems that write to many people at once, and what each of their APIs asks for. */
import { clientCredentials, custom, info, type Listing } from './entries.js';
import { number, option, optional, password, select, steps, subdomain, text } from './fields.js';

// Source: Airship API reference, "Security" (docs.airship.com/api/ua): bearer tokens per project, two data centres.
const airship = custom(
  'bearer_token',
  [
    select('airship_site', 'Data centre', [option('us', 'North America'), option('eu', 'Europe')], {
      value: 'us',
    }),
    text('app_key', 'App key', { description: 'Find it under Settings > Project configuration.' }),
    password('airship_token', 'Airship token', {
      description: 'Make one under Settings > Tokens, with the role All access.',
    }),
  ],
  { link: 'https://docs.airship.com/api/ua/' },
);

// Source: Braze, "API overview" (braze.com/docs/api/basics): one REST endpoint per instance.
const braze = custom(
  'rest_api_key',
  [
    select(
      'rest_endpoint',
      'Instance',
      [
        option('https://rest.iad-01.braze.com', 'US-01', 'dashboard-01.braze.com'),
        option('https://rest.iad-02.braze.com', 'US-02', 'dashboard-02.braze.com'),
        option('https://rest.iad-03.braze.com', 'US-03', 'dashboard-03.braze.com'),
        option('https://rest.fra-01.braze.eu', 'EU-01', 'dashboard-01.braze.eu'),
        option('https://rest.fra-02.braze.eu', 'EU-02', 'dashboard-02.braze.eu'),
      ],
      { description: 'It is the one in the address of your dashboard.' },
    ),
    password('rest_api_key', 'REST API key', {
      description: 'Find it under Settings > APIs and Identifiers > API Keys.',
    }),
  ],
  {
    link: 'https://www.braze.com/docs/api/basics/',
    guide: steps(
      'Open **Settings** > **APIs and Identifiers** and choose **Create API Key**.',
      'Tick `users.export.segment`, `campaigns.list` and `templates.email.list`.',
      'Save, then copy the key.',
    ),
  },
);

// Source: MoEngage developer guide (developers.moengage.com): workspace ID and a key per API, by data centre.
const moEngage = custom(
  'api_key',
  [
    number('data_center', 'Data center number', {
      placeholder: '1',
      description: 'The number in your dashboard address: dashboard-01 is 1.',
    }),
    text('workspace_id', 'Workspace ID', { description: 'Find it under Settings > Account > APIs.' }),
    password('campaign_api_key', 'Campaign report API key'),
  ],
  { link: 'https://developers.moengage.com/' },
);

// Source: Salesforce, "Access token for server-to-server integrations" (developer.salesforce.com, Marketing Cloud).
const marketingCloud = clientCredentials(
  [
    subdomain('tenant_subdomain', 'Tenant subdomain', '.auth.marketingcloudapis.com', {
      placeholder: 'mc563885gzs27c5t9-63k636ttgm',
      description: 'The first part of the authentication base URI of your installed package.',
    }),
    text('sfmc_client_id', 'Client ID', { description: 'Find it under Setup > Apps > Installed Packages.' }),
    password('sfmc_client_secret', 'Client secret'),
    optional(
      number('account_mid', 'MID of the business unit', {
        placeholder: '510001234',
        tooltip: 'Without it, the business unit that owns the package is read.',
      }),
    ),
  ],
  {
    link: 'https://developer.salesforce.com/docs/marketing/marketing-cloud/guide/access-token-s2s.html',
    notices: [
      info(
        'component-type',
        'The package needs a component of the type **API Integration, server-to-server**.',
      ),
    ],
  },
);

export const marketingListings: readonly Listing[] = [
  { name: 'Airship', provider: 'airship', form: airship },
  { name: 'Braze', provider: 'braze', form: braze },
  { name: 'MoEngage', provider: 'moengage', form: moEngage },
  { name: 'Salesforce Marketing Cloud', provider: 'sfmc', form: marketingCloud },
];
