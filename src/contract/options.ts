import * as z from 'zod/mini';
import type { Messages } from '../text/text.js';
import type { ConnectedAccount, HubClosing, HubEvent, HubFailure } from './events.js';

/**
 * The options of every door: props of `<ConnectHub>`, properties of the element, options of the loader.
 *
 * @example
 * <ConnectHub token={token} onSuccess={({ id }) => saveAccount(id)} />
 */
export interface HubOptions {
  /**
   * The connect-session token your backend got from `POST /connect_sessions`. While it is not there yet (`undefined`,
   * `null` or empty) the hub waits. Give this or `getToken`.
   */
  readonly token?: string | null | undefined;
  /**
   * Asks your backend for a token: when the hub starts, and again when a session has ended, so that the user goes on
   * where they were. Give this or `token`.
   */
  readonly getToken?: (() => Promise<string>) | undefined;
  /** The API. https, or http on this machine. Default `https://api.stackone.com`. */
  readonly baseUrl?: string | undefined;
  /** The app whose page a provider's sign-in returns to. Default `https://app.stackone.com`. */
  readonly appUrl?: string | undefined;
  /** Edit this account, whatever the session says. */
  readonly accountId?: string | undefined;
  /** Used for every request in place of the page's `fetch`; the sandbox's, in tests. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Default `system`: what the user's device prefers. */
  readonly theme?: 'light' | 'dark' | 'system' | undefined;
  /** BCP 47 tag. Default `en`. */
  readonly locale?: string | undefined;
  /** Your own sentences in place of the hub's, by key. */
  readonly messages?: Messages | undefined;
  /** A CSS length. Default `600px`. */
  readonly height?: string | undefined;
  /** An account was made or changed, after the server said so; exactly once each. */
  readonly onSuccess?: ((account: ConnectedAccount) => void) | undefined;
  /** Something failed; the user has been told already. */
  readonly onError?: ((failure: HubFailure) => void) | undefined;
  /** The hub has ended; once. With this callback the hub shows its Close and Done buttons. */
  readonly onClose?: ((closing: HubClosing) => void) | undefined;
  /** What happens on the way, for analytics. */
  readonly onEvent?: ((event: HubEvent) => void) | undefined;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';
const callback = (signature: string) =>
  z.nullish(z.custom<(...args: never[]) => unknown>(isFunction, `must be a function: ${signature}`));
const text = z.string('must be a string');
const CSS_LENGTH =
  /^(?:auto|0|\d*\.?\d+(?:px|r?(?:em|ex|ch|cap|ic|lh)|(?:[sld]?v|cq)(?:w|h|i|b|min|max)|cm|mm|q|in|pt|pc|%))$/i;

const SHAPE = {
  token: z.nullish(text),
  getToken: callback('() => Promise<string>'),
  baseUrl: z.nullish(text),
  appUrl: z.nullish(text),
  accountId: z.nullish(text),
  fetch: callback('fetch'),
  theme: z.nullish(z.enum(['light', 'dark', 'system'], 'must be "light", "dark" or "system"')),
  locale: z.nullish(text.check(z.refine(isLocale, 'must be a BCP 47 language tag, like "en" or "pt-BR"'))),
  messages: z.nullish(z.custom<Messages>(isMessages, 'must be an object of sentences by key')),
  height: z.nullish(text.check(z.regex(CSS_LENGTH, 'must be a CSS length, like "640px"'))),
  onSuccess: callback('(account) => void'),
  onError: callback('(failure) => void'),
  onClose: callback('(closing) => void'),
  onEvent: callback('(event) => void'),
};

const Schema = z.object(SHAPE);

/** What is wrong with the options, one sentence each; empty where nothing is. */
export function optionProblems(options: object): readonly string[] {
  const unknown = Object.keys(options).filter((name) => !Object.hasOwn(SHAPE, name));
  const parsed = Schema.safeParse(options);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `Option "${issue.path.join('.')}" ${issue.message}.`);
  const { token, getToken } = options as HubOptions;
  return [
    ...unknown.map((name) => `There is no option "${name}".${suggestion(name)}`),
    ...wrong,
    ...(token && getToken ? ['Give "token" or "getToken", not both.'] : []),
  ];
}

function suggestion(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length < 3) return '';
  const distance = (known: string): number => Math.abs(known.length - plain.length);
  const [nearest] = Object.keys(SHAPE)
    .filter((known) => known.toLowerCase().includes(plain) || plain.includes(known.toLowerCase()))
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest ? ` Did you mean "${nearest}"?` : '';
}

function isMessages(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((sentence) => typeof (sentence ?? '') === 'string');
}

/** Whether `Intl` takes it for a language tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
