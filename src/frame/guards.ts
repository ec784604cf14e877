/**
 * Whether a message is what it says. What is not, is nobody's: it is dropped without a word. Only own properties count:
 * a message is no place for what every object inherits.
 */
import {
  type FromHost,
  type FromPage,
  type HostMessage,
  type Init,
  NAMESPACE,
  type PageMessage,
  type Ready,
  type Return,
} from './protocol.js';

/** What `typeof` says of a property. */
type Kind = 'string' | 'number' | 'boolean' | 'object';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function has(value: unknown, name: string, kind: Kind): boolean {
  if (!isObject(value) || !Object.hasOwn(value, name)) return false;
  const property = (value as { readonly [name: string]: unknown })[name];
  return kind === 'object' ? isObject(property) : typeof property === kind;
}

const PAGE_MESSAGES: { readonly [t in keyof FromPage]: Kind } = {
  shown: 'string',
  resize: 'number',
  'need-token': 'number',
  'listen-return': 'string',
  stay: 'boolean',
  success: 'object',
  error: 'object',
  event: 'object',
  close: 'object',
};

const HOST_MESSAGES: { readonly [t in keyof FromHost]: Kind } = {
  options: 'object',
  token: 'object',
  'request-close': 'boolean',
  returned: 'object',
};

function isOneOf(kinds: { readonly [t: string]: Kind }, value: unknown): boolean {
  if (!has(value, 't', 'string')) return false;
  const { t } = value as { readonly t: string };
  return Object.hasOwn(kinds, t) && has(value, 'p', kinds[t] as Kind);
}

export const isPageMessage = (value: unknown): value is PageMessage => isOneOf(PAGE_MESSAGES, value);

const isOurs = (value: unknown, t: string): boolean =>
  has(value, 'ns', 'string') &&
  has(value, 't', 'string') &&
  (value as Ready).ns === NAMESPACE &&
  (value as Ready).t === t;

export const isReady = (value: unknown): value is Ready =>
  isOurs(value, 'ready') && has(value, 'v', 'object') && Array.isArray((value as Ready).v);

export const isInit = (value: unknown): value is Init => isOurs(value, 'init') && has(value, 'v', 'number');

export const isReturn = (value: unknown): value is Return =>
  isOurs(value, 'returned') && has(value, 'id', 'string') && has(value, 'confirm', 'string');

export function isHostMessage(value: unknown): value is HostMessage {
  if (!isOneOf(HOST_MESSAGES, value)) return false;
  const { t, p } = value as HostMessage;
  switch (t) {
    case 'options':
      return has(p, 'layout', 'string') && has(p, 'values', 'object') && Array.isArray(p.functions);
    case 'token':
      return has(p, 'seq', 'number');
    case 'returned':
      return has(p, 'id', 'string') && has(p, 'confirm', 'string');
    default:
      return true;
  }
}
