/** Systems that bring people in, and what each of their APIs asks for. */
import { clientCredentials, custom, info, signIn, warning, type Form, type Listing } from './entries.js';
import {
  email,
  hidden,
  number,
  option,
  optional,
  password,
  select,
  steps,
  subdomain,
  text,
  triggerToken,
  when,
} from './fields.js';
import type { GenericRow } from './generic.js';
import { oracleHcm, successFactors, workday, workdaySignIn } from './hris.js';

// Source: Ashby API, "Authentication" (developers.ashbyhq.com/reference/authentication): basic, key as user name.
export const ashby = custom(
  'api_key',
  [
    password('ashby_api_key', 'Ashby API key', {
      description: 'Find it under Admin > Integrations > API keys.',
      tooltip: 'It needs read access to Candidates, Jobs, Interviews and Organization.',
    }),
    triggerToken('Webhook secret token', 'Enter it as the secret token of the webhook you add in Ashby.'),
  ],
  { link: 'https://developers.ashbyhq.com/reference/authentication' },
);

// Source: Breezy HR API (developer.breezy.hr): an access token for a user's email address and password.
const breezy = custom(
  'basic',
  [
    email('breezy_email', 'Email address you sign in with'),
    password('breezy_password', 'Breezy HR password'),
  ],
  {
    link: 'https://developer.breezy.hr/',
    notices: [
      warning(
        'single-sign-on',
        'A user who signs in with single sign-on has no password here. Use another.',
        {
          position: 'top',
        },
      ),
    ],
  },
);

// Source: Bullhorn, "Getting Started with REST" (bullhorn.github.io/Getting-Started-with-REST).
export const bullhorn = custom(
  'api_user',
  [
    text('api_username', 'API username', { placeholder: 'acme.api' }),
    password('api_password', 'API password'),
    text('client_id', 'OAuth client ID', {
      description: 'From the email in which Bullhorn gave you API access.',
    }),
    password('client_secret', 'OAuth client secret'),
  ],
  {
    link: 'https://bullhorn.github.io/Getting-Started-with-REST',
    guide: 'Ask Bullhorn support for **REST API access**: they send the username and the client ID.',
  },
);

// Source: Salesforce, "OAuth Authorization Flows": production and sandboxes sign in at different hosts.
const bullhornSalesforce = signIn(
  [
    select(
      'login_host',
      'Where you sign in',
      [
        option('login.salesforce.com', 'Production'),
        option('test.salesforce.com', 'Sandbox', 'Addresses with .sandbox. in them'),
      ],
      { value: 'login.salesforce.com' },
    ),
  ],
  { link: 'https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_flows.htm' },
);

// Source: Cornerstone, "Authentication" (csod.dev/guides/getting-started/authentication.html).
export const cornerstone = custom(
  'client_credentials',
  [
    subdomain('corp_name', 'Cornerstone portal name', '.csod.com'),
    text('client_id', 'Client ID', {
      description: 'Find it under Admin > Tools > Edge > API Management.',
    }),
    password('client_secret', 'Client secret'),
  ],
  { link: 'https://csod.dev/guides/getting-started/authentication.html' },
);

// Source: Greenhouse, "Harvest API: Authentication" (developers.greenhouse.io/harvest.html).
export const greenhouse = custom(
  'api_key',
  [
    password('harvest_api_key', 'Harvest API key', {
      description: 'Find it under Configure > Dev Center > API Credential Management.',
    }),
    optional(
      number('on_behalf_of', 'User ID for changes', {
        placeholder: '158104',
        description: 'Greenhouse records changes under this user. Leave it empty to read only.',
        validation: { pattern: '^[0-9]+$', errorMessage: 'A user ID is a whole number.' },
      }),
    ),
    triggerToken('Webhook secret key', 'Enter it as the secret key of the webhook in the Dev Center.'),
  ],
  {
    link: 'https://developers.greenhouse.io/harvest.html#authentication',
    guide: steps(
      'Open **Configure** > **Dev Center** > **API Credential Management**.',
      'Choose **Create New API Key** of the type **Harvest**.',
      'Copy the key, then tick the permissions it should have.',
    ),
  },
);

// Source: JazzHR API documentation: one key per account, on the Integrations page.
const jazzHr = custom(
  'api_key',
  [password('apikey', 'JazzHR API key', { description: 'Find it under Settings > Integrations.' })],
  { link: 'https://help.jazzhr.com/' },
);

// Source: JobAdder API (api.jobadder.com/v2/docs): an application registered with JobAdder.
const jobAdder = clientCredentials(
  [
    text('jobadder_client_id', 'Application client ID'),
    password('jobadder_client_secret', 'Application client secret'),
  ],
  { link: 'https://api.jobadder.com/v2/docs' },
);

// Source: Lever, "Authentication" (hire.lever.co/developer/documentation): basic, and a sandbox host of its own.
export const lever = custom(
  'api_key',
  [
    select(
      'lever_environment',
      'Lever environment',
      [option('api.lever.co', 'Production'), option('api.sandbox.lever.co', 'Sandbox')],
      { value: 'api.lever.co' },
    ),
    password('lever_api_key', 'Lever API key', {
      description: 'Find it under Settings > Integrations and API > API Credentials.',
    }),
    optional(
      when(
        "{{(lever_environment ?? 'api.lever.co') == 'api.lever.co'}}",
        password('signature_token', 'Webhook signature token', {
          description: 'Only if Lever sends us its events.',
        }),
      ),
    ),
  ],
  { link: 'https://hire.lever.co/developer/documentation#authentication' },
);

// Source: Pinpoint developer documentation (developers.pinpointhq.com): an X-API-KEY header per subdomain.
export const pinpoint = custom(
  'api_key',
  [
    subdomain('pinpoint_subdomain', 'Pinpoint subdomain', '.pinpointhq.com'),
    password('x_api_key', 'Pinpoint API key', { description: 'Find it under Company settings > API keys.' }),
  ],
  { link: 'https://developers.pinpointhq.com/docs' },
);

// Source: Recruitee, "Getting started" (docs.recruitee.com): a company ID and a personal API token.
export const recruitee = custom(
  'api_token',
  [
    text('company_id', 'Recruitee company ID', {
      placeholder: '12345',
      description: 'The number in the address of your Recruitee pages.',
    }),
    password('personal_api_token', 'Personal API token', {
      description: 'Find it under Settings > Apps and plugins > Personal API tokens.',
    }),
  ],
  { link: 'https://docs.recruitee.com/reference/getting-started' },
);

// Source: SmartRecruiters, "Authentication" (developers.smartrecruiters.com): API key or OAuth client ID.
export const smartRecruiters = custom(
  'smart_token',
  [
    select(
      'credential_type',
      'Kind of credential',
      [
        option('api_key', 'API key', 'Gives access to everything'),
        option('oauth_client', 'OAuth client ID', 'Limited to the scopes you tick'),
      ],
      {
        value: 'api_key',
        description: 'As chosen under Apps & Integrations > Credentials > New Credential.',
      },
    ),
    when("{{credential_type == 'api_key'}}", password('smart_token', 'SmartRecruiters API key')),
    when("{{credential_type != 'api_key'}}", text('sr_client_id', 'OAuth client ID')),
    when("{{credential_type != 'api_key'}}", password('sr_client_secret', 'OAuth client secret')),
  ],
  {
    link: 'https://developers.smartrecruiters.com/docs',
    notices: [
      info(
        'shown-once',
        'SmartRecruiters shows a new credential once. Copy it before you close the window.',
        {
          position: 'bottom',
        },
      ),
    ],
  },
);

// Source: Teamtailor API documentation (docs.teamtailor.com): region hosts and a dated X-Api-Version header.
export const teamtailor = custom(
  'api_key',
  [
    select('region', 'Region', [option('eu', 'Europe'), option('na', 'North America')], { value: 'eu' }),
    password('teamtailor_api_key', 'Teamtailor API key', {
      description: 'Find it under Settings > Integrations > API keys. It needs the scope Admin.',
    }),
    hidden('api_version', 'API version', '20240404'),
  ],
  { link: 'https://docs.teamtailor.com/' },
);

// Source: UKG Pro Recruiting API (developer.ukg.com): a client of the recruiting tenant, not a service account.
const ukgProRecruiting = custom(
  'client_credentials',
  [
    text('recruiting_host', 'Recruiting host', { placeholder: 'service5.ultipro.com' }),
    text('tenant_alias', 'Tenant alias', { placeholder: 'ACM1000ACME' }),
    text('recruiting_client_id', 'Recruiting client ID'),
    password('recruiting_client_secret', 'Recruiting client secret'),
  ],
  { link: 'https://developer.ukg.com/hcm/docs/web-service-account' },
);

// Source: Vincere API (api.vincere.io): OpenID Connect at id.vincere.io, then an id token and an API key.
const vincere: Form = {
  configKey: 'oidc',
  type: 'oidc',
  fields: [
    subdomain('domain', 'Vincere domain', '.vincere.io'),
    text('oidc_client_id', 'Client ID'),
    password('vincere_api_key', 'Vincere API key', {
      description: 'Ask Vincere support for a client ID and a key for your tenant.',
    }),
  ],
  link: 'https://api.vincere.io/',
  guide: 'The client must list our address among its **redirect URLs**.',
};

// Source: Workable, "Generate an access token" (workable.readme.io/reference/generate-an-access-token).
export const workable = custom(
  'access_token',
  [
    subdomain('workable_subdomain', 'Workable subdomain', '.workable.com'),
    password('workable_access_token', 'API access token', {
      description: 'Find it under Settings > Integrations > Apps > API access tokens.',
    }),
  ],
  { link: 'https://workable.readme.io/reference/generate-an-access-token' },
);

export const atsListings: readonly Listing[] = [
  { name: 'Ashby', provider: 'ashby', form: ashby },
  { name: 'Breezy HR', provider: 'breezyhr', form: breezy },
  { name: 'Bullhorn', provider: 'bullhorn', form: bullhorn },
  {
    name: 'Bullhorn Recruitment Cloud - Salesforce (OAuth)',
    provider: 'bullhorn-salesforce',
    form: bullhornSalesforce,
  },
  { name: 'Cornerstone', provider: 'cornerstone', form: cornerstone },
  { name: 'Greenhouse', provider: 'greenhouse', form: greenhouse },
  { name: 'Greenhouse', provider: 'greenhouse', form: greenhouse, version: '1.0.0', active: false },
  { name: 'JazzHR', provider: 'jazzhr', form: jazzHr },
  { name: 'JobAdder (OAuth)', provider: 'jobadder-oauth-client-credentials', form: jobAdder },
  { name: 'Lever', provider: 'lever', form: lever },
  { name: 'Oracle HCM', provider: 'oraclehcm', form: oracleHcm },
  { name: 'Pinpoint', provider: 'pinpoint', form: pinpoint },
  { name: 'Recruitee', provider: 'recruitee', form: recruitee },
  { name: 'SAP SuccessFactors', provider: 'sapsuccessfactors', form: successFactors },
  { name: 'SmartRecruiters', provider: 'smartrecruiters', form: smartRecruiters },
  { name: 'Teamtailor', provider: 'teamtailor', form: teamtailor },
  { name: 'UKG Pro ATS', provider: 'ukgpro', form: ukgProRecruiting },
  { name: 'Vincere', provider: 'vincere', legacy: { production: vincere } },
  { name: 'Workable', provider: 'workable', form: workable },
  { name: 'Workday ATS', provider: 'workday', form: workday },
  { name: 'Workday ATS (OAuth)', provider: 'workday-oauth2', form: workdaySignIn },
];

export const atsGeneric: readonly GenericRow[] = [
  ['Eploy', 'eploy', 'client id + secret'],
  ['LogicMelon', 'logicmelon', 'user name + password'],
  ['Mercury', 'mercury', 'client id + secret'],
  ['Recruitee Marketplace Integration', 'recruitee-marketplace-integration', 'api key'],
  ['Teamtailor MFA', 'teamtailor-mfa', 'user name + password'],
];
