/** Ways to an account. */
import { expect } from 'vitest';
import { allow, isConnected, WORKDAY } from '../e2e/steps.js';
import type { Behaviour } from './behaviour.js';
import {
  accountOf,
  apiKey,
  BAMBOO_HR,
  button,
  connect,
  connecting,
  fillIn,
  headed,
  isGone,
  leave,
  leaveBy,
  ready,
  screen,
  subdomain,
} from './steps.js';

/** Found, chosen, filled in, sent: each step is told, the account by its id, and the end once. */
export const create: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const hub = await surface.open(stage, { session: { categories: ['hris'] } });
  const search = hub.root.getByRole('combobox', { name: 'Search by name or category' });
  await search.fill('bamboohr');
  const found = [screen('picker'), ready(owner), { type: 'search', query: 'bamboohr', results: 2 }] as const;
  // It is told once the typing rests.
  await hub.hasTold({ events: found });
  await search.press('Enter');
  await fillIn(hub, stage);
  await connect(hub);

  const account = await accountOf(stage, owner, BAMBOO_HR);
  const { provider } = account;
  const events = [
    ...found,
    { type: 'select', integrationId, provider, category: 'hris' },
    screen('form', integrationId),
    ...connecting(integrationId),
  ] as const;
  await hub.hasTold({ successes: [account], events });
  leaveBy(hub, 'Done');
  const story = {
    successes: [account],
    closings: [{ reason: 'done', accounts: [account] }],
    events: [...events, screen('closed')],
  } as const;
  await hub.hasTold(story);
  await hub.takeAway();
  await hub.hasTold(story);
};

/** The account of the session is shown and changed; its secret stays as it is. */
export const edit: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const id = await backend.connect(
    { ...owner, ...BAMBOO_HR },
    { subdomain: 'acme', api_key: 'a-key-that-ends-in-4f9a' },
  );
  const hub = await surface.open(stage, { session: { account_id: id } });
  await headed(hub, 'Edit BambooHR');
  expect(await subdomain(hub).inputValue()).toBe('acme');
  await hub.root.getByText('••••••••4f9a').waitFor();
  await subdomain(hub).fill('harbour');
  await button(hub, 'Save changes').click();
  await headed(hub, 'Your changes to BambooHR are saved');

  expect(await backend.accounts(owner)).toMatchObject([{ id, setup_information: { subdomain: 'harbour' } }]);
  expect(await backend.secretHint(owner, id, 'api_key')).toMatch(/4f9a$/);
  const account = await accountOf(stage, owner, BAMBOO_HR, 'updated');
  leaveBy(hub, 'Done');
  await hub.hasTold({
    successes: [account],
    closings: [{ reason: 'done', accounts: [account] }],
    events: [
      screen('form'),
      ready(owner),
      screen('submitting'),
      { type: 'submit', integrationId: account.integrationId, mode: 'edit' },
      screen('success'),
      screen('closed'),
    ],
  });
};

/** What was typed is still there, the secret too, and can be sent again. */
export const refused: Behaviour = async (surface, stage) => {
  const { owner, backend, secret } = stage;
  const integrationId = await backend.integrationId({ ...owner, ...BAMBOO_HR });
  const hub = await surface.open(stage, { session: BAMBOO_HR });
  await fillIn(hub, stage, 'refused');
  await button(hub, 'Connect').click();
  await hub.root.getByText('BambooHR did not accept these credentials.').waitFor();
  expect(await subdomain(hub).inputValue()).toBe('refused');
  expect(await apiKey(hub).inputValue()).toBe(secret);
  expect(await backend.accounts(owner)).toEqual([]);

  await subdomain(hub).fill('acme');
  await connect(hub);
  const account = await accountOf(stage, owner, BAMBOO_HR);
  expect(await backend.secretHint(owner, account.id, 'api_key')).toMatch(new RegExp(`${secret.slice(-4)}$`));
  await hub.hasTold({
    successes: [account],
    failures: [{ code: 'provider_error', recoverable: true, requestId: expect.any(String) }],
    events: [
      screen('form', integrationId),
      ready(owner),
      screen('submitting', integrationId),
      { type: 'submit', integrationId, mode: 'create' },
      screen('form', integrationId),
      ...connecting(integrationId),
    ],
  });
};

/** In the provider's own window, which closes itself; what was kept of it meanwhile is gone. */
export const signIn: Behaviour = async (surface, stage) => {
  const { owner, backend } = stage;
  const session = { provider: WORKDAY.provider };
  const integrationId = await backend.integrationId({ ...owner, ...session });
  const before = await surface.traces(stage);
  const hub = await surface.open(stage, { session });
  const popup = await leave(hub, stage);
  await Promise.all([popup.waitForEvent('close'), allow(popup)]);
  await isConnected(hub.root);
  const account = await accountOf(stage, owner, session);
  leaveBy(hub, 'Done');
  await hub.hasTold({
    successes: [account],
    closings: [{ reason: 'done', accounts: [account] }],
    events: [
      screen('form', integrationId),
      ready(owner),
      screen('authorizing', integrationId),
      { type: 'authorize', integrationId, mode: 'create' },
      screen('success', integrationId),
      screen('closed'),
    ],
  });
  await hub.takeAway();
  await isGone(surface, stage, before);
};
