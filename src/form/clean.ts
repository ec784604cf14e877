import type { Field } from '../api/model.js';
import { fieldValue } from './fieldValue.js';
import { hostNameOf } from './hostName.js';
import { validateField } from './validate.js';

/** Zero-width characters and marks of writing direction: they come along unseen from documents and chats. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Tabs and whatever breaks a line. */
const BREAKS = /[\t-\r\u0085\u2028\u2029]/g;

/**
 * What a pasted text is meant to be in this field. Into one line it comes without line breaks and tabs, which a
 * copied key or table cell has around or inside it; space around it goes too, but not around a secret. A text area
 * keeps its lines. A web address becomes the subdomain where the field asks for that alone.
 *
 * @returns the text to put in instead, or `undefined` where the browser's own paste is right already
 * @example cleanPasted(subdomainField, 'https://acme.bamboohr.com/home') // 'acme'
 */
export function cleanPasted(field: Field, pasted: string): string | undefined {
  if (field.type === 'select' || field.type === 'multi-select') return undefined;
  const visible = pasted.replace(INVISIBLE, '');
  const cleaned = field.type === 'text_area' ? visible : cleanLine(field, visible);
  return cleaned === pasted ? undefined : cleaned;
}

function cleanLine(field: Field, text: string): string {
  const line = text.replace(BREAKS, '');
  const isSecret = field.secret && field.type !== 'number';
  return isSecret ? line : (subdomain(field, line.trim()) ?? line.trim());
}

const NAMES_ACCOUNT = /sub.?domain|company|tenant|account.?name|site|workspace/i;
const NAMES_ADDRESS = /ur[il]|web|host|link|domain.?name/i;
const SHOWS_ADDRESS = /\w\.\w{2}/;
const HOST_UNDER_DOMAIN = /^([a-z\d-]+)(?:\.[a-z\d-]+)+\.[a-z]{2,}$/;

/** The first label of an address's host, where the field wants a name and would take that label for one. */
function subdomain(field: Field, text: string): string | undefined {
  const asked = `${field.key} ${field.label}`;
  if (!NAMES_ACCOUNT.test(asked) || NAMES_ADDRESS.test(asked)) return undefined;
  if (SHOWS_ADDRESS.test(field.placeholder ?? '') || accepts(field, text)) return undefined;
  // Without its scheme, an address cannot be told from a name with dots, but that a subdomain is not.
  if (!/^https?:/i.test(text) && !/sub.?domain/i.test(asked)) return undefined;
  const [, label] = HOST_UNDER_DOMAIN.exec(hostNameOf(text) ?? '') ?? [];
  return label && label !== 'www' && !validateField(field, label) ? label : undefined;
}

/** Whether the field has a rule, and an address keeps it. */
const accepts = (field: Field, text: string): boolean =>
  field.validation !== undefined && !validateField(field, fieldValue(field, text));
