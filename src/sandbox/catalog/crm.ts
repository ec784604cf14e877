/** Systems that know the customers, and what each of their APIs asks for. */
import { bullhorn } from './ats.js';
import { custom, signIn, warning, type Listing } from './entries.js';
import {
  hidden,
  hostUnder,
  option,
  optional,
  password,
  REDIRECT_URI,
  select,
  steps,
  subdomain,
  text,
  toCopy,
  when,
} from './fields.js';

// Source: Attio help centre, "Generating an API key": access tokens of the workspace's developer settings.
export const attio = custom(
  'access_token',
  [
    password('attio_access_token', 'Attio access token', {
      description: 'Find it under Workspace settings > Developers > Access tokens.',
      tooltip: 'It needs read access to object configuration, records and user management.',
    }),
  ],
  { link: 'https://attio.com/help/apps/other-apps/generating-an-api-key' },
);

// Source: HubSpot, "Private apps" (developers.hubspot.com/docs/guides/apps/private-apps/overview).
export const hubSpot = custom(
  'private_app',
  [
    password('private_app_token', 'Private app access token', {
      placeholder: 'pat-na1-…',
      description: 'Find it under Settings > Integrations > Private apps, on the tab Auth.',
    }),
    optional(
      text('portal_id', 'Hub ID', {
        placeholder: '12345678',
        description: 'The number beside your account name. Only needed if you have several accounts.',
        validation: { pattern: '^[0-9]*$', errorMessage: 'A Hub ID is a number.' },
      }),
    ),
  ],
  {
    link: 'https://developers.hubspot.com/docs/guides/apps/private-apps/overview',
    guide: steps(
      'Open **Settings** > **Integrations** > **Private apps** as a super admin.',
      'Choose **Create a private app** and add the scopes `crm.objects.contacts.read` and `tickets`.',
      'Create it, open **Auth** and copy the access token.',
    ),
  },
);

// Source: HubSpot, "API key sunset": account-wide keys ended on 30 November 2022, so this one is switched off.
const hubSpotKey = custom('api_key', [password('hapikey', 'HubSpot API key')], {
  link: 'https://developers.hubspot.com/changelog',
  notices: [warning('hapikey-ended', 'HubSpot ended API keys. Connect with a private app.')],
});

// Source: Pipedrive, "How to find the API token" (pipedrive.readme.io/docs/how-to-find-the-api-token).
export const pipedrive = custom(
  'api_token',
  [
    subdomain('company_domain', 'Company domain', '.pipedrive.com'),
    password('pipedrive_api_token', 'Personal API token', {
      description: 'Find it under your profile > Personal preferences > API.',
    }),
  ],
  { link: 'https://pipedrive.readme.io/docs/how-to-find-the-api-token' },
);

// Source: Pipedrive, "OAuth authorization" (pipedrive.readme.io): Pipedrive's own consent page.
export const pipedriveSignIn = signIn([], {
  link: 'https://pipedrive.readme.io/docs/marketplace-oauth-authorization',
});

// Source: Salesforce, "Configure a Connected App for the OAuth 2.0 Client Credentials Flow" and
// "Reset Your Security Token" (help.salesforce.com).
const salesforce = custom(
  'connected_app',
  [
    hostUnder('my_domain', 'My Domain address', 'salesforce', {
      placeholder: 'https://acme.my.salesforce.com',
      description: 'Find it under Setup > My Domain.',
    }),
    select(
      'flow',
      'OAuth flow',
      [
        option('client_credentials', 'Client credentials', 'The app acts as one integration user'),
        option('password', 'User name and password', 'Older organizations only'),
      ],
      { value: 'client_credentials' },
    ),
    text('consumer_key', 'Consumer key', {
      description: 'Of the connected app: App Manager > View > Manage.',
    }),
    password('consumer_secret', 'Consumer secret'),
    when("{{flow == 'password'}}", text('salesforce_username', 'User name')),
    when("{{flow == 'password'}}", password('salesforce_password', 'Password')),
    when(
      "{{flow == 'password'}}",
      optional(
        password('security_token', 'Security token', {
          tooltip: 'Salesforce sends it by email. Not needed where our addresses are trusted.',
        }),
      ),
    ),
    toCopy('salesforce_callback_url', 'Callback URL', REDIRECT_URI, {
      description: 'The connected app must have one, and this will do.',
    }),
    hidden('salesforce_api_version', 'API version', '62.0'),
  ],
  {
    link: 'https://help.salesforce.com/s/articleView?id=sf.connected_app_client_credentials_setup.htm',
    notices: [
      warning(
        'password-flow',
        'New organizations block this flow. Switch to **Client credentials** if you can.',
        {
          anchor: 'salesforce_username',
        },
      ),
    ],
  },
);

export const crmListings: readonly Listing[] = [
  { name: 'Attio', provider: 'attio', form: attio },
  { name: 'Bullhorn', provider: 'bullhorn', form: bullhorn },
  { name: 'HubSpot', provider: 'hubspot', form: hubSpot },
  { name: 'HubSpot (API key)', provider: 'hubspot', form: hubSpotKey, version: '1.0.0', active: false },
  { name: 'Pipedrive', provider: 'pipedrive', form: pipedrive },
  { name: 'Pipedrive (OAuth)', provider: 'pipedrive-oauth', form: pipedriveSignIn },
  { name: 'Salesforce', provider: 'salesforce', form: salesforce },
];
