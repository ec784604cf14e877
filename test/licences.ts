import { readFileSync } from 'node:fs';

/** A row of the README's table of what the published files hold, or are installed with. */
export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** In which files it is, as the table says. */
  readonly inside: string;
}

/** The README's table, row by row. */
export function licences(): readonly Licence[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const table = readme.slice(readme.indexOf('| package | version | licence |')).split('\n\n', 1)[0] ?? '';
  return table
    .split('\n')
    .slice(2)
    .map((row) => {
      const [name = '', version = '', licence = '', inside = ''] = row
        .split('|')
        .slice(1)
        .map((cell) => cell.trim().replaceAll('`', ''));
      return { name, version, licence, inside };
    });
}
