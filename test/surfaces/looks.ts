/** What a hub wears. */
import { expect } from 'vitest';
import type { Control } from '../e2e/tab.js';
import type { Behaviour } from './behaviour.js';
import { BAMBOO_HR, button, fillIn, soon, subdomain } from './steps.js';
import type { Hub } from './surface.js';

export const LIGHT = 'rgb(255, 255, 255)';
export const DARK = 'rgb(22, 24, 29)';
/** What pages/page.css says, and the hosted page's theme.css. */
export const BRAND = 'rgb(11, 122, 92)';

export const hasColour = (what: Control, colour: string): Promise<void> =>
  soon(() => what.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(colour);

export const wears = ({ root }: Hub, colour: string): Promise<void> =>
  hasColour(root.locator('.hub'), colour);

/** Whatever the device prefers; and another one at once, with all that was typed. */
export const chosenTheme: Behaviour = async (surface, stage) => {
  const { page } = stage;
  await page.emulateMedia({ colorScheme: 'dark' });
  const hub = await surface.open(stage, { session: BAMBOO_HR, theme: 'light' });
  await fillIn(hub, stage);
  await wears(hub, LIGHT);
  await hub.change({ theme: 'dark' });
  await page.emulateMedia({ colorScheme: 'light' });
  await wears(hub, DARK);
  expect(await subdomain(hub).inputValue()).toBe('acme');
};

/** And the colour of a brand, which the host's page says, or the operator of the hosted page. */
export const deviceTheme: Behaviour = async (surface, stage) => {
  const { page } = stage;
  await page.emulateMedia({ colorScheme: 'dark' });
  const hub = await surface.open(stage, { session: BAMBOO_HR });
  await fillIn(hub, stage);
  await wears(hub, DARK);
  await page.emulateMedia({ colorScheme: 'light' });
  await wears(hub, LIGHT);
  await hasColour(button(hub, 'Connect'), BRAND);
};
