import type { Definition, Seed } from './definition.js';
import { bambooHr, few, greenhouse, hubSpot, lever, pipedrive, workday, zendesk } from './few.js';

/** Sessions that work, each bound to something else. */

const offerFew = () => few;

const accountId = (number: number): string => `45${String(number).padStart(18, '0')}`;

const bambooAccount = (number: number, more: Partial<Seed> = {}): Seed => ({
  id: accountId(number),
  entry: bambooHr,
  plain: { subdomain: 'acme' },
  secrets: { api_key: 'sandbox-only-0123456789-4f9a' },
  ...more,
});

const workdayAccount: Seed = {
  id: accountId(5),
  entry: workday,
  plain: { domain: 'https://impl.workday.com', tenant: 'acme_dpt1', username: 'isu_hub' },
  secrets: { password: 'short' },
};

const severalAccounts: readonly Seed[] = [
  bambooAccount(10),
  { id: accountId(11), entry: greenhouse, secrets: { api_key: 'sandbox-only-0123456789-77c1' } },
  {
    id: accountId(12),
    entry: pipedrive,
    plain: { subdomain: 'acme-sales' },
    secrets: { api_key: 'sandbox-only-0123456789-a001' },
  },
  {
    id: accountId(13),
    entry: pipedrive,
    plain: { subdomain: 'acme-partners' },
    secrets: { api_key: 'sandbox-only-0123456789-a002' },
  },
];

export const bound: readonly Definition[] = [
  {
    token: 'sandbox:create',
    title: 'Connect a product',
    what: 'The whole catalogue, nothing connected yet.',
  },
  {
    token: 'sandbox:categories',
    title: 'Three categories',
    what: 'Nine connectors in three categories.',
    connectors: offerFew,
  },
  {
    token: 'sandbox:category',
    title: 'One category',
    what: 'Only CRM: its three connectors at once.',
    session: { categories: ['crm'] },
    connectors: offerFew,
  },
  {
    token: 'sandbox:single',
    title: 'One provider',
    what: 'Bound to BambooHR: its form opens at once.',
    session: { provider: bambooHr.provider },
    connectors: offerFew,
  },
  {
    token: 'sandbox:integration',
    title: 'One integration',
    what: 'Bound to one configured integration of Greenhouse.',
    session: { integrationId: greenhouse.integrationId },
    connectors: offerFew,
  },
  {
    token: 'sandbox:versions',
    title: 'One provider, several connectors',
    what: 'Bound to Lever, which is configured three times under one name.',
    session: { provider: lever.provider },
    connectors: () => [
      ...few,
      { ...lever, integrationId: lever.integrationId.replace(/.$/, 'a'), version: '2' },
      { ...lever, integrationId: lever.integrationId.replace(/.$/, 'b'), category: 'crm' },
    ],
  },
  {
    token: 'sandbox:connected',
    title: 'Some are connected already',
    what: 'BambooHR and Greenhouse once, Pipedrive twice.',
    connectors: offerFew,
    accounts: severalAccounts,
  },
  {
    token: 'sandbox:multiple',
    title: 'Several accounts',
    what: 'Bound to BambooHR, which is connected; another account may be added.',
    session: { provider: bambooHr.provider, multiple: true },
    connectors: offerFew,
    accounts: [bambooAccount(2)],
  },
  {
    token: 'sandbox:edit',
    title: 'Edit an account',
    what: 'Bound to an account of BambooHR, with a plain value and a secret.',
    session: { accountId: accountId(1) },
    connectors: offerFew,
    accounts: [bambooAccount(1)],
  },
  {
    token: 'sandbox:edit-existing',
    title: 'Edit what is there',
    what: 'Bound to BambooHR, which is connected: settings name the account.',
    session: { provider: bambooHr.provider },
    connectors: offerFew,
    accounts: [bambooAccount(3)],
  },
  {
    token: 'sandbox:edit-legacy',
    title: 'Edit an account of old',
    what: 'An account whose connector has the older shape of configuration; its secret is too short to hint at.',
    session: { accountId: workdayAccount.id },
    connectors: () => [workday],
    accounts: [workdayAccount],
  },
  {
    token: 'sandbox:reconnect',
    title: 'Connect again',
    what: 'An account that stopped working, and why.',
    session: { accountId: accountId(4) },
    connectors: offerFew,
    accounts: [
      bambooAccount(4, {
        status: 'error',
        statusReasons: ['BambooHR does not accept the API key any more.'],
      }),
    ],
  },
  {
    token: 'sandbox:test',
    title: 'A test session',
    what: 'Of the type test: accounts are marked as such.',
    session: { type: 'test' },
    connectors: offerFew,
  },
  {
    token: 'sandbox:legacy',
    title: 'The older configuration',
    what: 'One connector with the older shape of configuration.',
    connectors: () => [workday],
  },
  {
    token: 'sandbox:oauth',
    title: 'Sign in',
    what: 'One connector that is connected by signing in.',
    connectors: () => [hubSpot],
  },
  {
    token: 'sandbox:oauth-fields',
    title: 'Sign in, after a form',
    what: 'One connector that asks for an address before the sign-in.',
    connectors: () => [zendesk],
  },
  {
    token: 'sandbox:oauth-edit',
    title: 'Sign in again',
    what: 'Bound to an account that was connected by signing in as avery@acme.example.',
    session: { accountId: accountId(6) },
    connectors: () => [hubSpot],
    accounts: [{ id: accountId(6), entry: hubSpot, signedInAs: 'avery@acme.example' }],
  },
  {
    token: 'sandbox:oauth-multiple',
    title: 'Sign in as somebody else',
    what: 'Several accounts may be added; avery@acme.example is connected already, and is not connected twice.',
    session: { provider: hubSpot.provider, multiple: true },
    connectors: () => [hubSpot],
    accounts: [{ id: accountId(7), entry: hubSpot, signedInAs: 'avery@acme.example' }],
  },
  {
    token: 'sandbox:oauth-coop',
    title: 'Sign in, in a window that is cut off',
    what: 'The provider answers with Cross-Origin-Opener-Policy: same-origin, so its window looks closed.',
    connectors: () => [hubSpot],
    authorize: { coop: 'same-origin' },
  },
  {
    token: 'sandbox:oauth-expires',
    title: 'Sign in, in a hurry',
    what: 'One connector that is connected by signing in within 15 seconds.',
    connectors: () => [hubSpot],
    attemptLifetime: 15,
  },
];
