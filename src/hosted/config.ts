import { parseBaseUrl, safeUrl } from '../api/address.js';

/** What the operator of a hosted page says in the `hub.json` beside it. Nothing of it can come from an address. */
export interface HostedConfig {
  /** The API. https, or http on this machine. Default `https://api.stackone.com`. */
  readonly baseUrl?: string;
  /** The app whose page a plain sign-in returns to. Default `https://app.stackone.com`. */
  readonly appUrl?: string;
  /** The origins whose pages may show this page in a frame, exactly; `[]` for none. */
  readonly allowedOrigins: readonly string[];
  /** The product's name: whoever opens a sign-in link is told who asks. */
  readonly name?: string;
  /** Where a sign-in link leads back to. Default nowhere: the page says that it can be closed. */
  readonly returnUrl?: string;
}

/** The configuration, or what is wrong with it, or that nobody could be asked for it. */
export type LoadedConfig =
  | { readonly name: 'config'; readonly config: HostedConfig }
  | { readonly name: 'problems'; readonly problems: readonly string[] }
  | { readonly name: 'unreachable' };

type Rule = (value: unknown) => boolean;

const isAddress: Rule = (value) => typeof value === 'string' && parseBaseUrl(value) !== undefined;
/** As a browser writes it: it is compared exactly. */
const isOrigin: Rule = (value) => typeof value === 'string' && parseBaseUrl(value) === value && isBare(value);
const isBare = (address: string): boolean => new URL(address).origin === address;

const ADDRESS = 'must be an https address (http only on this machine), without query or fragment';

const RULES: { readonly [name in keyof HostedConfig]-?: readonly [fits: Rule, otherwise: string] } = {
  baseUrl: [isAddress, ADDRESS],
  appUrl: [isAddress, ADDRESS],
  allowedOrigins: [
    (value) => Array.isArray(value) && value.every(isOrigin),
    'must be a list of origins, like "https://app.example.com"',
  ],
  name: [(value) => typeof value === 'string' && value.trim() !== '', 'must be the name of your product'],
  returnUrl: [
    (value) => typeof value === 'string' && safeUrl(value) !== undefined,
    'must be an https address (http only on this machine)',
  ],
};

/** @param text of `hub.json`. */
export function parseConfig(text: string): LoadedConfig {
  const given = parsed(text);
  if (!given) return { name: 'problems', problems: ['hub.json must be a JSON object.'] };
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(RULES, name));
  const wrong = Object.entries(RULES).filter(([name, [fits]]) => {
    const isMissing = !Object.hasOwn(given, name);
    return isMissing ? name === 'allowedOrigins' : !fits(given[name]);
  });
  const problems = [
    ...unknown.map((name) => `hub.json: there is no "${name}".`),
    ...wrong.map(([name, [, otherwise]]) => `hub.json: "${name}" ${otherwise}.`),
  ];
  return problems.length > 0
    ? { name: 'problems', problems }
    : { name: 'config', config: given as unknown as HostedConfig };
}

function parsed(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as { readonly [name: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}

/** Fetches `hub.json` from beside this page. */
export async function loadConfig(): Promise<LoadedConfig> {
  if (!isAddress(location.origin)) {
    return {
      name: 'problems',
      problems: ['This page must be served over https (http only on this machine).'],
    };
  }
  try {
    const response = await fetch('hub.json');
    if (response.ok) return parseConfig(await response.text());
    const problems = [`hub.json is missing beside this page: its server answered ${response.status}.`];
    return response.status < 500 ? { name: 'problems', problems } : { name: 'unreachable' };
  } catch {
    return { name: 'unreachable' };
  }
}
