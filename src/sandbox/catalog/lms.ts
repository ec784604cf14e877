/** Systems people learn in, and what each of their APIs asks for. */
import { cornerstone } from './ats.js';
import { clientCredentials, custom, info, warning, type Listing } from './entries.js';
import { hostUnder, number, option, password, select, steps, subdomain, text, url } from './fields.js';
import type { GenericRow } from './generic.js';
import { bambooHr } from './hris.js';
import { talentLms } from './iam.js';

// Source: 360Learning, "Obtain API v2 credentials" (360learning.readme.io): client credentials, hosts by region.
const learning360 = custom(
  'client_credentials',
  [
    select('environment_360', 'Platform', [option('app', 'Europe'), option('us', 'United States')], {
      value: 'app',
    }),
    text('client_id_360', '360Learning client ID', {
      description: 'Find it under Settings > API v2 > Add API Credentials.',
    }),
    password('client_secret_360', '360Learning client secret'),
  ],
  { link: 'https://360learning.readme.io/docs/step-1-get-your-api-credentials' },
);

// Source: Docebo help centre, "Managing the API and SSO app" (help.docebo.com): the password grant of an OAuth2 app.
const docebo = custom(
  'oauth2_password',
  [
    url('docebo_url', 'Docebo platform URL', { placeholder: 'https://acme.docebosaas.com' }),
    text('docebo_client_id', 'Client ID', {
      description: 'Find it under Admin menu > API and SSO > API credentials.',
    }),
    password('docebo_client_secret', 'Client secret'),
    text('docebo_username', 'Superadmin user name'),
    password('docebo_password', 'Superadmin password'),
  ],
  {
    link: 'https://help.docebo.com/',
    guide: steps(
      'Open **API and SSO** > **Manage** > **API credentials** and choose **Add OAuth2 app**.',
      'Under **Show advanced settings**, tick **Resource owner password credentials**.',
      'Save, then copy the client ID and the client secret.',
    ),
    notices: [
      warning('no-sso-user', 'The superadmin must sign in with a password, not with single sign-on.', {
        anchor: 'docebo_username',
      }),
    ],
  },
);

// Source: Go1 developers, "Authentication" (go1.com/developers): an API client of the portal.
const go1 = clientCredentials(
  [
    text('go1_client_id', 'Go1 client ID', { description: 'Of an API client of your Go1 portal.' }),
    password('go1_client_secret', 'Go1 client secret'),
  ],
  { link: 'https://www.go1.com/developers' },
);

// Source: LinkedIn Learning, "Request access" (learn.microsoft.com/en-us/linkedin/learning): an API application.
const linkedInLearning = clientCredentials(
  [
    text('linkedin_client_id', 'Client ID', {
      description: 'Find it in LinkedIn Learning under Admin > Integrate > API.',
    }),
    password('linkedin_client_secret', 'Client secret'),
  ],
  {
    link: 'https://learn.microsoft.com/en-us/linkedin/learning/getting-started/request-access',
    notices: [info('content-reports', 'When you generate the keys, choose both **Content** and **Report**.')],
  },
);

// Source: SAP Help, "SAP SuccessFactors Learning web services": a client of the Learning Administration.
const successFactorsLearning = custom(
  'learning_client',
  [
    hostUnder('learning_url', 'Learning address', 'successfactors', {
      placeholder: 'https://acme.scdemo.successfactors.com',
    }),
    text('learning_tenant_id', 'Company ID (tenant)'),
    text('learning_client_id', 'Learning client ID'),
    password('learning_client_secret', 'Learning client secret', {
      description: 'Find it under System Administration > Configuration > OAuth Token Server.',
    }),
    text('learning_user_id', 'Administrator user ID'),
    select('learning_user_type', 'User type', [option('admin', 'Administrator'), option('user', 'Learner')], {
      value: 'admin',
    }),
  ],
  { link: 'https://help.sap.com/docs/SAP_SUCCESSFACTORS_LEARNING' },
);

// Source: Udemy Business API documentation: the account's subdomain and number beside an API client.
const udemy = custom(
  'api_client',
  [
    subdomain('udemy_account_name', 'Account name', '.udemy.com'),
    number('udemy_account_id', 'Account ID', { placeholder: '12345' }),
    text('udemy_client_id', 'Udemy client ID', { description: 'Find it under Manage > Settings > API.' }),
    password('udemy_client_secret', 'Udemy client secret'),
  ],
  { link: 'https://business-support.udemy.com/hc/en-us' },
);

// Source: Workday, "Register API Client for Integrations": a refresh token of an integration system user.
const workdayLearning = custom(
  'refresh_token',
  [
    text('token_domain', 'Token domain', {
      placeholder: 'wd2-impl-services1.workday.com',
      description: 'Find it in View API Clients, in the token endpoint, between https:// and /ccx.',
    }),
    text('learning_tenant', 'Tenant'),
    text('learning_api_client_id', 'Client ID'),
    password('learning_api_client_secret', 'Client secret'),
    password('learning_refresh_token', 'Refresh token', {
      tooltip: 'Tick Non-Expiring Refresh Tokens when you register the client.',
    }),
  ],
  { link: 'https://doc.workday.com/' },
);

export const lmsListings: readonly Listing[] = [
  { name: '360Learning', provider: '360learning', form: learning360 },
  { name: 'BambooHR', provider: 'bamboohr', form: bambooHr },
  { name: 'Cornerstone', provider: 'cornerstone', form: cornerstone },
  { name: 'Docebo', provider: 'docebo', form: docebo },
  { name: 'Go1', provider: 'go1', form: go1 },
  { name: 'LinkedIn Learning', provider: 'linkedinlearning', form: linkedInLearning },
  { name: 'SAP SuccessFactors', provider: 'sapsuccessfactors', form: successFactorsLearning },
  { name: 'TalentLMS', provider: 'talentlms', form: talentLms },
  { name: 'Udemy', provider: 'udemy', form: udemy },
  { name: 'Workday Learning', provider: 'workdaylearning', form: workdayLearning },
];

export const lmsGeneric: readonly GenericRow[] = [
  ['Brainier', 'brainier', 'api key'],
  ['Coursera', 'coursera', 'client id + secret'],
  ['Cornerstone Library', 'cornerstone-library', 'client id + secret'],
  ['Cornerstone Library (Single Tenant)', 'cornerstone-library-single-tenant', 'client id + secret'],
  ['Go1 Library', 'go1-library', 'client id + secret'],
  ['Infosec IQ', 'infosec', 'api key'],
  ['Oracle', 'oracle', 'user name + password'],
  ['PeopleFluent', 'peoplefluent', 'user name + password'],
  ['Workday Learning (OAuth)', 'workdaylearning-oauth', 'oauth2'],
  ['Xyleme', 'xyleme', 'user name + password'],
];
