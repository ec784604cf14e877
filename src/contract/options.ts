import type { Messages } from '../text/keys.js';
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
   * where they were. The first token is waited for; another that is not there after 30 seconds has failed. Give this
   * or `token`.
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
  /**
   * The reader's language, as a BCP 47 tag. There are `ar`, `de`, `en`, `es`, `fr`, `he`, `it`, `ja`, `nl`, `pl`,
   * `pt-BR` and `zh-CN`; the one that comes nearest is taken, else English. Numbers are written as in the country
   * named. Default: what the reader's browser prefers.
   */
  readonly locale?: string | undefined;
  /**
   * Your own sentences in place of the hub's, by key. Those of a language that there is not name it as well, and can
   * have all of its plural forms.
   *
   * @example
   * { 'title.create': 'Add a data source' }
   * { language: 'cs', 'title.create': 'Připojit účet', 'picker.results_few': '{count} výsledky' }
   */
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

/** What is wrong with a value; nothing where it will do. */
type Rule = (value: unknown) => string | undefined;

const text: Rule = (value) => (typeof value === 'string' ? undefined : 'must be a string');
const textLike =
  (fits: (text: string) => boolean, otherwise: string): Rule =>
  (value) =>
    typeof value === 'string' && !fits(value) ? otherwise : text(value);
const callback =
  (signature: string): Rule =>
  (value) =>
    typeof value === 'function' ? undefined : `must be a function: ${signature}`;

const CSS_LENGTH =
  /^(?:auto|0|\d*\.?\d+(?:px|r?(?:em|ex|ch|cap|ic|lh)|(?:[sld]?v|cq)(?:w|h|i|b|min|max)|cm|mm|q|in|pt|pc|%))$/i;

/** What is asked of an option that is given. In plain functions, for the loader carries no library. */
const RULES: { readonly [name in keyof HubOptions]-?: Rule } = {
  token: text,
  getToken: callback('() => Promise<string>'),
  baseUrl: text,
  appUrl: text,
  accountId: text,
  fetch: callback('fetch'),
  theme: (value) =>
    ['light', 'dark', 'system'].includes(value as string) ? undefined : 'must be "light", "dark" or "system"',
  locale: textLike(isLocale, 'must be a BCP 47 language tag, like "en" or "pt-BR"'),
  messages: (value) => (isMessages(value) ? undefined : 'must be an object of sentences by key'),
  height: textLike((height) => CSS_LENGTH.test(height), 'must be a CSS length, like "640px"'),
  onSuccess: callback('(account) => void'),
  onError: callback('(failure) => void'),
  onClose: callback('(closing) => void'),
  onEvent: callback('(event) => void'),
};

/** What is wrong with the options, one sentence each; empty where nothing is. */
export function optionProblems(options: object): readonly string[] {
  const given: { readonly [name: string]: unknown } = { __proto__: null, ...options };
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(RULES, name));
  const wrong = Object.entries(RULES).flatMap(([name, rule]) => {
    const value = given[name];
    const problem = value === undefined || value === null ? undefined : rule(value);
    return problem ? [`Option "${name}" ${problem}.`] : [];
  });
  return [
    ...unknown.map((name) => `There is no option "${name}".${suggestion(name)}`),
    ...wrong,
    ...(given['token'] && given['getToken'] ? ['Give "token" or "getToken", not both.'] : []),
  ];
}

function suggestion(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length < 3) return '';
  const distance = (known: string): number => Math.abs(known.length - plain.length);
  const [nearest] = Object.keys(RULES)
    .filter((known) => known.toLowerCase().includes(plain) || plain.includes(known.toLowerCase()))
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest ? ` Did you mean "${nearest}"?` : '';
}

function isMessages(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { language }: Messages = value;
  return (
    Object.values(value).every((sentence) => typeof (sentence ?? '') === 'string') &&
    isLocale(language ?? 'en')
  );
}

/** Whether `Intl` takes it for a language tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
