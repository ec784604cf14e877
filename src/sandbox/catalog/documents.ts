/** Where files and pages are kept, and what each of the APIs asks for. */
import { custom, info, signIn, type Listing } from './entries.js';
import {
  email,
  hostUnder,
  longSecret,
  multiSelect,
  option,
  optional,
  password,
  steps,
  text,
  toCopy,
  uuid,
} from './fields.js';

// Source: Atlassian, "Basic auth for REST APIs" (developer.atlassian.com/cloud/confluence).
const confluence = custom(
  'api_token',
  [
    text('confluence_site', 'Confluence site', {
      placeholder: 'https://acme.atlassian.net/wiki',
      description: 'The address of your wiki.',
      validation: {
        type: 'domain',
        pattern: '\\.atlassian\\.net',
        error: 'Enter the address of your site, such as https://acme.atlassian.net/wiki.',
      },
    }),
    email('confluence_email', 'Email of your Atlassian account'),
    password('confluence_api_token', 'Atlassian API token', {
      description: 'Make one at id.atlassian.com under Security > API tokens.',
    }),
    optional(
      multiSelect(
        'content_types',
        'What to read',
        [option('page', 'Pages'), option('blogpost', 'Blog posts'), option('attachment', 'Attachments')],
        { description: 'Nothing chosen means everything.' },
      ),
    ),
  ],
  { link: 'https://developer.atlassian.com/cloud/confluence/basic-auth-for-rest-apis/' },
);

/** A key file of Google's, as downloaded; the form around it differs by product. */
export const serviceAccountKey = longSecret('service_account_key', 'Service account key (JSON)', {
  placeholder: '{ "type": "service_account", … }',
  description: 'Paste the whole file that Google Cloud downloaded when you made the key.',
  validation: {
    pattern: '"private_key"',
    errorMessage: 'This does not look like a service account key: it has no "private_key".',
  },
});

// Source: Google, "Using OAuth 2.0 for Server to Server Applications" (developers.google.com/identity).
const googleDrive = custom(
  'service_account',
  [
    serviceAccountKey,
    email('delegated_user', 'User to act as', {
      description: 'An administrator whose files, and those shared with them, are read.',
    }),
    optional(text('shared_drive_id', 'Shared drive ID', { placeholder: '0AEd3EhGff9SaUk9PVA' })),
  ],
  { link: 'https://developers.google.com/identity/protocols/oauth2/service-account' },
);

// Source: Notion, "Authorization" (developers.notion.com/docs/authorization): an internal integration.
export const notion = custom(
  'internal_integration',
  [
    password('internal_integration_secret', 'Internal integration secret', {
      placeholder: 'ntn_…',
      description: 'Find it at notion.so/my-integrations, on the tab Configuration.',
    }),
  ],
  {
    link: 'https://developers.notion.com/docs/authorization',
    guide: steps(
      'Open **My integrations** and choose **New integration** for your workspace.',
      'Copy the **internal integration secret**.',
      'On each page to be read, open `…` > **Connections** and add the integration.',
    ),
    notices: [
      info('share-pages', 'Notion shows an integration only the pages it was added to.', {
        position: 'bottom',
      }),
    ],
  },
);

// Source: the same page, public integrations: Notion asks which pages to share, in its own window.
const notionSignIn = signIn([], {
  link: 'https://developers.notion.com/docs/authorization',
  notices: [info('choose-pages', 'Notion will ask which pages you want to share.', { position: 'top' })],
});

const MICROSOFT_APP = 'https://learn.microsoft.com/en-us/graph/auth-register-app-v2';

// Source: Microsoft Graph, "Get access without a user" (learn.microsoft.com/en-us/graph/auth-v2-service).
const sharePoint = custom(
  'entra_app',
  [
    uuid('tenant_id', 'Directory (tenant) ID', {
      description: 'Find it in the Microsoft Entra admin center under App registrations > Overview.',
    }),
    uuid('application_id', 'Application (client) ID'),
    password('sharepoint_client_secret', 'Client secret value', {
      tooltip: 'The value, not the secret ID. Microsoft shows it once.',
    }),
    hostUnder('site_url', 'SharePoint site', 'sharepoint', {
      placeholder: 'https://acme.sharepoint.com/sites/people',
    }),
  ],
  {
    link: MICROSOFT_APP,
    guide: 'The app needs the application permission `Sites.Read.All` with **admin consent**.',
  },
);

// Source: the same; OneDrive is read for one user, by the app.
const oneDrive = custom(
  'entra_app',
  [
    uuid('onedrive_tenant_id', 'Tenant ID'),
    uuid('onedrive_client_id', 'Client ID'),
    password('onedrive_client_secret', 'Client secret value'),
    email('drive_owner', 'Owner of the drive', {
      description: 'The user principal name, usually the work email.',
    }),
    toCopy('notification_url', 'Notification URL', 'https://hooks.sandbox.example/microsoft', {
      description: 'Allow it in your firewall if changes are to arrive at once.',
    }),
  ],
  { link: MICROSOFT_APP },
);

export const documentsListings: readonly Listing[] = [
  { name: 'Confluence', provider: 'confluence', form: confluence },
  { name: 'Google Drive', provider: 'googledrive', form: googleDrive },
  { name: 'Notion', provider: 'notion', form: notion },
  { name: 'Notion (OAuth)', provider: 'notion-oauth', form: notionSignIn },
  { name: 'OneDrive', provider: 'onedrive', form: oneDrive },
  { name: 'SharePoint', provider: 'sharepoint', form: sharePoint },
];
