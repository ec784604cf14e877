/** Systems that check backgrounds, and what each of their APIs asks for. */
import { custom, type Listing } from './entries.js';
import { option, password, select, toCopy, WEBHOOK_URL } from './fields.js';
import type { GenericRow } from './generic.js';

// Source: Checkr API reference, "Authentication" (docs.checkr.com): secret keys, test and live; webhooks by account.
const checkr = custom(
  'secret_key',
  [
    select(
      'checkr_mode',
      'Mode',
      [option('live', 'Live'), option('test', 'Test', 'No real checks are ordered')],
      {
        value: 'live',
      },
    ),
    password('checkr_secret_key', 'Secret API key', {
      description: 'Find it under Account Settings > Developer.',
    }),
    toCopy('checkr_webhook_url', 'Webhook URL', WEBHOOK_URL, {
      description: 'Add it on the same page, or reports arrive late.',
    }),
  ],
  { link: 'https://docs.checkr.com/' },
);

export const screeningListings: readonly Listing[] = [{ name: 'Checkr', provider: 'checkr', form: checkr }];

export const screeningGeneric: readonly GenericRow[] = [
  ['Veremark', 'veremark', 'api key'],
  ['Zinc', 'zinc', 'api key'],
];
