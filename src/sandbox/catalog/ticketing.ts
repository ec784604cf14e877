/** Systems where requests are worked off, and what each of their APIs asks for. */
import { hubSpot } from './crm.js';
import { custom, signIn, type Listing } from './entries.js';
import {
  email,
  hostUnder,
  multiSelect,
  option,
  optional,
  password,
  select,
  steps,
  subdomain,
  text,
  url,
  when,
} from './fields.js';
import type { GenericRow } from './generic.js';

// Source: Asana, "Personal access token" (developers.asana.com/docs/personal-access-token).
const asana = custom(
  'personal_access_token',
  [
    password('asana_token', 'Personal access token', {
      description: 'Make one in the developer console at app.asana.com/0/my-apps.',
    }),
    optional(
      text('workspace_gid', 'Workspace GID', {
        placeholder: '1200000000000000',
        tooltip: 'Needed only if you belong to several workspaces.',
      }),
    ),
  ],
  { link: 'https://developers.asana.com/docs/personal-access-token' },
);

// Source: Asana, "OAuth" (developers.asana.com/docs/oauth): Asana's own consent page.
const asanaSignIn = signIn([], { link: 'https://developers.asana.com/docs/oauth' });

// Source: Atlassian, "Basic auth for REST APIs" (Jira Cloud) and "Personal access tokens" (Jira Data Center).
const jira = custom(
  'api_token',
  [
    select(
      'jira_deployment',
      'Jira',
      [
        option('cloud', 'Cloud', 'acme.atlassian.net'),
        option('datacenter', 'Data Center', 'On your own servers'),
      ],
      { value: 'cloud' },
    ),
    when(
      "{{jira_deployment == 'cloud'}}",
      text('jira_site', 'Site', {
        placeholder: 'acme.atlassian.net',
        validation: {
          type: 'domain',
          pattern: '\\.atlassian\\.net',
          error: 'Enter your site, such as acme.atlassian.net.',
        },
      }),
    ),
    when("{{jira_deployment == 'cloud'}}", email('jira_email', 'Email of the Atlassian account')),
    when(
      "{{jira_deployment == 'cloud'}}",
      password('jira_api_token', 'API token', {
        description: 'Make one at id.atlassian.com under Security > API tokens.',
      }),
    ),
    when(
      "{{jira_deployment == 'datacenter'}}",
      url('jira_base_url', 'Base URL', { placeholder: 'https://jira.acme.com' }),
    ),
    when(
      "{{jira_deployment == 'datacenter'}}",
      password('jira_personal_token', 'Personal access token', {
        description: 'Find it under your profile > Personal Access Tokens.',
      }),
    ),
    optional(
      text('project_keys', 'Project keys', {
        placeholder: 'HR,IT',
        description: 'Separated by commas. Empty for all.',
        validation: {
          type: 'html-pattern',
          pattern: '^[A-Z][A-Z0-9_]*(, ?[A-Z][A-Z0-9_]*)*$',
          error: 'Keys are capital letters and digits, separated by commas.',
        },
      }),
    ),
  ],
  {
    link: 'https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/',
    guide: steps(
      'Sign in as the user whose projects should be read.',
      'Open **Account settings** > **Security** > **API tokens** and choose **Create API token**.',
      'Copy the token. It is shown once.',
    ),
  },
);

// Source: Zendesk, "Security and authentication" (developer.zendesk.com): email/token as the basic credentials.
const zendesk = custom(
  'api_token',
  [
    hostUnder('zendesk_domain', 'Zendesk address', 'zendesk', { placeholder: 'acme.zendesk.com' }),
    email('zendesk_email', 'Email of an administrator'),
    password('zendesk_api_token', 'Zendesk API token', {
      description: 'Find it in Admin Center under Apps and integrations > APIs > API tokens.',
    }),
    optional(
      multiSelect(
        'ticket_channels',
        'Channels',
        [
          option('email', 'Email'),
          option('web', 'Web form'),
          option('chat', 'Chat'),
          option('voice', 'Talk'),
        ],
        { delimiter: ',', description: 'Tickets of other channels are left out. Nothing chosen means all.' },
      ),
    ),
  ],
  { link: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/' },
);

// Source: ServiceNow, "REST API" (docs.servicenow.com): basic sign-in of a web service user at the instance.
const serviceNow = custom(
  'basic',
  [
    subdomain('instance', 'Instance name', '.service-now.com', { placeholder: 'dev12345' }),
    text('servicenow_username', 'User name of a web service user'),
    password('servicenow_password', 'Password'),
  ],
  { link: 'https://www.servicenow.com/docs/' },
);

export const ticketingListings: readonly Listing[] = [
  { name: 'Asana', provider: 'asana', form: asana },
  { name: 'Asana (OAuth)', provider: 'asana-oauth', form: asanaSignIn },
  { name: 'HubSpot', provider: 'hubspot', form: hubSpot },
  { name: 'Jira', provider: 'jira', form: jira },
  { name: 'ServiceNow', provider: 'servicenow', form: serviceNow },
  { name: 'Zendesk', provider: 'zendesk', form: zendesk },
];

export const ticketingGeneric: readonly GenericRow[] = [
  ['Freshdesk', 'freshdesk', 'api key + subdomain'],
  ['Jira (OAuth)', 'jira-oauth', 'oauth2'],
  ['Linear (OAuth)', 'linear-oauth', 'oauth2'],
];
