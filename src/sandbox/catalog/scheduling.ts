/** Where appointments are made, and what each of the APIs asks for. */
import { custom, signIn, type Listing } from './entries.js';
import { hidden, option, password, select, text, toCopy, url, WEBHOOK_URL, when } from './fields.js';
import type { GenericRow } from './generic.js';

// Source: Acuity Scheduling, "Quick start" (developers.acuityscheduling.com): basic, user ID and API key.
const acuity = custom(
  'basic',
  [
    text('acuity_user_id', 'User ID', {
      placeholder: '12345678',
      description: 'Find it under Integrations > API > View credentials.',
      validation: { pattern: '^[0-9]+$', errorMessage: 'A user ID is a number.' },
    }),
    password('acuity_api_key', 'Acuity API key'),
  ],
  { link: 'https://developers.acuityscheduling.com/reference/quick-start' },
);

// Source: Calendly, "How to authenticate with OAuth" (developer.calendly.com): Calendly's own consent page.
const calendlySignIn = signIn([], {
  link: 'https://developer.calendly.com/how-to-access-calendly-data-on-behalf-of-authenticated-users',
});

// Source: Calendly, "How to authenticate with personal access tokens" (developer.calendly.com).
const calendly = custom(
  'personal_access_token',
  [
    password('calendly_token', 'Personal access token', {
      description: 'Find it under Integrations & apps > API and webhooks.',
    }),
    toCopy('calendly_webhook_url', 'Webhook URL', WEBHOOK_URL, {
      description: 'Calendly calls it when a meeting is booked or cancelled. Paid plans only.',
    }),
  ],
  { link: 'https://developer.calendly.com/how-to-authenticate-with-personal-access-tokens' },
);

// Source: Cal.com API v2, "Introduction" (cal.com/docs/api-reference/v2): an API key and a dated version header.
const calCom = custom(
  'api_key',
  [
    select(
      'cal_hosting',
      'Where your Cal.com runs',
      [option('cloud', 'cal.com'), option('self', 'Self-hosted')],
      { value: 'cloud' },
    ),
    when(
      "{{cal_hosting == 'self'}}",
      url('cal_api_url', 'API address', { placeholder: 'https://api.cal.acme.com/v2' }),
    ),
    password('cal_api_key', 'Cal.com API key', {
      placeholder: 'cal_live_…',
      description: 'Find it under Settings > Developer > API keys.',
    }),
    hidden('cal_api_version', 'API version', '2024-08-13'),
  ],
  { link: 'https://cal.com/docs/api-reference/v2/introduction' },
);

export const schedulingListings: readonly Listing[] = [
  { name: 'Acuity Scheduling', provider: 'acuityscheduling', form: acuity },
  { name: 'Cal.com', provider: 'calcom', form: calCom },
  { name: 'Calendly', provider: 'calendly', form: calendlySignIn },
  { name: 'Calendly (Personal Access Token)', provider: 'calendly-token', form: calendly },
];

export const schedulingGeneric: readonly GenericRow[] = [
  ['Doodle', 'doodle', 'oauth2'],
  ['SavvyCal', 'savvycal', 'api key'],
];
