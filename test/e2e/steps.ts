import type { BrowserContext, Locator, Page } from 'playwright-core';
import { gate } from '../support/gate.js';
import { forNode, type Stage } from './harness.js';
import type { Control, Place } from './tab.js';

/** A connector of the catalogue that asks for a secret before its sign-in. */
export const WORKDAY = { provider: 'workday-wql', name: 'Workday WQL (OAuth)' };

/** What the hub says of a sign-in whose end it could not hear. */
export const SEVERED = 'The sign-in could not come back to this page.';

export const ENDPOINT = 'https://wd2.workday.com/ccx/api/v1/acme';

/** The form's inputs; the last one is for the secret. */
const inputs = (place: Pick<Place, 'getByLabel'>): readonly Control[] => [
  place.getByLabel('Workday REST API endpoint'),
  place.getByLabel('Client ID of the API client', { exact: true }),
  place.getByLabel('Client secret of the API client', { exact: true }),
];

/** Fills the form, the secret included. */
export async function fillForm(
  place: Pick<Place, 'getByLabel'>,
  { secret }: Pick<Stage, 'secret'>,
): Promise<void> {
  const values = [ENDPOINT, 'hub', secret];
  for (const [index, input] of inputs(place).entries()) await input.fill(values[index] ?? '');
}

/** What is in the form. */
export const typed = (place: Pick<Place, 'getByLabel'>): Promise<readonly string[]> =>
  Promise.all(inputs(place).map((input) => input.inputValue()));

export const continueButton = <Button>(place: {
  getByRole: (role: 'button', by: { name: RegExp }) => Button;
}): Button => place.getByRole('button', { name: /^(Continue to|Try again)/ });

/** The window that opens when something is clicked. */
export async function windowOf({ context }: Pick<Stage, 'context'>, clickable: Locator): Promise<Page> {
  const opened = context.waitForEvent('page');
  await clickable.click();
  return opened;
}

/** From the form to the provider's window. */
export async function leave(
  stage: Pick<Stage, 'context' | 'page' | 'secret'>,
  place: Pick<Page, 'getByRole' | 'getByLabel'> = stage.page,
): Promise<Page> {
  await fillForm(place, stage);
  return windowOf(stage, continueButton(place));
}

/** Signs in at the provider, as somebody else than it proposes where an e-mail address is given. */
export async function signIn(popup: Place, email?: string): Promise<void> {
  if (email !== undefined) await popup.getByLabel('E-mail').fill(email);
  await popup.getByRole('button', { name: 'Sign in' }).click();
}

export const decide = (popup: Place, decision: 'Allow' | 'Deny' | 'Something goes wrong'): Promise<void> =>
  popup.getByRole('button', { name: decision, exact: true }).click();

/** From the provider's first page to its last. */
export async function allow(popup: Place, email?: string): Promise<void> {
  await signIn(popup, email);
  await decide(popup, 'Allow');
}

export const isConnected = (place: Place): Promise<void> =>
  place.getByRole('heading', { name: `${WORKDAY.name} is connected` }).waitFor();

export const isWaiting = (place: Place): Promise<void> =>
  place.getByRole('heading', { name: `Finish in the ${WORKDAY.name} window` }).waitFor();

export interface Account {
  readonly id: string;
  readonly provider: string;
}

/** What is connected, as the product's backend sees it. */
export async function accounts({ urls }: Stage, owner = 'acme-corp'): Promise<readonly Account[]> {
  const answer = await fetch(`${forNode(urls.playground)}/api/accounts?origin_owner_id=${owner}`);
  return (await answer.json()) as Account[];
}

/** What hubs told the host by one of its callbacks. */
export const toldBy = ({ told }: Stage, callback: Stage['told'][number]['callback']): readonly unknown[] =>
  told.filter((one) => one.callback === callback).map(({ detail }) => detail);

/** Holds back what a page, or all of them, ask a server for. @returns lets it go. */
export async function holdBack(
  asking: Pick<Page | BrowserContext, 'route'>,
  method: string,
  url: RegExp,
): Promise<() => void> {
  const held = gate();
  await asking.route(url, async (route) => {
    if (route.request().method() === method) await held.opened;
    await route.continue();
  });
  return held.open;
}
