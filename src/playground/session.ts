import { DEFAULT_SESSION, type SessionForm } from './settings.js';

export type SessionField = keyof SessionForm;

/** What is wrong with a session, by field, as the rest of a sentence that its name begins; `general` names no field. */
export type SessionProblems = { readonly [field in SessionField | 'general']?: string };

/** The body of `POST /connect_sessions`. */
export type SessionBody = Readonly<Record<string, unknown>>;

/** Why the hub is opened. */
export type HubTarget =
  /** With the session that the developer panel holds. */
  | { readonly kind: 'connect' }
  /** At one provider of the product's own choice. */
  | { readonly kind: 'suggestion'; readonly provider: string; readonly category: string }
  | { readonly kind: 'edit'; readonly accountId: string; readonly name: string };

/** Sent even when they are empty: that they are missing is the server's to say. */
const REQUIRED: ReadonlySet<SessionField> = new Set(['origin_owner_id', 'origin_owner_name']);

/** The session to create from what the form holds, and what in it cannot be sent at all. */
export function sessionFrom(form: SessionForm): { body: SessionBody; problems: SessionProblems } {
  const lifetime = form.expires_in.trim();
  const metadata = parseMetadata(form.metadata);
  const isNumber = lifetime === '' || Number.isFinite(Number(lifetime));
  const values: Readonly<Record<SessionField, unknown>> = {
    ...form,
    expires_in: lifetime && isNumber ? Number(lifetime) : '',
    metadata: metadata.value ?? '',
  };
  return {
    body: Object.fromEntries(FIELDS.flatMap((name) => entryOf(name, values[name]))),
    problems: {
      ...(!isNumber && { expires_in: 'has to be a number of seconds, such as 1800.' }),
      ...(metadata.problem !== undefined && { metadata: metadata.problem }),
    },
  };
}

/** The fields that say where the hub opens; a target that knows better leaves them out. */
const DESTINATION: readonly SessionField[] = [
  'categories',
  'provider',
  'provider_version',
  'integration_id',
  'account_id',
];

/** The session for a target: the owner and the account's tags stay, the destination is the target's. */
export function sessionFor(target: HubTarget, body: SessionBody): SessionBody {
  if (target.kind === 'connect') return body;
  const rest = Object.fromEntries(
    Object.entries(body).filter(([name]) => !DESTINATION.some((field) => field === name)),
  );
  if (target.kind === 'edit') return rest;
  return { ...rest, categories: [target.category], provider: target.provider };
}

const FIELDS = Object.keys(DEFAULT_SESSION) as SessionField[];

function entryOf(name: SessionField, value: unknown): [SessionField, unknown][] {
  const sent = typeof value === 'string' ? value.trim() : value;
  const isEmpty = sent === '' || sent === false || (Array.isArray(sent) && sent.length === 0);
  return isEmpty && !REQUIRED.has(name) ? [] : [[name, sent]];
}

function parseMetadata(text: string): { value?: object; problem?: string } {
  if (!text.trim()) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value };
    return { problem: 'has to be an object, such as {"plan": "pro"}.' };
  } catch {
    return { problem: 'is not JSON yet: keys and text stand in double quotes.' };
  }
}

/**
 * A refusal taken apart: the sandbox says everything that is wrong in one message, `origin_owner_id is required;
 * type must be production or test`, and each part belongs beside its field.
 */
export function problemsFrom(message: string): SessionProblems {
  const problems: Partial<Record<SessionField | 'general', string>> = {};
  for (const part of message.split('; ')) {
    const [first = ''] = part.split(' ');
    const field = FIELDS.find((name) => name === first);
    const place = field ?? 'general';
    const text = field ? part.slice(first.length + 1) : part;
    const before = problems[place];
    problems[place] = before === undefined ? ended(text) : `${before} It ${ended(text)}`;
  }
  return problems;
}

const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
