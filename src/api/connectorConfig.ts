/** Both configuration shapes of the wire, made into the one the hub works with. */
import { HubError } from './errors.js';
import type {
  ConnectorConfig,
  Field,
  FieldFormat,
  FieldOption,
  FieldType,
  Notice,
  Validation,
} from './model.js';
import { shown } from './shown.js';
import {
  type ConnectorDetails,
  type CurrentConfig,
  LegacyEntry,
  type WireField,
  type WireNotice,
} from './schemas.js';
import { type JsonRecord, own } from './shapes.js';

/** Which entry of a legacy configuration is meant. */
export interface ConfigChoice {
  readonly configKey?: string | null | undefined;
  readonly environment?: string | null | undefined;
}

export interface ConfigSource {
  readonly details: ConnectorDetails & Pick<ConnectorConfig, 'language'>;
  /** The account's choice first (edit mode), then the connector's: the first whose entry exists counts. */
  readonly choices: readonly ConfigChoice[];
  readonly externalTriggerToken?: string | null | undefined;
}

/** No product asks for as many; a page that drew thousands would stand still. */
const MAX_FIELDS = 200;
const MAX_OPTIONS = 20_000;
/** Of these each is drawn, while a list that opens is the browser's. */
const MAX_CHECK_BOXES = 2_000;
const MAX_NAME = 120;
const MAX_LABEL = 200;
const MAX_SENTENCE = 300;

export function connectorConfig({ details, choices, externalTriggerToken }: ConfigSource): ConnectorConfig {
  const { config } = details;
  const parts =
    'authentication' in config ? legacyParts(config.authentication, choices) : currentParts(config);
  if (isTooMuch(parts)) throw new HubError({ code: 'unsupported_field' });
  return {
    name: shown(config.name ?? config.key, MAX_NAME),
    signIn: parts.signIn,
    fields: parts.fields.map((field, index) => toField(field, index, externalTriggerToken ?? undefined)),
    notices: parts.notices.map(toNotice),
    ...(parts.guide && { guide: parts.guide }),
    iconUrl: config.assets?.icon ?? undefined,
    language: details.language,
  };
}

const countOptions = (fields: readonly WireField[]): number =>
  fields.reduce((sum, { options }) => sum + (options?.length ?? 0), 0);

function isTooMuch({ fields, notices }: Parts): boolean {
  return (
    fields.length > MAX_FIELDS ||
    notices.length > MAX_FIELDS ||
    countOptions(fields) > MAX_OPTIONS ||
    countOptions(fields.filter(({ type }) => type === 'multi-select')) > MAX_CHECK_BOXES
  );
}

interface Parts {
  readonly signIn: ConnectorConfig['signIn'];
  readonly fields: readonly WireField[];
  readonly notices: readonly WireNotice[];
  readonly guide?: NonNullable<ConnectorConfig['guide']> | undefined;
}

function currentParts(config: CurrentConfig): Parts {
  const throughWindow = (config.grantType ?? 'authorization_code') === 'authorization_code';
  return {
    signIn: config.type === 'oauth2' && throughWindow ? 'window' : 'form',
    fields: config.configFields,
    notices: config.configNotices,
    guide: guide(config.support?.link, config.support?.description),
  };
}

function legacyParts(authentication: JsonRecord, choices: readonly ConfigChoice[]): Parts {
  const entry = choices.map((choice) => legacyEntry(authentication, choice)).find((found) => found);
  if (!entry) throw new HubError({ code: 'not_found' });
  return {
    signIn: entry.type === 'oauth2' ? 'window' : 'form',
    fields: entry.fields,
    notices: [],
    guide: guide(entry.guide?.supportLink, entry.guide?.description),
  };
}

function legacyEntry(authentication: JsonRecord, choice: ConfigChoice): LegacyEntry | undefined {
  const environments = own(authentication, choice.configKey ?? '') as JsonRecord | undefined;
  const parsed = LegacyEntry.safeParse(own(environments, choice.environment ?? ''));
  return parsed.success ? parsed.data : undefined;
}

const guide = (link: string | null | undefined, description: string | null | undefined) =>
  link || description ? { link: link ?? undefined, description: description ?? undefined } : undefined;

const FIELD_TYPES = new Set(['text', 'password', 'number', 'select', 'text_area', 'multi-select']);

function toField(field: WireField, index: number, externalTriggerToken: string | undefined): Field {
  const triggers = field.key === 'external-trigger-token';
  const type = (FIELD_TYPES.has(field.type ?? '') ? field.type : 'text') as FieldType;
  return {
    id: `f${index}`,
    key: field.key,
    label: shown(field.label, MAX_LABEL) || shown(humanized(field.key), MAX_LABEL),
    type,
    required: field.required ?? false,
    readOnly: triggers || (field.readOnly ?? false),
    secret: !triggers && (type === 'password' || (field.secret ?? true)),
    hidden: field.display === false,
    placeholder: shown(field.placeholder, MAX_LABEL) || undefined,
    description: joined(field.description, field.guide?.description),
    tooltip: joined(field.tooltip, field.guide?.tooltip),
    options: toOptions(field.options ?? []),
    delimiter: field.delimiter ?? ' ',
    value: triggers ? externalTriggerToken : (field.value ?? undefined),
    condition: field.condition ?? undefined,
    validation: toValidation(field.validation),
  };
}

/** The options, each value once: a second one could not be told from the first. */
function toOptions(options: NonNullable<WireField['options']>): readonly FieldOption[] {
  const unique = new Map<string, FieldOption>();
  for (const { value, label, description } of options) {
    if (unique.has(value)) continue;
    const words = shown(label, MAX_LABEL) || shown(value, MAX_LABEL);
    unique.set(value, { value, label: words, description: sentence(description) });
  }
  return [...unique.values()];
}

/** `api_key` → `Api key`, for the field that came without a label. */
function humanized(key: string): string {
  const words = key.replace(/[_\-.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const joined = (first: string | null | undefined, second: string | null | undefined): string | undefined =>
  [...new Set([first, second])].filter(Boolean).join('\n') || undefined;

const sentence = (words: string | null | undefined): string | undefined =>
  shown(words, MAX_SENTENCE) || undefined;

const FORMATS = new Set(['email', 'url', 'uri', 'uuid', 'date', 'datetime']);

function toValidation(validation: WireField['validation']): Validation | undefined {
  if (!validation) return undefined;
  const { type, pattern, format } = validation;
  const error = sentence(validation.error ?? validation.errorMessage);
  if (pattern && type === 'domain') return { kind: 'domain', pattern, error };
  if (pattern) return { kind: 'pattern', pattern, error };
  if (format && FORMATS.has(format)) return { kind: 'format', format: format as FieldFormat, error };
  return undefined;
}

const toNotice = (notice: WireNotice, index: number): Notice => ({
  id: `n${index}`,
  tone: notice.type === 'warning' ? 'warning' : 'info',
  description: notice.description,
  position: notice.position === 'bottom' ? 'bottom' : 'top',
  anchor: notice.anchor ?? undefined,
});
