import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Servers } from '../e2e/servers.js';

/** As strict as a host can be that shows the hub, in whatever way. */
export const strictPolicy = ({ sandbox, hosted }: Pick<Servers['urls'], 'sandbox' | 'hosted'>): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${sandbox}`,
    `img-src 'self' ${sandbox} https: data:`,
    `frame-src ${hosted}`,
    "require-trusted-types-for 'script'",
  ].join('; ');

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
const DIRECTIVES = ['script-src', 'style-src', 'connect-src', 'img-src', 'frame-src'] as const;

/** What README.md calls what a page's policy has to allow. */
type Named = Readonly<Record<string, string>>;

interface Around extends Pick<Servers['urls'], 'sandbox' | 'hosted'> {
  readonly host: string;
  /** The folder of the host's pages as they are built. */
  readonly pages: string;
}

/** Of the pages of pages/, the row of README.md's table that is for them. */
const DOORS: Named = {
  'component.html': 'component',
  'element.html': 'element',
  'inline.html': 'frame',
  'modal.html': 'frame',
};

/**
 * The policies of the host's pages, by their files: to the word what README.md says that their door needs, and the look
 * and the backend that the page has of its own.
 */
export function minimalPolicies({ sandbox, hosted, host, pages }: Around): Named {
  const named: Named = {
    'your bundle': "'self'",
    'your bundle, or where `element.js` is': "'self'",
    'your bundle, or where the loader is': "'self'",
    'your stylesheet': "'self'",
    'the API': sandbox,
    '`https:`': 'https:',
    '`data:`': 'data:',
    'the hosted page': hosted,
  };
  const own: Named = { 'style-src': ownStyles(host, pages), 'connect-src': `${host}/token/` };
  const policyOf = (door: string): string => {
    const sources = rowOf(door).map((cell) => sourcesIn(cell, named));
    const directives = DIRECTIVES.map((directive, at) =>
      [directive, ...(sources[at] ?? []), own[directive] ?? ''].join(' ').trim(),
    );
    return ["default-src 'none'", ...directives, "require-trusted-types-for 'script'"].join('; ');
  };
  return Object.fromEntries(Object.entries(DOORS).map(([file, door]) => [file, policyOf(door)]));
}

/** The cells of a door, one for each directive. */
function rowOf(door: string): readonly string[] {
  const table = README.slice(README.indexOf(`| | ${DIRECTIVES.map((one) => `\`${one}\``).join(' | ')} |`));
  const row = table
    .split('\n\n', 1)[0]
    ?.split('\n')
    .find((line) => line.startsWith(`| ${door} |`));
  const cells = row?.split('|').slice(2, -1) ?? [];
  if (cells.length !== DIRECTIVES.length) throw new Error(`README.md has no policy for the door ${door}.`);
  return cells.map((cell) => cell.trim());
}

function sourcesIn(cell: string, named: Named): readonly string[] {
  if (cell === '') return [];
  const whole = named[cell];
  return (whole === undefined ? cell.split(', ') : [cell]).map((name) => {
    const source = named[name];
    if (source === undefined) throw new Error(`README.md allows something unheard of: ${name}`);
    return source;
  });
}

/** The host's own styles alone: what a door brings of its own is not there. */
const ownStyles = (host: string, pages: string): string =>
  readdirSync(join(pages, 'assets'))
    .filter((file) => /^page-[\w-]+\.css$/.test(file))
    .map((file) => `${host}/assets/${file}`)
    .join(' ');
