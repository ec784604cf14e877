/**
 * Builders for the fields of a form. What they make is required and, `password` and `longSecret` aside, no secret;
 * the last argument adds to that or changes it.
 */
import type { WireField } from './types.js';

type More = Omit<Partial<WireField>, 'key' | 'label' | 'type'>;
type Option = NonNullable<WireField['options']>[number];
type Builder = (key: string, label: string, more?: More) => WireField;

const secret =
  (type: NonNullable<WireField['type']>): Builder =>
  (key, label, more) => ({ key, label, type, required: true, ...more });

const plain =
  (type: NonNullable<WireField['type']>): Builder =>
  (key, label, more) => ({ key, label, type, required: true, secret: false, ...more });

export const text = plain('text');
export const number = plain('number');
export const longText = plain('text_area');
export const password = secret('password');
/** A secret of several lines, such as a private key: secret because it does not say otherwise. */
export const longSecret = secret('text_area');

export const option = (value: string, label: string, description?: string): Option =>
  description === undefined ? { value, label } : { value, label, description };

export const select = (key: string, label: string, options: readonly Option[], more?: More): WireField =>
  plain('select')(key, label, { options, ...more });

export const multiSelect = (key: string, label: string, options: readonly Option[], more?: More): WireField =>
  plain('multi-select')(key, label, { options, ...more });

export const email: Builder = (key, label, more) =>
  text(key, label, {
    placeholder: 'name@company.com',
    validation: { format: 'email', errorMessage: 'Enter an email address, such as name@company.com.' },
    ...more,
  });

export const url: Builder = (key, label, more) =>
  text(key, label, {
    validation: { format: 'url', errorMessage: 'Enter the whole address, beginning with https://.' },
    ...more,
  });

export const uuid: Builder = (key, label, more) =>
  text(key, label, {
    placeholder: '00000000-0000-0000-0000-000000000000',
    validation: { format: 'uuid', errorMessage: 'Enter the ID with its four dashes.' },
    ...more,
  });

/** The customer's own name in an address such as `acme.bamboohr.com`; `suffix` is what follows it. */
export const subdomain = (key: string, label: string, suffix: string, more?: More): WireField =>
  text(key, label, {
    placeholder: 'acme',
    description: `The part before ${suffix} in the address you sign in at.`,
    validation: {
      type: 'html-pattern',
      pattern: '^[A-Za-z0-9][A-Za-z0-9_\\-]*$',
      error: `Enter only the part before ${suffix}.`,
    },
    ...more,
  });

/** An address at `name.com` or at a host under it, with or without https:// before it. */
export const hostUnder = (key: string, label: string, name: string, more?: More): WireField =>
  text(key, label, {
    validation: { type: 'domain', pattern: name, error: `Enter an address at ${name}.com.` },
    ...more,
  });

/** A private key or certificate as a file has it; `kind` is the word after BEGIN. */
export const pem = (kind: string): Required<Pick<WireField, 'placeholder' | 'validation'>> => ({
  placeholder: `-----BEGIN ${kind}-----`,
  validation: {
    pattern: `-----BEGIN [A-Z ]*${kind}-----`,
    errorMessage: `Paste the whole file, beginning with -----BEGIN ${kind}-----.`,
  },
});

/** Shown with a copy button: something the user carries over to the provider. */
export const toCopy = (key: string, label: string, value: string, more?: More): WireField =>
  text(key, label, { required: false, readOnly: true, value, ...more });

/** Sent without being shown. */
export const hidden = (key: string, label: string, value: string): WireField =>
  text(key, label, { required: false, display: false, value });

/** Its value is the session's; absent where the project has no webhooks. */
export const triggerToken = (label: string, description: string): WireField =>
  text('external-trigger-token', label, {
    required: false,
    readOnly: true,
    description,
    condition: '{{present(external_trigger_token)}}',
  });

export const optional = (field: WireField): WireField => ({ ...field, required: false });

/** The field, shown only while the condition holds. */
export const when = (condition: string, field: WireField): WireField => ({ ...field, condition });

/** A numbered list, as guides write it. */
export const steps = (...lines: readonly string[]): string =>
  lines.map((line, index) => `${index + 1}. ${line}`).join('\n');

/** Where every sign-in of the hosted API returns to; customers enter it where they register their own app. */
export const REDIRECT_URI = 'https://app.stackone.com/embedded/accounts/callback';

/** Where providers would send their events. No server: the name is reserved for examples. */
export const WEBHOOK_URL = 'https://hooks.sandbox.example/events';
