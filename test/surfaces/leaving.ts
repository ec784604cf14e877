/** Ends, and that they are one hub's alone. */
import { expect } from 'vitest';
import { isWaiting, WORKDAY } from '../e2e/steps.js';
import { newOwner } from './backend.js';
import type { Behaviour } from './behaviour.js';
import { DARK, LIGHT, wears } from './looks.js';
import {
  accountOf,
  BAMBOO_HR,
  button,
  connect,
  connecting,
  fillIn,
  isGone,
  leave,
  leaveBy,
  ready,
  screen,
  subdomain,
} from './steps.js';
import { tracesOn } from './traces.js';

/** What was typed is asked about first; the end is told once. */
export const cancel: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const hub = await surface.open(stage, { session: BAMBOO_HR });
  await fillIn(hub, stage);
  await button(hub, 'Close').click();
  await hub.root.getByRole('alertdialog', { name: 'Discard what you typed?' }).waitFor();
  leaveBy(hub, 'Discard and close');
  const story = {
    closings: [{ reason: 'cancelled', accounts: [] }],
    events: [
      screen('form', integrationId),
      ready(owner),
      screen('confirm_close', integrationId),
      screen('closed'),
    ],
  } as const;
  await hub.hasTold(story);
  await hub.takeAway();
  await hub.hasTold(story);
  expect(await backend.accounts(owner)).toEqual([]);
};

/** Two owners, two themes, two accounts: what one does the other neither sees nor tells. */
export const twoOnOnePage: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const other = newOwner();
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const first = await surface.open(stage, { session: BAMBOO_HR, theme: 'light' });
  await fillIn(first, stage, 'first');
  const second = await surface.open(stage, {
    place: 'second',
    session: { ...BAMBOO_HR, ...other },
    theme: 'dark',
  });
  await fillIn(second, stage, 'second');
  await wears(first, LIGHT);
  await wears(second, DARK);

  const typed = [screen('form', integrationId), ready(owner)];
  const connected = connecting(integrationId);
  await connect(second);
  const others = await accountOf(stage, other, BAMBOO_HR);
  leaveBy(second, 'Done');
  await second.hasTold({
    successes: [others],
    closings: [{ reason: 'done', accounts: [others] }],
    events: [screen('form', integrationId), ready(other), ...connected, screen('closed')],
  });
  await first.hasTold({ events: typed });
  expect(await subdomain(first).inputValue()).toBe('first');

  await connect(first);
  const own = await accountOf(stage, owner, BAMBOO_HR);
  leaveBy(first, 'Done');
  await first.hasTold({
    successes: [own],
    closings: [{ reason: 'done', accounts: [own] }],
    events: [...typed, ...connected, screen('closed')],
  });
};

/** Done, and taken away: all is as it was. */
export const ended: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const before = await surface.traces(stage);
  const hub = await surface.open(stage, { session: BAMBOO_HR });
  await fillIn(hub, stage);
  await connect(hub);
  const account = await accountOf(stage, owner, BAMBOO_HR);
  leaveBy(hub, 'Done');
  await hub.hasTold({
    successes: [account],
    closings: [{ reason: 'done', accounts: [account] }],
    events: [screen('form', integrationId), ready(owner), ...connecting(integrationId), screen('closed')],
  });
  await hub.takeAway();
  await isGone(surface, stage, before);
};

/** In the middle of a sign-in: it is told once, and all is as it was. */
export const takenAway: Behaviour = async (surface, stage) => {
  const { owner, backend, page } = stage;
  const session = { provider: WORKDAY.provider };
  const integrationId = await backend.integrationId({ ...owner, ...session });
  const before = await tracesOn(page);
  const hub = await surface.open(stage, { session });
  const popup = await leave(hub, stage);
  await isWaiting(hub.root);
  await popup.getByRole('button', { name: 'Sign in' }).waitFor();
  // Else nothing would be seen of what it leaves behind.
  expect((await tracesOn(page)).listeners).not.toEqual(before.listeners);
  await hub.takeAway();
  await hub.hasTold({
    closings: [{ reason: 'unmounted', accounts: [] }],
    events: [
      screen('form', integrationId),
      ready(owner),
      screen('authorizing', integrationId),
      { type: 'authorize', integrationId, mode: 'create' },
    ],
  });
  await isGone(surface, stage, { ...before, ...surface.remembers });
  expect(await backend.accounts(owner)).toEqual([]);
};
