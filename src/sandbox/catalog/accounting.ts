/** Where the books are kept, and what each of the APIs asks for. */
import { clientCredentials, custom, info, signIn, warning, type Form, type Listing } from './entries.js';
import { option, optional, password, select, steps, text, toCopy, REDIRECT_URI } from './fields.js';
import type { GenericRow } from './generic.js';

// Source: FreshBooks, "Authentication" (freshbooks.com/api/authentication): FreshBooks' own consent page.
const freshBooks = signIn([], { link: 'https://www.freshbooks.com/api/authentication' });

// Source: Oracle NetSuite help, "Token-based Authentication (TBA)": account ID, consumer and token pairs.
const netSuite = custom(
  'token_based',
  [
    text('netsuite_account_id', 'Account ID', {
      placeholder: '1234567 or 1234567_SB1',
      description: 'Find it under Setup > Company > Company Information.',
      validation: {
        type: 'html-pattern',
        pattern: '^[A-Za-z0-9]+(_(SB|RP)[0-9]+)?$',
        error: 'Enter the account ID, with _SB1 at the end for a sandbox.',
      },
    }),
    text('consumer_key', 'Consumer key'),
    password('consumer_secret', 'Consumer secret', {
      description: 'Both are shown once, with the integration record.',
    }),
    text('token_id', 'Token ID'),
    password('token_secret', 'Token secret', { description: 'Both are shown once, with the access token.' }),
  ],
  {
    link: 'https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_4247337262.html',
    guide: steps(
      'Under **Setup** > **Company** > **Enable Features** > **SuiteCloud**, tick **Token-Based Authentication**.',
      'Make an integration under **Setup** > **Integration** > **Manage Integrations**.',
      'Make a token under **Setup** > **Users/Roles** > **Access Tokens** for a role with `REST Web Services`.',
    ),
    notices: [
      warning(
        'role',
        'The role **Administrator** cannot have tokens in some accounts. Use a role of its own.',
        {
          position: 'bottom',
        },
      ),
    ],
  },
);

// Source: Intuit, "Set up OAuth 2.0" (developer.intuit.com): Intuit's own consent page, for companies and sandboxes.
const quickBooks = signIn(
  [
    select(
      'qbo_environment',
      'Company',
      [
        option('production', 'My company'),
        option('sandbox', 'A sandbox company', 'From the Intuit developer site'),
      ],
      { value: 'production' },
    ),
  ],
  {
    link: 'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/oauth-2.0',
  },
);

// Source: Sage Intacct developer portal, "Web Services": the sender's and the user's credentials, and the company.
const sageIntacct = custom(
  'web_services',
  [
    text('intacct_company_id', 'Company ID', { description: 'Find it under Company > Setup > Company.' }),
    text('intacct_user_id', 'Web services user ID', {
      description: 'Find it under Company > Admin > Web Services users.',
    }),
    password('intacct_user_password', 'Web services user password'),
    text('sender_id', 'Sender ID', { description: 'It comes with the Web Services developer license.' }),
    password('sender_password', 'Sender password'),
    optional(
      text('location_id', 'Entity ID', {
        tooltip: 'Leave it empty to connect the top level, with every entity.',
      }),
    ),
  ],
  {
    link: 'https://developer.intacct.com/web-services/',
    notices: [
      info(
        'authorize-sender',
        'Add the sender ID under Company > Setup > Security > **Web Services authorizations**.',
        {
          anchor: 'sender_id',
        },
      ),
    ],
  },
);

// Source: Xero, "Custom connections" (developer.xero.com): an app for one organisation, without consent page.
const xero = clientCredentials(
  [
    text('xero_client_id', 'Xero client ID', {
      description: 'Of a custom connection at developer.xero.com/app/manage.',
    }),
    password('xero_client_secret', 'Xero client secret'),
  ],
  {
    link: 'https://developer.xero.com/documentation/guides/oauth2/custom-connections/',
    notices: [info('one-organisation', 'A custom connection reaches **one** Xero organisation.')],
  },
);

// Source: Zoho Books API, "OAuth" (zoho.com/books/api/v3): data centres with hosts of their own. Legacy shape.
const zohoBooks: Form = {
  configKey: 'oauth2',
  type: 'oauth2',
  fields: [
    select(
      'zoho_data_center',
      'Data center',
      [
        option('com', 'United States'),
        option('eu', 'Europe'),
        option('in', 'India'),
        option('com.au', 'Australia'),
      ],
      { value: 'com', description: 'The end of the address you sign in at.' },
    ),
    toCopy('zoho_redirect', 'Authorized redirect URI', REDIRECT_URI),
  ],
  link: 'https://www.zoho.com/books/api/v3/oauth/',
  guide: 'Sign in as a user of the organization whose books are read.',
};

// Source: Xero, "OAuth 1.0a to OAuth 2.0 migration": private apps ended with OAuth 1.0a, so it is switched off.
const xeroPrivate = custom(
  'oauth1',
  [text('xero_consumer_key', 'Consumer key'), password('xero_consumer_secret', 'Consumer secret')],
  { link: 'https://developer.xero.com/documentation/guides/oauth2/overview/' },
);

export const accountingListings: readonly Listing[] = [
  { name: 'FreshBooks', provider: 'freshbooks', form: freshBooks },
  { name: 'NetSuite', provider: 'netsuite', form: netSuite },
  { name: 'QuickBooks Online', provider: 'quickbooksonline', form: quickBooks },
  { name: 'Sage Intacct', provider: 'sageintacct', form: sageIntacct },
  { name: 'Xero', provider: 'xero', form: xero },
  { name: 'Xero (Private App)', provider: 'xero', form: xeroPrivate, version: '1.0.0', active: false },
  { name: 'Zoho Books', provider: 'zohobooks', legacy: { production: zohoBooks } },
];

export const accountingGeneric: readonly GenericRow[] = [
  ['Exact Online', 'exactonline', 'oauth2'],
  ['Xero (OAuth)', 'xero-oauth', 'oauth2'],
];
