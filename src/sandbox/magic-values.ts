import type { Connector } from './scenarios/definition.js';
import { type Credentials, refusedFields } from './credentials.js';
import { ApiError, GatewayError } from './errors.js';
import { setupOf } from './fields.js';
import type { World } from './world.js';

/** What a credential can be typed as, in any field, to choose how the provider takes it. */
export interface MagicValue {
  readonly value: string;
  /** What happens then. */
  readonly what: string;
}

/**
 * The values that choose an outcome, as test cards do for payments. They work in every field, plain or secret, and
 * also at the start of a longer value (`invalid@acme.com`, `invalid.example.com`, `https://invalid.example.com`),
 * so that they pass a field's own rules.
 */
export const magicValues = [
  { value: 'accepted', what: 'The account is connected, as with any value that is not in this list.' },
  { value: 'invalid', what: '422: this field is not valid.' },
  { value: 'refused', what: '400: the provider refuses the credentials; the message is JSON text.' },
  { value: 'locked', what: '400: the account at the provider is locked.' },
  { value: 'rate-limited', what: '429 with Retry-After: 5.' },
  { value: 'boom', what: '500.' },
  { value: 'gateway', what: '502 in HTML, as a gateway answers.' },
  { value: 'lost', what: 'The account is connected, but the answer is lost on its way; once.' },
  { value: 'slow', what: 'Connected, after 5 seconds.' },
  { value: 'conflict', what: '409: connected already.' },
] as const satisfies readonly MagicValue[];

type Word = (typeof magicValues)[number]['value'];

const WORDS: ReadonlySet<string> = new Set(magicValues.map(({ value }) => value));
const PATTERN = new RegExp(`^(?:https?://)?(${[...WORDS].join('|')})(?:[@._-].*)?$`, 's');

interface Found {
  readonly word: Word;
  readonly key: string;
}

function find(credentials: Credentials): Found | undefined {
  for (const [key, value] of credentials) {
    const word = PATTERN.exec(value)?.[1];
    if (word !== undefined && word !== 'accepted') return { word: word as Word, key };
  }
  return undefined;
}

/**
 * Tries the credentials at the provider, as far as this sandbox has one.
 *
 * @returns `'lost'` where they are right, but the answer shall not arrive.
 * @throws {ApiError} where the provider does not take them.
 */
export async function tryAtProvider(
  world: World,
  entry: Connector,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<'accepted' | 'lost'> {
  const found = find(credentials);
  if (found?.word === 'lost') return 'lost';
  if (found?.word === 'slow') await world.sleep(5000, signal);
  else if (found) throw refusal(world, entry, found);
  return 'accepted';
}

function refusal(world: World, entry: Connector, { word, key }: Found): Error {
  const { name } = entry;
  switch (word) {
    case 'invalid': {
      const label = setupOf(entry).fields.find((field) => field.key === key)?.label ?? key;
      return refusedFields(world, new Map([[key, `${label} is not valid: ${name} does not accept it.`]]));
    }
    case 'refused': {
      const said = { error: 'invalid_credentials', error_description: 'The credentials were not accepted.' };
      const message = `${name} refused these credentials.`;
      return new ApiError(400, JSON.stringify({ message, provider_response: said }), {
        providerResponse: said,
      });
    }
    case 'locked':
      return new ApiError(400, `The account at ${name} is locked. Unlock it there, then try again.`, {
        providerResponse: { error: 'account_locked', error_description: 'Too many failed sign-ins.' },
      });
    case 'rate-limited':
      return new ApiError(429, 'Too many requests', { headers: { 'Retry-After': '5' } });
    case 'gateway':
      return new GatewayError();
    case 'conflict':
      return new ApiError(409, `This ${name} account is connected already.`);
    case 'boom':
    case 'accepted':
    case 'lost':
    case 'slow':
      return new ApiError(500, 'Internal server error');
  }
}
