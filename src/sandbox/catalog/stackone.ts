/** StackOne's own connectors: no product behind them, so their forms are ours and show what a form can do. */
import { custom, info, type Listing, warning } from './entries.js';
import {
  email,
  hidden,
  longSecret,
  longText,
  multiSelect,
  number,
  option,
  optional,
  password,
  pem,
  select,
  text,
  toCopy,
  triggerToken,
  uuid,
  WEBHOOK_URL,
  when,
} from './fields.js';

const DOCS = 'https://docs.stackone.com/';

const EVENTS = [
  option('employee.created', 'Employee created'),
  option('employee.updated', 'Employee changed', 'Also when a manager or a team changes'),
  option('employee.left', 'Employee left'),
];

/** Without fields: what a connector shows that only has something to say. */
const demoData = custom('none', [], {
  link: DOCS,
  notices: [
    info('demo', 'Connects a company with **invented people**. Nothing is asked for.', { position: 'top' }),
    warning('demo-reset', 'Never connect it where somebody could take these people for real ones.', {
      position: 'bottom',
    }),
  ],
});

const fileImport = custom(
  'sftp',
  [
    text('sftp_uri', 'Folder', {
      placeholder: 'sftp://files.acme.com/exports/people',
      validation: { format: 'uri', errorMessage: 'Enter the folder with sftp:// before it.' },
    }),
    optional(number('sftp_port', 'Port', { value: 22 })),
    text('sftp_username', 'User name'),
    select('sftp_auth', 'How to sign in', [option('key', 'Private key'), option('password', 'Password')], {
      value: 'key',
    }),
    when("{{sftp_auth == 'key'}}", longSecret('sftp_private_key', 'Private key', pem('PRIVATE KEY'))),
    when("{{sftp_auth == 'key'}}", optional(password('sftp_passphrase', 'Passphrase'))),
    when("{{sftp_auth == 'password'}}", password('sftp_password', 'Password')),
    optional(
      text('import_since', 'Import files since', {
        placeholder: '2026-01-31',
        validation: { format: 'date', errorMessage: 'Write the date as year-month-day, such as 2026-01-31.' },
      }),
    ),
    multiSelect(
      'file_kinds',
      'Kinds of file',
      [option('csv', 'CSV'), option('xlsx', 'Excel'), option('json', 'JSON')],
      {
        value: 'csv',
      },
    ),
  ],
  {
    link: DOCS,
    notices: [info('passphrase', 'Leave it empty if the key has none.', { anchor: 'sftp_passphrase' })],
  },
);

const testConnector = custom(
  'test',
  [
    uuid('test_run_id', 'Test run ID', { value: '3f0b6a52-7c1e-4f7b-9d83-0a5d4b1c2e6f' }),
    password('test_secret', 'Secret', {
      description: 'Anything. `invalid`, `locked` and `boom` have results of their own.',
    }),
    optional(email('test_contact', 'Who to tell about failures')),
    optional(
      text('changed_since', 'Changed since', {
        placeholder: '2026-01-31T08:00:00Z',
        validation: {
          format: 'datetime',
          errorMessage: 'Write date and time as 2026-01-31T08:00:00Z.',
        },
      }),
    ),
    optional(longText('test_notes', 'Notes', { placeholder: 'Several lines, and no secret' })),
    when(
      '{{missing(external_trigger_token)}}',
      optional(
        text('polling_minutes', 'Minutes between polls', { value: 15, tooltip: 'Only without webhooks.' }),
      ),
    ),
    hidden('test_harness', 'Harness', 'catalogue'),
  ],
  { link: DOCS, guide: 'Every outcome on purpose: see the **magic values** of the sandbox.' },
);

const webhooks = custom(
  'webhook',
  [
    toCopy('stackone_webhook_url', 'Webhook URL', WEBHOOK_URL, {
      description: 'Send your events here as JSON.',
    }),
    triggerToken('Trigger token', 'Send it in the header `x-trigger-token` with every event.'),
    multiSelect('events', 'Events you will send', EVENTS, { delimiter: ';' }),
    when(
      '$.hub_settings.project_settings.webhooks_enabled',
      password('webhook_signing_key', 'Signing key', {
        tooltip: 'You sign every event with it, and we check.',
      }),
    ),
  ],
  { link: DOCS },
);

export const stackoneListings: readonly Listing[] = [
  { name: 'StackOne Demo Data', provider: 'stackone-demo', form: demoData },
  { name: 'StackOne File Import (SFTP)', provider: 'stackone-file-import', form: fileImport },
  { name: 'StackOne Test Connector', provider: 'stackone-test', form: testConnector },
  { name: 'StackOne Webhooks', provider: 'stackone-webhooks', form: webhooks },
];
