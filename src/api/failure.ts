/** From an answer that is not a success to the one kind of error. */
import { HubError, type HubErrorInit } from './errors.js';
import { shown } from './shown.js';
import { isRecord, type JsonRecord, own } from './shapes.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** The body as text, within the cap. */
  readonly body: string;
}

const MAX_REQUEST_ID = 100;

export function failureFrom(answer: Answer, kind: 'read' | 'write' | 'poll'): HubError {
  const { status, headers } = answer;
  const body = parseBody(answer.body);
  const requestId = requestIdOf(headers);
  return new HubError({
    status,
    requestId,
    retryAfter: retryAfter(headers.get('retry-after')),
    fields: body.fields,
    details: body.details,
    ...verdict(status, body),
    outcomeUnknown: kind === 'write' && status >= 500,
  });
}

/** What the support desk is told. */
export const requestIdOf = (headers: Headers): string | undefined =>
  headers.get('x-request-id')?.slice(0, MAX_REQUEST_ID);

function verdict(status: number, body: ErrorBody): Pick<HubErrorInit, 'code' | 'retryable'> {
  if (status === 401) return { code: saysExpired(body.message) ? 'session_expired' : 'session_invalid' };
  if (status === 403) return { code: 'forbidden' };
  if (status === 404 || status === 410) return { code: 'not_found' };
  if (status === 409) return { code: 'conflict' };
  if (status === 429) return { code: 'rate_limited', retryable: true };
  if (status === 408) return { code: 'timeout', retryable: true };
  if (status >= 500) return { code: 'server_error', retryable: true };
  if (status === 400 || status === 422) {
    return { code: body.fromProvider ? 'provider_error' : 'validation_failed' };
  }
  return { code: 'invalid_response' };
}

/** The wire has one status for "over" and "never was"; the server's own word is the only hint at load time. */
const saysExpired = (message: string | undefined): boolean => /expire/i.test(message ?? '');

interface ErrorBody {
  readonly message?: string | undefined;
  readonly details?: string | undefined;
  readonly fromProvider: boolean;
  readonly fields: ReadonlyMap<string, string>;
}

function parseBody(text: string): ErrorBody {
  const outer = parseRecord(text);
  if (!outer) return { fromProvider: false, fields: new Map() };
  const message = textOf(own(outer, 'message'));
  // Deployed servers put a whole JSON object into the message: the inner one is the better answer.
  const inner = message === undefined ? undefined : parseRecord(message);
  const response = own(outer, 'provider_response') ?? own(inner, 'provider_response');
  const words = inner ? textOf(own(inner, 'message')) : message;
  const details = [words, textOf(response)].filter(Boolean).join('\n');
  return {
    message: words,
    details: shown(redact(details)) || undefined,
    fromProvider: response !== undefined && response !== null,
    fields: fieldMessages(outer),
  };
}

function fieldMessages(body: JsonRecord): ReadonlyMap<string, string> {
  const messages = new Map<string, string>();
  const add = (key: unknown, message: unknown) => {
    const words = Array.isArray(message) ? message[0] : message;
    if (typeof key === 'string' && typeof words === 'string') {
      messages.set(key, shown(redact(words)));
    }
  };
  const data = asRecord(own(body, 'data'));
  for (const [key, message] of Object.entries(asRecord(own(data, 'fields')) ?? {})) add(key, message);
  const errors = own(body, 'errors');
  for (const entry of Array.isArray(errors) ? errors : []) {
    const error = asRecord(entry);
    add(own(error, 'field') ?? own(error, 'key'), own(error, 'message'));
  }
  return messages;
}

const TOKEN_LIKE = /\b(?:sk|pk|cst|ghp|gho|xox[abp]|eyJ)[-_A-Za-z0-9.]{8,}/g;
const redact = (text: string): string => text.replace(TOKEN_LIKE, '•••');

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (value === undefined || value === null) return undefined;
  try {
    return JSON.stringify(value, null, 2);
  } catch {
    // JSON that parses can be nested too deep to be written again.
    return undefined;
  }
}

const asRecord = (value: unknown): JsonRecord | undefined => (isRecord(value) ? value : undefined);

function parseRecord(text: string): JsonRecord | undefined {
  try {
    return asRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Seconds from a `Retry-After`, which is either seconds or a date; at most an hour. */
function retryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(Math.ceil(seconds), 0), 3600) : undefined;
}
