import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the pages of pages/ are, beside the playground's. */
export const PAGES = '/test/surfaces/pages';

/** Each has one surface on it. */
export const SURFACE_PAGES: readonly string[] = readdirSync(join(import.meta.dirname, 'pages'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => `${PAGES}/${name}`);
