import type { WireField, WireNotice } from '../catalog/types.js';
import type { Connector } from './definition.js';
import { fixedId } from './few.js';

/** One connector whose form has every feature that a field can have. */

const plain = (key: string, label: string, more: Partial<WireField> = {}): WireField => ({
  key,
  label,
  type: 'text',
  required: false,
  secret: false,
  ...more,
});

const types: readonly WireField[] = [
  plain('company', 'Company', {
    required: true,
    placeholder: 'Acme Corp',
    description: 'As it stands on an invoice.',
    tooltip: 'Your provider shows it under **Settings**, **Billing**.',
  }),
  { key: 'untyped', label: 'Neither type nor secret given', required: false },
  { key: 'password', label: 'Password', type: 'password', required: true, secret: false },
  plain('port', 'Port', { type: 'number', value: 8443, placeholder: '443' }),
  plain('region', 'Region', {
    type: 'select',
    required: true,
    options: [
      { label: 'Europe', value: 'eu', description: 'Frankfurt and Dublin' },
      { label: 'United States', value: 'us', description: 'Virginia' },
      { label: 'Somewhere else', value: 'other' },
    ],
  }),
  plain('private_key', 'Private key', {
    type: 'text_area',
    secret: true,
    placeholder: '-----BEGIN PRIVATE KEY-----',
    guide: { description: 'Paste all of the file, first and last line included.', tooltip: 'A PEM file' },
  }),
  plain('scopes', 'Scopes', {
    type: 'multi-select',
    delimiter: ',',
    value: 'read',
    options: [
      { label: 'Read', value: 'read' },
      { label: 'Write', value: 'write' },
      { label: 'Delete', value: 'delete', description: 'Cannot be undone.' },
    ],
  }),
  plain('tags', 'Tags, joined by a space', {
    type: 'multi-select',
    options: [
      { label: 'Staff', value: 'staff' },
      { label: 'Contractors', value: 'contractors' },
    ],
  }),
];

const given: readonly WireField[] = [
  plain('callback_url', 'Callback URL', {
    readOnly: true,
    value: 'https://api.example.com/callback',
    description: 'Copy it into the settings of your provider.',
  }),
  plain('external-trigger-token', 'Trigger token', { readOnly: true }),
  plain('client_version', 'Sent, but not shown', { display: false, value: '2024-06' }),
];

const rules: readonly WireField[] = [
  plain('code', 'Code', {
    value: 'ABC-1',
    validation: {
      type: 'html-pattern',
      pattern: '^[A-Z]{3}-\\d+$',
      error: 'Three capitals, a dash, digits.',
    },
  }),
  plain('site', 'Site', {
    placeholder: 'acme.example.com',
    validation: { type: 'domain', pattern: 'example', error: 'An address at example.com.' },
  }),
  plain('digits', 'Four digits somewhere', {
    validation: { pattern: '\\d{4}', errorMessage: 'There have to be four digits.' },
  }),
  plain('email', 'E-mail', { validation: { format: 'email', errorMessage: 'That is no e-mail address.' } }),
  plain('url', 'URL', { validation: { format: 'url' } }),
  plain('uri', 'URI', { validation: { format: 'uri' } }),
  plain('uuid', 'UUID', { validation: { format: 'uuid' } }),
  plain('date', 'Date', { placeholder: '2026-01-31', validation: { format: 'date' } }),
  plain('datetime', 'Date and time', { validation: { format: 'datetime' } }),
];

const conditions: readonly WireField[] = [
  plain('other_region', 'Which region?', { required: true, condition: "{{region == 'other'}}" }),
  plain('deletion_reason', 'Why delete?', { condition: "{{includes(scopes, 'delete')}}" }),
  plain('port_note', 'Why another port?', { condition: '{{port|present && port != 443}}' }),
  plain('company_note', 'Shown once there is a company', { condition: '$.company' }),
  plain('webhook_secret', 'Shown while webhooks are on', {
    secret: true,
    condition: '{{hub_settings.project_settings.webhooks_enabled}}',
  }),
  plain('never', 'Never shown', { required: true, condition: 'false' }),
];

const notices: readonly WireNotice[] = [
  {
    key: 'top',
    type: 'info',
    description: 'This form has **everything** that a form can have.',
    position: 'top',
  },
  { key: 'region', type: 'warning', description: 'The region cannot be changed later.', anchor: 'region' },
  { key: 'other', type: 'info', description: 'Stands and goes with its field.', anchor: 'other_region' },
  { key: 'nowhere', type: 'info', description: 'Its field is never shown.', anchor: 'never' },
  { key: 'bottom', type: 'warning', description: 'Check everything before you go on.', position: 'bottom' },
];

export const everyField: Connector = {
  integrationId: fixedId(0x20),
  active: true,
  name: 'Every Field',
  provider: 'everyfield',
  category: 'documents',
  version: '1',
  configKey: 'everyfield_v1',
  environment: 'production',
  logoUrl: '',
  config: {
    key: 'everyfield',
    name: 'Every Field',
    type: 'custom',
    configFields: [...types, ...given, ...rules, ...conditions],
    configNotices: notices,
    support: {
      link: 'https://example.com/help',
      description: 'Make a key first:\n\n1. Open **Settings**.\n2. Choose `API keys`.\n3. Copy the key.',
    },
  },
};
