import type { SessionBody } from './session.js';
import type { Theme } from './settings.js';

/** What the code to paste depends on. */
export interface CodeInput {
  readonly baseUrl: string;
  /** Only for the doors that lead to the hosted page. */
  readonly hostedUrl?: string;
  readonly theme: Theme;
  /** Empty is the browser's. */
  readonly locale?: string;
  /** Empty is the hub's default. */
  readonly height: string;
  /** A ready-made token in place of the backend's. */
  readonly scenario?: string | undefined;
}

/** The component that shows the hub as it is set, with only those options that are not at their default. */
export function reactCode({ baseUrl, theme, locale, height, scenario }: CodeInput): string {
  const options = [
    scenario === undefined ? 'getToken={getToken}' : attribute('token', scenario),
    attribute('baseUrl', baseUrl),
    ...(baseUrl.endsWith('/plain') ? [attribute('appUrl', baseUrl.slice(0, -'/plain'.length))] : []),
    ...(theme === 'system' ? [] : [attribute('theme', theme)]),
    ...(locale ? [attribute('locale', locale)] : []),
    ...(height ? [attribute('height', height)] : []),
    'onSuccess={(account) => console.log(account)}',
  ];
  return [
    "import { ConnectHub } from 'connect-hub';",
    "import 'connect-hub/styles.css';",
    '',
    ...(scenario === undefined ? GET_TOKEN : []),
    'export function ConnectAccount() {',
    '  return (',
    '    <ConnectHub',
    ...options.map((option) => `      ${option}`),
    '    />',
    '  );',
    '}',
  ].join('\n');
}

const GET_TOKEN = [
  'async function getToken() {',
  "  const answer = await fetch('/api/sessions', {",
  "    method: 'POST',",
  '  });',
  '  return (await answer.json()).token;',
  '}',
  '',
];

/** The session as one command; the API key comes from the environment. */
export function curlCode(baseUrl: string, body: SessionBody): string {
  const json = JSON.stringify(body, null, 2).replaceAll("'", String.raw`'\''`);
  return [
    `curl ${baseUrl}/connect_sessions \\`,
    '  -u "$API_KEY:" \\',
    "  -H 'content-type: application/json' \\",
    `  -d '${json}'`,
  ].join('\n');
}

/** The session as a backend on Node makes it. */
export function nodeCode(baseUrl: string, body: SessionBody): string {
  return [
    'export async function createSession() {',
    '  const key = btoa(`${process.env.API_KEY}:`);',
    `  const url = ${literal(`${baseUrl}/connect_sessions`)};`,
    '  const answer = await fetch(url, {',
    "    method: 'POST',",
    '    headers: {',
    '      authorization: `Basic ${key}`,',
    "      'content-type': 'application/json',",
    '    },',
    `    body: JSON.stringify(${literal(body, '    ')}),`,
    '  });',
    '  if (!answer.ok) throw new Error(await answer.text());',
    '  const { token } = await answer.json();',
    '  return { token };',
    '}',
  ].join('\n');
}

/** A JSX attribute: in plain quotes where that says the same. */
function attribute(name: string, value: string): string {
  return /^[^"&{}<>\\\n]*$/.test(value) ? `${name}="${value}"` : `${name}={${literal(value)}}`;
}

/** Plain data as one would write it in JavaScript. */
export function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, indent)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => `${inner}${propertyName(key)}: ${literal(item, inner)},\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function propertyName(key: string): string {
  // Written plainly it would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

function quoted(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
