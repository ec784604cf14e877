import type { WireField } from './catalog/types.js';

/** What is wrong with a value that was given for a field, in words for the user. */
export function problemIn(field: WireField, value: string): string | undefined {
  if (value === '' || field.display === false || field.readOnly === true) return undefined;
  if (field.type === 'number' && !/^[+-]?(\d+\.?\d*|\.\d+)$/.test(value))
    return `${field.label} must be a number.`;
  if (!isOneOfTheOptions(field, value)) return `${field.label} must be one of the options.`;
  if (field.validation && !holds(field.validation, value)) {
    return errorOf(field.validation) ?? `${field.label} does not have the expected form.`;
  }
  return undefined;
}

type Validation = NonNullable<WireField['validation']>;

const errorOf = (validation: Validation): string | undefined =>
  'type' in validation ? validation.error : validation.errorMessage;

function isOneOfTheOptions({ type, options, delimiter }: WireField, value: string): boolean {
  if (!Array.isArray(options) || (type !== 'select' && type !== 'multi-select')) return true;
  const chosen = type === 'select' ? [value] : value.split(delimiter ?? ' ');
  return chosen.every((choice) => options.some((option) => option.value === choice));
}

function holds(validation: Validation, value: string): boolean {
  if ('format' in validation) return FORMATS[validation.format]?.(value) ?? true;
  const literal =
    'type' in validation && validation.type === 'domain' && /^[A-Za-z0-9.-]+$/.test(validation.pattern);
  return literal ? isUnder(`${validation.pattern}.com`, value) : matches(validation.pattern, value);
}

/** A pattern that is none must not refuse what the user cannot put right. */
function matches(pattern: string, value: string): boolean {
  try {
    return new RegExp(pattern).test(value);
  } catch {
    return true;
  }
}

/** A bare host or a URL, of that domain or below. */
function isUnder(domain: string, value: string): boolean {
  const url = value.includes('://') ? value : `https://${value}`;
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === domain.toLowerCase() || hostname.endsWith(`.${domain.toLowerCase()}`);
}

const isDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value));

const FORMATS: { readonly [format: string]: (value: string) => boolean } = {
  email: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
  url: (value) => /^https?:/i.test(value) && URL.canParse(value),
  uri: (value) => URL.canParse(value),
  uuid: (value) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value),
  date: (value) => value.length === 10 && isDate(value),
  datetime: (value) => value.includes('T') && isDate(value),
};
