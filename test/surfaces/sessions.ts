/** Sessions that end while something is typed. */
import { expect } from 'vitest';
import type { Behaviour } from './behaviour.js';
import type { Stage } from './stage.js';
import {
  accountOf,
  apiKey,
  BAMBOO_HR,
  button,
  connect,
  connecting,
  fillIn,
  headed,
  ready,
  screen,
  subdomain,
} from './steps.js';
import type { Hub } from './surface.js';

const MINUTES = 60_000;
const SHORT = { ...BAMBOO_HR, expires_in: 5 * 60 };

/** The form is filled, and the session has ended. */
async function fillInAndWait(hub: Hub, stage: Stage): Promise<void> {
  await fillIn(hub, stage);
  stage.pass(5 * MINUTES);
}

/** The host is asked for another token, and the user notices nothing. */
export const renewedByItself: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const hub = await surface.open(stage, { session: SHORT, asks: true });
  await fillInAndWait(hub, stage);
  await connect(hub);
  await hub.hasTold({
    successes: [await accountOf(stage, owner, BAMBOO_HR)],
    events: [screen('form', integrationId), ready(owner), ...connecting(integrationId)],
  });
};

/** The hub says so, and with another token it is back where it was, with everything that was typed. */
export const renewedByHost: Behaviour = async (surface, stage) => {
  const { owner, backend, secret } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const hub = await surface.open(stage, { session: SHORT });
  await fillInAndWait(hub, stage);
  await button(hub, 'Connect').click();
  await headed(hub, /^(Your session|This link) has expired$/);
  await hub.root.getByText('What you typed is still here.').waitFor();
  await hub.renew();
  await headed(hub, 'Connect BambooHR');
  expect(await subdomain(hub).inputValue()).toBe('acme');
  expect(await apiKey(hub).inputValue()).toBe(secret);
  expect(await backend.accounts(owner)).toEqual([]);
  await connect(hub);
  await hub.hasTold({
    successes: [await accountOf(stage, owner, BAMBOO_HR)],
    failures: [{ code: 'session_expired', recoverable: true, requestId: expect.any(String) }],
    events: [
      screen('form', integrationId),
      ready(owner),
      screen('submitting', integrationId),
      { type: 'submit', integrationId, mode: 'create' },
      screen('unavailable'),
      screen('form', integrationId),
      ...connecting(integrationId),
    ],
  });
};
