/** What a user does in a hub, and what its host then hears, whatever the surface. */
import { expect } from 'vitest';
import type { ConnectedAccount, HubEvent, ScreenName } from '../../src/contract/events.js';
import { continueButton, fillForm } from '../e2e/steps.js';
import type { Control, Tab } from '../e2e/tab.js';
import type { Owner } from './backend.js';
import type { Stage } from './stage.js';
import type { Hub, Surface } from './surface.js';
import type { Traces } from './traces.js';

/** A session that is bound to one connector: a plain field and a secret. */
export const BAMBOO_HR = { provider: 'bamboohr', categories: ['hris'] };

export const subdomain = ({ root }: Hub): Control => root.getByLabel('BambooHR subdomain');
export const apiKey = ({ root }: Hub): Control => root.getByLabel('API key', { exact: true });

export const button = ({ root }: Hub, name: string): Control =>
  root.getByRole('button', { name, exact: true });

export const headed = ({ root }: Hub, name: string | RegExp): Promise<void> =>
  root.getByRole('heading', { name }).waitFor();

/** What has to become true in a while. */
export const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000 });

export async function fillIn(hub: Hub, { secret }: Stage, name = 'acme'): Promise<void> {
  await subdomain(hub).fill(name);
  await apiKey(hub).fill(secret);
}

/** From the filled form to the account. */
export async function connect(hub: Hub): Promise<void> {
  await button(hub, 'Connect').click();
  await headed(hub, 'BambooHR is connected');
}

/**
 * Presses what ends a hub. Nobody waits for the click: where the hub's frame is gone by then, the browser's answer to it
 * never comes.
 */
export function leaveBy(hub: Hub, name: string): void {
  button(hub, name)
    .click()
    .catch(() => undefined);
}

/** From the form of a connector that is signed in to, to the provider's window. */
export async function leave({ root }: Hub, { context, secret }: Stage): Promise<Tab> {
  await fillForm(root, { secret });
  const opened = context.waitForEvent('page');
  await continueButton(root).click();
  return opened;
}

/** The owner's one account, as their hub tells of it. */
export async function accountOf(
  { backend }: Stage,
  owner: Owner,
  session: object,
  mode: ConnectedAccount['mode'] = 'created',
): Promise<ConnectedAccount> {
  const [account, ...more] = await backend.accounts(owner);
  if (!account || more.length > 0) throw new Error('The owner has not one account.');
  const integrationId = await backend.integrationId({ ...owner, ...session });
  return { id: account.id, provider: account.provider, integrationId, mode };
}

/** All is as it was before, as far as it can be. */
export const isGone = (surface: Surface, stage: Stage, before: Partial<Traces>): Promise<void> =>
  soon(() => surface.traces(stage)).toEqual({ ...before, ...surface.leaves });

/** The first screen is there: the host hears of the session, without what is not its page's business. */
export const ready = (owner: Owner): HubEvent => ({
  type: 'ready',
  session: expect.toSatisfy(
    (session: object) =>
      (session as Owner).origin_owner_id === owner.origin_owner_id && !('external_trigger_token' in session),
  ),
});

export const screen = (name: ScreenName, integrationId?: string): HubEvent => ({
  type: 'screen',
  screen: name,
  ...(integrationId !== undefined && { integrationId }),
});

/** From the form that is sent to the account that is made. */
export const connecting = (integrationId: string): readonly HubEvent[] => [
  screen('submitting', integrationId),
  { type: 'submit', integrationId, mode: 'create' },
  screen('success', integrationId),
];
