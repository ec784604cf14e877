import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from '../../scripts/setup.mjs';

/** A field by both of its names: each hub writes another one into its page. */
export interface Field {
  readonly key: string;
  readonly label: string;
}

/** A hub as a custom element, and where its ways of being used differ. */
export interface Hub {
  readonly tag: string;
  /** The script that registers the tag. */
  readonly script: string;
  /** The event that tells the host of an account. */
  readonly success: string;
  readonly input: (page: Page, field: Field) => Locator;
  readonly choose: (page: Page, field: Field, option: string) => Promise<unknown>;
}

export const OURS: Hub = {
  tag: 'connect-hub',
  script: join(ROOT, 'dist', 'element.global.js'),
  success: 'hub-success',
  input: (page, { label }) => page.getByLabel(label, { exact: true }),
  choose: (page, { label }, option) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: option }),
};

export const STACKONE: Hub = {
  tag: 'stackone-hub',
  script: join(import.meta.dirname, 'node_modules', '@stackone', 'hub', 'dist', 'webcomponent.js'),
  success: 'success',
  input: (page, { key }) => page.locator(`[name="${key}"]`),
  async choose(page, { label }, option) {
    await page.getByLabel(label, { exact: true }).click();
    await page.getByText(option, { exact: true }).click();
  },
};

/** Why the hubs cannot be laid beside one another here, for the tests' names; `''` where they can. */
export const notRun = existsSync(STACKONE.script) ? '' : ' (not run: npm ci in test/peers)';
