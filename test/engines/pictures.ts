import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../scripts/setup.mjs';
import type { UserTab } from './tabs.js';

const FOLDER = join(ROOT, 'test-results', 'engines');

/** Into test-results, which is not in the repository: to be looked at, not compared. */
export async function keepPicture(name: string, page: UserTab): Promise<void> {
  const picture = await page.picture();
  await mkdir(FOLDER, { recursive: true });
  await writeFile(join(FOLDER, `${name.toLowerCase().replaceAll(' ', '-')}.png`), picture);
}
