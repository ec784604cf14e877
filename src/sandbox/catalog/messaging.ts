/** Where people write to each other, and what each of the APIs asks for. */
import { clientCredentials, custom, info, signIn, warning, type Listing } from './entries.js';
import {
  longText,
  multiSelect,
  option,
  optional,
  password,
  steps,
  text,
  toCopy,
  uuid,
  WEBHOOK_URL,
} from './fields.js';
import type { GenericRow } from './generic.js';

const ENTRA_GUIDE = 'https://learn.microsoft.com/en-us/graph/auth-v2-service';

// Source: Slack, "Installing with OAuth" (docs.slack.dev): Slack's own consent page.
const slackSignIn = signIn([], {
  link: 'https://docs.slack.dev/authentication/installing-with-oauth',
  notices: [
    info(
      'workspace',
      'Slack asks which **workspace** to connect. You need the right to install apps there.',
      {
        position: 'top',
      },
    ),
  ],
});

// Source: Slack, "Tokens" and "Verifying requests from Slack" (docs.slack.dev): an app of the customer's own.
const slackBot = custom(
  'bot_token',
  [
    password('bot_token', 'Bot user OAuth token', {
      placeholder: 'xoxb-…',
      description: 'Find it under OAuth & Permissions in the settings of your app.',
    }),
    password('signing_secret', 'Signing secret', {
      description: 'Find it under Basic Information > App Credentials.',
      tooltip: 'With it we can tell that an event really comes from Slack.',
    }),
    multiSelect(
      'bot_scopes',
      'Bot token scopes',
      [
        option('channels:read', 'See public channels', 'channels:read'),
        option('chat:write', 'Send messages', 'chat:write'),
        option('users:read', 'See people', 'users:read'),
        option('users:read.email', 'See email addresses', 'users:read.email'),
      ],
      { delimiter: ',', value: 'channels:read,users:read', description: 'Those your app was given.' },
    ),
    toCopy('request_url', 'Request URL', WEBHOOK_URL, {
      description: 'Enter it under Event Subscriptions.',
    }),
  ],
  {
    link: 'https://docs.slack.dev/authentication/tokens',
    guide: steps(
      'At api.slack.com/apps choose **Create New App** > **From scratch**.',
      'Add the bot scopes and choose **Install to Workspace**.',
      'Copy the **Bot User OAuth Token**; it begins with `xoxb-`.',
    ),
  },
);

// Source: Slack, "Legacy tokens": no longer made since May 2020, so this one is switched off.
const slackLegacy = custom(
  'legacy_token',
  [password('legacy_token', 'Legacy API token', { placeholder: 'xoxp-…' })],
  {
    link: 'https://docs.slack.dev/authentication/tokens',
    notices: [warning('legacy-token', 'Slack makes no new legacy tokens.')],
  },
);

// Source: Microsoft Graph, "Get access without a user" (learn.microsoft.com): an Entra application.
const teams = clientCredentials(
  [
    uuid('teams_tenant_id', 'Directory (tenant) ID'),
    uuid('teams_client_id', 'Application (client) ID', {
      description: 'Both are on the Overview page of the app registration.',
    }),
    password('teams_client_secret', 'Client secret value'),
  ],
  {
    link: ENTRA_GUIDE,
    guide: 'Grant **admin consent** to `Team.ReadBasic.All` and `ChannelMessage.Read.All`.',
  },
);

// Source: Discord developer documentation, "Authentication" and "Interactions" (discord.com/developers/docs).
const discord = custom(
  'bot',
  [
    text('discord_application_id', 'Application ID', {
      placeholder: '157730590492196864',
      description: 'Find it under General Information in the Developer Portal.',
    }),
    password('discord_bot_token', 'Bot token', { description: 'Find it under Bot > Reset Token.' }),
    text('discord_public_key', 'Public key', { tooltip: 'Not secret: it checks what Discord signs.' }),
    optional(
      longText('discord_guild_ids', 'Servers', {
        placeholder: 'One server ID a line',
        description: 'Leave it empty for every server the bot is in.',
      }),
    ),
  ],
  { link: 'https://discord.com/developers/docs/reference#authentication' },
);

// Source: Zoom, "Server-to-Server OAuth" (developers.zoom.us/docs/internal-apps/s2s-oauth).
const zoom = clientCredentials(
  [
    text('zoom_account_id', 'Zoom account ID'),
    text('zoom_client_id', 'Zoom client ID'),
    password('zoom_client_secret', 'Zoom client secret', {
      description: 'All three are under App Credentials of your Server-to-Server OAuth app.',
    }),
    optional(
      password('zoom_secret_token', 'Webhook secret token', {
        description: 'Find it under Feature > Token.',
      }),
    ),
  ],
  { link: 'https://developers.zoom.us/docs/internal-apps/s2s-oauth/' },
);

export const messagingListings: readonly Listing[] = [
  { name: 'Discord', provider: 'discord', form: discord },
  { name: 'Microsoft Teams', provider: 'microsoftteams', form: teams },
  { name: 'Slack', provider: 'slack', form: slackSignIn },
  { name: 'Slack (Bot Token)', provider: 'slack-bot', form: slackBot },
  { name: 'Slack (Legacy Token)', provider: 'slack', form: slackLegacy, version: '1.0.0', active: false },
  { name: 'Zoom Team Chat', provider: 'zoomteamchat', form: zoom },
];

export const messagingGeneric: readonly GenericRow[] = [
  ['Google Chat', 'googlechat', 'oauth2'],
  ['Mattermost', 'mattermost', 'api key + address'],
];
