/**
 * Systems whose users and their rights are managed from outside, and what each of their APIs asks for. Those that
 * are at home in another category are asked for the same there.
 */
import {
  ashby,
  bullhorn,
  greenhouse,
  lever,
  pinpoint,
  recruitee,
  smartRecruiters,
  teamtailor,
  workable,
} from './ats.js';
import { attio, pipedrive, pipedriveSignIn } from './crm.js';
import { notion, serviceAccountKey } from './documents.js';
import { clientCredentials, custom, info, signIn, warning, type Listing } from './entries.js';
import {
  email,
  hostUnder,
  longSecret,
  multiSelect,
  number,
  option,
  optional,
  password,
  pem,
  select,
  steps,
  subdomain,
  text,
  toCopy,
  triggerToken,
  url,
  uuid,
  WEBHOOK_URL,
  when,
} from './fields.js';
import type { GenericRow } from './generic.js';
import { oracleHcm } from './hris.js';

// Source: 1Password, "Automate provisioning using SCIM" (support.1password.com/scim).
const onePassword = custom(
  'scim_bridge',
  [
    url('scim_bridge_url', 'SCIM bridge URL', { placeholder: 'https://op-scim-bridge.acme.com' }),
    password('scim_bearer_token', 'Bearer token', {
      description: 'Saved in your vault when the bridge was set up.',
      tooltip: 'If it is lost, set up the bridge again: 1Password cannot show it a second time.',
    }),
  ],
  { link: 'https://support.1password.com/scim/' },
);

// Source: Aircall API, "Authentication" (developer.aircall.io): basic, with an API ID and an API token.
const aircall = custom(
  'api_id',
  [
    text('api_id', 'API ID', { description: 'Find it under Integrations & API > API keys.' }),
    password('aircall_api_token', 'API token'),
  ],
  { link: 'https://developer.aircall.io/api-references/#authentication' },
);

// Source: Ansible automation controller user guide, "Token-based authentication" (docs.ansible.com).
const ansibleTower = custom(
  'controller',
  [
    url('controller_url', 'Controller URL', { placeholder: 'https://tower.acme.com' }),
    select(
      'controller_auth',
      'How to sign in',
      [
        option('token', 'Personal access token', 'What Red Hat recommends'),
        option('basic', 'User name and password'),
        option('session', 'Session', 'For servers with basic authentication switched off'),
      ],
      { value: 'token' },
    ),
    when("{{controller_auth == 'token'}}", password('controller_token', 'Personal access token')),
    when("{{includes(['basic', 'session'], controller_auth)}}", text('controller_username', 'User name')),
    when("{{includes(['basic', 'session'], controller_auth)}}", password('controller_password', 'Password')),
  ],
  { link: 'https://docs.ansible.com/automation-controller/latest/html/userguide/applications_auth.html' },
);

// Source: Anthropic, "Administration API" (docs.anthropic.com/en/api/administration-api): admin keys.
const anthropic = custom(
  'admin_key',
  [
    password('anthropic_admin_key', 'Admin API key', {
      placeholder: 'sk-ant-admin…',
      description: 'Find it in the Console under Settings > Admin keys.',
      tooltip: 'An ordinary API key cannot read members.',
    }),
  ],
  { link: 'https://docs.anthropic.com/en/api/administration-api' },
);

// Source: Box, "Client Credentials Grant" (developer.box.com/guides/authentication/client-credentials).
const box = custom(
  'client_credentials',
  [
    text('box_enterprise_id', 'Enterprise ID', {
      description: 'Find it under Admin Console > Account & Billing.',
    }),
    text('box_client_id', 'Client ID', { description: 'On the tab Configuration of your custom app.' }),
    password('box_client_secret', 'Client secret'),
  ],
  { link: 'https://developer.box.com/guides/authentication/client-credentials/' },
);

// Source: Contentful, "Authentication" (contentful.com/developers): tokens for the management API.
const contentful = custom(
  'management_token',
  [
    text('organization_id', 'Organization ID', { placeholder: '0D9ZC8rLWiw6x5qizZGiRs' }),
    password('management_token', 'Content management token', {
      placeholder: 'CFPAT-…',
      description: 'Find it under Settings > CMA tokens.',
    }),
  ],
  { link: 'https://www.contentful.com/developers/docs/references/authentication/' },
);

// Source: Databricks, "Authorize service principal access with OAuth" (docs.databricks.com, OAuth M2M).
const databricks = custom(
  'service_principal',
  [
    select(
      'cloud',
      'Cloud',
      [
        option('accounts.cloud.databricks.com', 'AWS'),
        option('accounts.azuredatabricks.net', 'Azure'),
        option('accounts.gcp.databricks.com', 'Google Cloud'),
      ],
      { value: 'accounts.cloud.databricks.com' },
    ),
    uuid('account_id', 'Account ID', { description: 'Under your user name in the account console.' }),
    uuid('service_principal_id', 'Service principal application ID'),
    password('service_principal_secret', 'OAuth secret', {
      description: 'Find it under User management > Service principals > Secrets.',
    }),
  ],
  { link: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m' },
);

// Source: Databricks, "Authorize user access with OAuth": sign-in at the workspace's own address.
const databricksSignIn = signIn(
  [
    url('workspace_url', 'Workspace URL', {
      placeholder: 'https://dbc-a1b2345c-d6e7.cloud.databricks.com',
    }),
  ],
  { link: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-u2m' },
);

// Source: Duo, "Admin API" (duo.com/docs/adminapi): the three values of a protected application.
const duo = custom(
  'admin_api',
  [
    text('integration_key', 'Integration key', { placeholder: 'DI…' }),
    password('secret_key', 'Secret key'),
    hostUnder('api_hostname', 'API hostname', 'duosecurity', { placeholder: 'api-1a2b3c4d.duosecurity.com' }),
  ],
  {
    link: 'https://duo.com/docs/adminapi',
    guide: steps(
      'In the Duo Admin Panel, open **Applications** > **Protect an Application**.',
      'Choose **Admin API** and allow **Grant read resource**.',
      'Copy the integration key, the secret key and the API hostname.',
    ),
  },
);

// Source: Elastic, "Elasticsearch Service API: authentication" (elastic.co/guide/en/cloud).
const elastic = custom(
  'api_key',
  [
    text('elastic_organization_id', 'Elastic organization ID', { placeholder: '1234567890' }),
    password('elastic_api_key', 'Elastic Cloud API key', {
      description: 'Find it under Organization > API keys.',
    }),
  ],
  { link: 'https://www.elastic.co/guide/en/cloud/current/ec-api-authentication.html' },
);

// Source: Fivetran, "REST API: getting started" (fivetran.com/docs/rest-api): basic, key and secret.
const fivetran = custom(
  'api_key_secret',
  [
    text('fivetran_api_key', 'API key', { description: 'Find it under your name > API Key.' }),
    password('fivetran_api_secret', 'API secret'),
  ],
  { link: 'https://fivetran.com/docs/rest-api/getting-started' },
);

// Source: Freshworks CRM API, "Authentication" (developers.freshworks.com/crm/api): bundle alias and key.
const freshsales = custom(
  'api_key',
  [
    subdomain('bundle_alias', 'Bundle alias', '.myfreshworks.com'),
    password('freshsales_api_key', 'Freshsales API key', {
      description: 'Find it under Personal settings > API settings.',
    }),
  ],
  { link: 'https://developers.freshworks.com/crm/api/#authentication' },
);

// Source: GitHub, "Managing your personal access tokens" and "Authenticating as a GitHub App installation".
const gitHub = custom(
  'token_or_app',
  [
    select(
      'deployment',
      'Where your GitHub runs',
      [option('cloud', 'github.com'), option('server', 'GitHub Enterprise Server', 'On your own servers')],
      { value: 'cloud' },
    ),
    when(
      "{{!(deployment == 'cloud')}}",
      url('server_url', 'Server URL', { placeholder: 'https://github.acme.com' }),
    ),
    text('organization', 'Organization', {
      placeholder: 'acme',
      validation: {
        type: 'html-pattern',
        pattern: '^[A-Za-z0-9]([A-Za-z0-9\\-]*[A-Za-z0-9])?$',
        error: 'Enter the name in the address, such as acme for github.com/acme.',
      },
    }),
    select(
      'github_auth',
      'How to sign in',
      [
        option('token', 'Fine-grained token', 'Belongs to one user'),
        option('classic', 'Classic token', 'For older servers'),
        option('app', 'GitHub App', 'Belongs to the organization'),
      ],
      { value: 'token' },
    ),
    when(
      "{{github_auth == 'token' || github_auth == 'classic'}}",
      password('personal_access_token', 'Personal access token', {
        description: 'Find it under Settings > Developer settings > Personal access tokens.',
      }),
    ),
    when("{{github_auth == 'app'}}", number('app_id', 'App ID')),
    when("{{github_auth == 'app'}}", number('installation_id', 'Installation ID')),
    when(
      "{{github_auth == 'app'}}",
      longSecret('app_private_key', 'Private key', {
        ...pem('PRIVATE KEY'),
        guide: {
          description: 'On the page of the app, under **Private keys**, choose **Generate a private key**.',
          tooltip: 'GitHub downloads it as a .pem file. Paste all of it.',
        },
      }),
    ),
    when(
      "{{deployment == 'server' && github_auth == 'app'}}",
      optional(text('proxy_host', 'Proxy', { placeholder: 'proxy.acme.com:3128' })),
    ),
    when("{{github_auth == 'app'}}", toCopy('webhook_url', 'Webhook URL', WEBHOOK_URL)),
    triggerToken('Webhook secret', 'Enter it beside the webhook URL.'),
  ],
  {
    link: 'https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api',
    notices: [
      info('app-permissions', 'The app needs **Members: read** under organization permissions.', {
        anchor: 'app_id',
      }),
      warning('classic-scope', 'A classic token reaches everything its user can see.', {
        position: 'bottom',
      }),
    ],
  },
);

// Source: Gong, "Receive access to the API" (help.gong.io): access key, its secret and the customer's base URL.
const gong = custom(
  'access_key',
  [
    url('gong_base_url', 'API base URL', { placeholder: 'https://us-11211.api.gong.io' }),
    text('access_key', 'Access key', { description: 'Find it under Company settings > Ecosystem > API.' }),
    password('access_key_secret', 'Access key secret'),
  ],
  { link: 'https://help.gong.io/docs/receive-access-to-the-api' },
);

// Source: Google, "Using OAuth 2.0 to Access Google APIs": Google's own consent page, an administrator signs in.
const googleSignIn = signIn([], {
  link: 'https://support.google.com/a/answer/7281227',
  notices: [
    warning('admin-only', 'Sign in as a **super admin**: others cannot see the directory.', {
      position: 'top',
    }),
  ],
});

// Source: Google, "Control API access with domain-wide delegation" (support.google.com/a/answer/162106).
const googleServiceAccount = custom(
  'service_account',
  [
    toCopy('delegated_client_id', 'Client ID to allow', '104829137755102938475', {
      description: 'Add it in the Admin console under Security > API controls > Domain-wide delegation.',
    }),
    toCopy(
      'delegated_scopes',
      'Scopes to allow',
      'https://www.googleapis.com/auth/admin.directory.user,https://www.googleapis.com/auth/admin.directory.group',
    ),
    serviceAccountKey,
    email('admin_email', 'Administrator to act as'),
    text('customer_id', 'Customer ID', {
      placeholder: 'C01abc2de',
      description: 'Find it under Account > Account settings.',
      validation: {
        type: 'html-pattern',
        pattern: '^C[0-9a-z]+$',
        error: 'A customer ID begins with a capital C.',
      },
    }),
  ],
  { link: 'https://support.google.com/a/answer/162106' },
);

// Source: Harvest API v2, "Authentication" (help.getharvest.com/api-v2): account ID beside the token.
const harvest = custom(
  'personal_access_token',
  [
    number('harvest_account_id', 'Account ID', { placeholder: '1234567' }),
    password('harvest_token', 'Personal access token', {
      description: 'Make one at id.getharvest.com/developers.',
    }),
  ],
  { link: 'https://help.getharvest.com/api-v2/authentication-api/authentication/authentication/' },
);

// Source: Intercom, "Authentication" (developers.intercom.com): access tokens and regional hosts.
const intercom = custom(
  'access_token',
  [
    select(
      'intercom_region',
      'Region',
      [option('us', 'United States'), option('eu', 'Europe'), option('au', 'Australia')],
      { value: 'us' },
    ),
    password('intercom_access_token', 'Access token', {
      description: 'Find it in the Developer Hub under your app > Authentication.',
    }),
  ],
  { link: 'https://developers.intercom.com/docs/build-an-integration/learn-more/authentication' },
);

// Source: Klaviyo, "Authenticate API requests" (developers.klaviyo.com): private keys.
const klaviyo = custom(
  'private_key',
  [
    password('klaviyo_private_key', 'Private API key', {
      placeholder: 'pk_…',
      description: 'Find it under Settings > API keys.',
    }),
  ],
  { link: 'https://developers.klaviyo.com/en/docs/authenticate_' },
);

// Source: Lacework, "API access keys and tokens" (docs.lacework.net).
const lacework = custom(
  'access_key',
  [
    subdomain('lacework_account', 'Lacework account', '.lacework.net'),
    text('key_id', 'Key ID'),
    password('lacework_secret_key', 'Secret key', {
      description: 'Both are in the JSON file Lacework downloads.',
    }),
    optional(text('sub_account', 'Sub-account')),
  ],
  { link: 'https://docs.lacework.net/api/api-access-keys-and-tokens' },
);

// Source: Mixpanel, "Service accounts" (developer.mixpanel.com/reference/service-accounts).
const mixpanel = custom(
  'service_account',
  [
    select('residency', 'Data residency', [option('us', 'US'), option('eu', 'EU'), option('in', 'India')], {
      value: 'us',
    }),
    text('service_account_username', 'Service account username', {
      placeholder: 'stackone.a1b2c3.mp-service-account',
    }),
    password('service_account_secret', 'Service account secret'),
    number('mixpanel_organization_id', 'Organization ID'),
  ],
  { link: 'https://developer.mixpanel.com/reference/service-accounts' },
);

// Source: Okta, "Create an API token" and "Implement OAuth for Okta with a service app" (developer.okta.com).
const okta = custom(
  'org',
  [
    text('okta_domain', 'Okta domain', {
      placeholder: 'acme.okta.com',
      description: 'Find it under your name at the upper right. Leave out -admin.',
      validation: {
        type: 'domain',
        pattern: '^(https://)?[A-Za-z0-9\\-]+\\.(okta|oktapreview|okta-emea)\\.com$',
        error: 'Enter the domain, such as acme.okta.com.',
      },
    }),
    select(
      'okta_auth',
      'How to sign in',
      [
        option('api_token', 'API token', 'Ends when its administrator is deactivated'),
        option('service_app', 'OAuth service app', 'What Okta recommends'),
      ],
      { value: 'api_token' },
    ),
    when(
      "{{okta_auth == 'api_token'}}",
      password('okta_api_token', 'Okta API token', {
        description: 'Find it under Security > API > Tokens.',
      }),
    ),
    when("{{okta_auth == 'service_app'}}", text('okta_client_id', 'Client ID', { placeholder: '0oa…' })),
    when("{{okta_auth == 'service_app'}}", longSecret('okta_private_key', 'Private key', pem('PRIVATE KEY'))),
    when(
      "{{okta_auth == 'service_app'}}",
      multiSelect(
        'okta_scopes',
        'Granted scopes',
        [
          option('okta.users.read', 'Users', 'okta.users.read'),
          option('okta.groups.read', 'Groups', 'okta.groups.read'),
          option('okta.apps.read', 'Applications', 'okta.apps.read'),
        ],
        {
          value: 'okta.users.read okta.groups.read',
          description: 'Those on the tab Okta API Scopes of the app.',
        },
      ),
    ),
    toCopy('scim_base_url', 'SCIM base URL', 'https://scim.sandbox.example/v2', {
      description: 'For provisioning: enter it as the base URL of the SCIM connector.',
    }),
  ],
  { link: 'https://developer.okta.com/docs/guides/create-an-api-token/main/' },
);

// Source: OneLogin, "Working with API credentials" (developers.onelogin.com).
const oneLogin = clientCredentials(
  [
    subdomain('onelogin_subdomain', 'OneLogin subdomain', '.onelogin.com'),
    text('onelogin_client_id', 'Client ID', { description: 'Find it under Developers > API Credentials.' }),
    password('onelogin_client_secret', 'Client secret', {
      tooltip: 'Choose the permission Manage users or Read all.',
    }),
  ],
  { link: 'https://developers.onelogin.com/api-docs/2/getting-started/working-with-api-credentials' },
);

// Source: OpenAI API reference, "Administration" (platform.openai.com): admin keys of the organization.
const openAi = custom(
  'admin_key',
  [
    password('openai_admin_key', 'Admin key', {
      placeholder: 'sk-admin-…',
      description: 'Find it under Settings > Organization > Admin keys. Only owners see that page.',
    }),
  ],
  { link: 'https://platform.openai.com/docs/api-reference/administration' },
);

// Source: Scaleway, "How to create API keys" (scaleway.com/en/docs/iam).
const scaleway = custom(
  'api_key',
  [
    text('scw_access_key', 'Access key ID', { placeholder: 'SCW…' }),
    password('scw_secret_key', 'Secret key', { description: 'Shown once, when the API key is made.' }),
    uuid('scw_organization_id', 'Scaleway organization ID'),
  ],
  { link: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/' },
);

// Source: Twilio SendGrid, "API Keys" (twilio.com/docs/sendgrid): full or restricted keys, global and EU hosts.
const sendGrid = custom(
  'api_key',
  [
    select('sendgrid_region', 'Region', [option('global', 'Global'), option('eu', 'EU')], {
      value: 'global',
    }),
    password('sendgrid_api_key', 'SendGrid API key', {
      placeholder: 'SG.…',
      description: 'Find it under Settings > API Keys. It needs Teammates: read access.',
    }),
  ],
  { link: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys' },
);

// Source: Tableau, "Personal access tokens" and "Signing in and out" (help.tableau.com).
const tableau = custom(
  'personal_access_token',
  [
    url('tableau_server', 'Tableau address', { placeholder: 'https://10ax.online.tableau.com' }),
    optional(
      text('site_content_url', 'Site', {
        placeholder: 'AcmeAnalytics',
        description:
          'The name after /site/ in the address. Empty for the default site of a server of your own.',
      }),
    ),
    text('token_name', 'Token name', {
      description: 'Find it under My Account Settings > Personal Access Tokens.',
    }),
    password('token_secret', 'Token secret'),
  ],
  {
    link: 'https://help.tableau.com/current/server/en-us/security_personal_access_tokens.htm',
    notices: [
      warning('token-idle', 'Tableau ends a token that has not been used for 15 days.', {
        anchor: 'token_name',
      }),
    ],
  },
);

// Source: TalentLMS API documentation: a domain and one API key, switched on under Security.
export const talentLms = custom(
  'api_key',
  [
    subdomain('talentlms_domain', 'TalentLMS domain', '.talentlms.com'),
    password('talentlms_api_key', 'TalentLMS API key', {
      description: 'Find it under Account & Settings > Security, after API is switched on.',
    }),
  ],
  { link: 'https://www.talentlms.com/pages/docs/TalentLMS-API-Documentation.pdf' },
);

// Source: HashiCorp, "API tokens" (developer.hashicorp.com/terraform/cloud-docs).
const terraform = custom(
  'team_token',
  [
    text('tfe_hostname', 'Hostname', {
      value: 'app.terraform.io',
      description: 'Change it for Terraform Enterprise.',
    }),
    text('tfe_organization', 'Terraform organization', { placeholder: 'acme' }),
    password('tfe_token', 'Team or organization token'),
  ],
  { link: 'https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens' },
);

// Source: Twilio, "API keys overview" (twilio.com/docs/iam/api-keys) and "Auth tokens".
const twilio = custom(
  'api_key',
  [
    text('account_sid', 'Account SID', {
      placeholder: 'AC…',
      description: 'Find it on the first page of the Console under Account Info.',
      validation: {
        pattern: '^AC[0-9a-f]{32}$',
        errorMessage: 'An Account SID is AC and 32 letters and digits.',
      },
    }),
    select(
      'twilio_auth',
      'How to sign in',
      [
        option('api_key', 'API key', 'Can be revoked alone'),
        option('auth_token', 'Auth token', 'The account itself'),
      ],
      { value: 'api_key' },
    ),
    when("{{twilio_auth == 'api_key'}}", text('api_key_sid', 'API key SID', { placeholder: 'SK…' })),
    when("{{twilio_auth == 'api_key'}}", password('api_key_secret', 'API key secret')),
    when("{{twilio_auth == 'auth_token' ? true : false}}", password('auth_token', 'Auth token')),
    select(
      'twilio_region',
      'Region',
      [option('us1', 'United States'), option('ie1', 'Ireland'), option('au1', 'Australia')],
      {
        value: 'us1',
      },
    ),
    when(
      "{{twilio_region in ['ie1', 'au1']}}",
      text('twilio_edge', 'Edge location', {
        placeholder: 'dublin',
        tooltip: 'Regions outside the US are reached through one.',
      }),
    ),
  ],
  { link: 'https://www.twilio.com/docs/iam/api-keys' },
);

export const iamListings: readonly Listing[] = [
  { name: '1Password', provider: '1password', form: onePassword },
  { name: 'Aircall', provider: 'aircall', form: aircall },
  { name: 'Ansible Tower', provider: 'ansibletower', form: ansibleTower },
  { name: 'Anthropic', provider: 'anthropic', form: anthropic },
  { name: 'Ashby', provider: 'ashby', form: ashby },
  { name: 'Attio', provider: 'attio', form: attio },
  { name: 'Box', provider: 'box', form: box },
  { name: 'Bullhorn', provider: 'bullhorn', form: bullhorn },
  { name: 'Contentful', provider: 'contentful', form: contentful },
  { name: 'Databricks', provider: 'databricks', form: databricks },
  { name: 'Databricks (OAuth)', provider: 'databricks-oauth', form: databricksSignIn },
  { name: 'Duo', provider: 'duo', form: duo },
  { name: 'Elastic', provider: 'elastic', form: elastic },
  { name: 'Fivetran', provider: 'fivetran', form: fivetran },
  { name: 'Freshsales', provider: 'freshsales', form: freshsales },
  { name: 'GitHub', provider: 'github', form: gitHub },
  { name: 'Gong', provider: 'gong', form: gong },
  { name: 'Google Workspace', provider: 'googleworkspace-oauth', form: googleSignIn },
  { name: 'Google Workspace (Service Account)', provider: 'googleworkspace', form: googleServiceAccount },
  { name: 'Greenhouse', provider: 'greenhouse', form: greenhouse },
  { name: 'Harvest', provider: 'harvest', form: harvest },
  { name: 'Intercom', provider: 'intercom', form: intercom },
  { name: 'Klaviyo', provider: 'klaviyo', form: klaviyo },
  { name: 'Lacework', provider: 'lacework', form: lacework },
  { name: 'Lever', provider: 'lever', form: lever },
  { name: 'Mixpanel', provider: 'mixpanel', form: mixpanel },
  { name: 'Notion', provider: 'notion', form: notion },
  { name: 'Okta', provider: 'okta', form: okta },
  { name: 'OneLogin', provider: 'onelogin', form: oneLogin },
  { name: 'OpenAI', provider: 'openai', form: openAi },
  { name: 'Oracle HCM', provider: 'oraclehcm', form: oracleHcm },
  { name: 'Pinpoint', provider: 'pinpoint', form: pinpoint },
  { name: 'Pipedrive', provider: 'pipedrive', form: pipedrive },
  { name: 'Pipedrive (OAuth)', provider: 'pipedrive-oauth', form: pipedriveSignIn },
  { name: 'Recruitee', provider: 'recruitee', form: recruitee },
  { name: 'Scaleway', provider: 'scaleway', form: scaleway },
  { name: 'SendGrid', provider: 'sendgrid', form: sendGrid },
  { name: 'SmartRecruiters', provider: 'smartrecruiters', form: smartRecruiters },
  { name: 'Tableau', provider: 'tableau', form: tableau },
  { name: 'TalentLMS', provider: 'talentlms', form: talentLms },
  { name: 'Teamtailor', provider: 'teamtailor', form: teamtailor },
  { name: 'Terraform', provider: 'terraform', form: terraform },
  { name: 'Twilio', provider: 'twilio', form: twilio },
  { name: 'Workable', provider: 'workable', form: workable },
];

export const iamGeneric: readonly GenericRow[] = [
  ['15Five', '15five', 'api key'],
  ['Articulate - Reach 360', 'articulate', 'api key'],
  ['Autodesk', 'autodesk', 'client id + secret'],
  ['Bitwarden', 'bitwarden', 'client id + secret'],
  ['Canva', 'canva', 'api key'],
  ['Checkmk', 'checkmk', 'api key + address'],
  ['Cloudways', 'cloudways', 'api key'],
  ['Dialpad', 'dialpad', 'api key'],
  ['Dixa', 'dixa', 'api key'],
  ['Domo', 'domo', 'client id + secret'],
  ['Dropbox', 'dropbox', 'client id + secret'],
  ['Dropbox Sign', 'dropboxsign', 'api key'],
  ['Egnyte', 'egnyte', 'api key + subdomain'],
  ['Envoy', 'envoy', 'api key'],
  ['Ironclad', 'ironclad', 'api key'],
  ['JetBrains', 'jetbrains', 'api key + address'],
  ['Kameleoon', 'kameleoon-oauth', 'oauth2'],
  ['LastPass', 'lastpass', 'client id + secret'],
  ['Lattice', 'lattice', 'api key'],
  ['Leapsome', 'leapsome', 'api key'],
  ['Make', 'make', 'api key'],
  ['MeisterTask (Access Token)', 'meistertask', 'api key'],
  ['MeisterTask (OAuth)', 'meistertask-oauth', 'oauth2'],
  ['Netlify', 'netlify', 'api key'],
  ['Oneflow', 'oneflow', 'api key'],
  ['OpenVPN', 'openvpn', 'client id + secret'],
  ['Qlik', 'qlik', 'api key + address'],
  ['Qlik (OAuth)', 'qlik-oauth', 'oauth2'],
  ['Render', 'render', 'api key'],
  ['Retool', 'retool', 'api key + subdomain'],
  ['RingCentral', 'ringcentral', 'client id + secret'],
  ['Rollbar', 'rollbar', 'api key'],
  ['Salesloft', 'salesloft', 'api key'],
  ['Scoro', 'scoro', 'api key + subdomain'],
  ['Smartsheet', 'smartsheet', 'api key'],
  ['Smartsheet (OAuth)', 'smartsheet-oauth', 'oauth2'],
  ['SonarCloud', 'sonarcloud', 'api key'],
  ['Sophos', 'sophos-oauth', 'oauth2'],
  ['Spendesk', 'spendesk', 'client id + secret'],
  ['SpotDraft', 'spotdraft', 'client id + secret'],
  ['TeamViewer', 'teamviewer', 'api key'],
  ['TeamViewer (OAuth)', 'teamviewer-oauth', 'oauth2'],
  ['Teamwork', 'teamwork', 'api key + subdomain'],
  ['Toggl', 'toggl', 'api key'],
  ['Webex', 'webex', 'api key'],
  ['Webflow (Site)', 'webflow-oauth', 'oauth2'],
  ['Webflow (Workspace)', 'webflowworkspace', 'api key'],
  ['Zelt', 'zelt', 'api key + subdomain'],
];
