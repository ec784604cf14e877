import { describe, expect, it } from 'vitest';
import { toConnectors } from '../../src/api/client.js';
import { HubError } from '../../src/api/errors.js';
import type { Connector } from '../../src/api/model.js';
import { ConnectorList, ConnectSession, Settings } from '../../src/api/schemas.js';
import { HUB_ERROR_CODES } from '../../src/contract/errors.js';
import {
  editedAccount,
  entry,
  type EntryFacts,
  entryFailure,
  offeredConnectors,
} from '../../src/flow/entry.js';
import { FIRST_CHOICE } from '../../src/flow/transition.js';

const OWNER = { id: 1, origin_owner_id: 'owner-1', origin_owner_name: 'Umbrella Bakery' };
const session = (parts: object = {}): ConnectSession => ConnectSession.parse({ ...OWNER, ...parts });
const settings = (parts: object = {}): Settings => Settings.parse(parts);

const connector = (integration_id: string, provider: string, type: string) => ({
  integration_id,
  provider,
  type,
});
const listed = (...integrations: readonly object[]): readonly Connector[] =>
  toConnectors(ConnectorList.parse({ integrations }));

const BAMBOO = connector('bamboo', 'bamboohr', 'hris');
const BAMBOO_2 = connector('bamboo-2', 'bamboohr', 'hris');
const LEVER = connector('lever', 'lever', 'ats');
const OLD = connector('old', 'oldhr', 'hrisLegacy');
const OURS = connector('ours', 'ours', 'stackOne');
const ALL = listed(BAMBOO, BAMBOO_2, LEVER, OLD, OURS);

const facts = (parts: Partial<EntryFacts> = {}): EntryFacts => ({
  accountId: undefined,
  session: session(),
  settings: settings(),
  connectors: ALL,
  ...parts,
});

const creating = (connectorId: string) => ({
  name: 'filling',
  target: { mode: 'create', connectorId },
  back: null,
  failure: null,
});
const editing = (accountId: string) => ({
  name: 'filling',
  target: { mode: 'edit', accountId },
  back: null,
  failure: null,
});
const unavailable = (reason: string) => ({ name: 'unavailable', reason, failure: null, resume: null });

describe('the first screen', () => {
  it.each<[string, Partial<EntryFacts>, object | undefined]>([
    [
      "the accountId option's account, before everything else",
      {
        accountId: 'option',
        session: session({ account_id: 'session', integration_id: 'bamboo', provider: 'lever' }),
        settings: settings({ existing_account_id: 'settings' }),
      },
      editing('option'),
    ],
    [
      "the session's account, before the settings'",
      {
        session: session({ account_id: 'session', provider: 'bamboohr' }),
        settings: settings({ existing_account_id: 'settings' }),
      },
      editing('session'),
    ],
    [
      "the settings' account, before what the session is bound to",
      {
        session: session({ integration_id: 'bamboo' }),
        settings: settings({ existing_account_id: 'settings' }),
      },
      editing('settings'),
    ],
    [
      'an account, without the list of connectors',
      { accountId: 'option', connectors: null },
      editing('option'),
    ],
    [
      'an account, where there is nothing to connect',
      { accountId: 'option', connectors: [] },
      editing('option'),
    ],
    ['an account, without a session', { session: null, accountId: 'option' }, editing('option')],
    ['no account by an empty id', { accountId: '', session: session({ account_id: '' }) }, FIRST_CHOICE],

    ['not known while the list is loading', { connectors: null }, undefined],

    ["the session's integration", { session: session({ integration_id: 'bamboo-2' }) }, creating('bamboo-2')],
    [
      "the session's integration, of a provider with several",
      { session: session({ integration_id: 'bamboo-2', provider: 'bamboohr' }) },
      creating('bamboo-2'),
    ],
    [
      "the session's provider with one connector",
      { session: session({ provider: 'lever' }) },
      creating('lever'),
    ],
    [
      "the picker, for the session's provider with several",
      { session: session({ provider: 'bamboohr' }) },
      FIRST_CHOICE,
    ],
    [
      'told to be gone, for an integration that is not there',
      { session: session({ integration_id: 'gone' }) },
      unavailable('connectorGone'),
    ],
    [
      'told to be gone, for a provider that is not there',
      { session: session({ provider: 'gone' }) },
      unavailable('connectorGone'),
    ],
    [
      'told to be gone, for a provider that is not in the categories',
      { session: session({ provider: 'lever', categories: ['hris'] }) },
      unavailable('connectorGone'),
    ],

    ['the form of the only connector', { connectors: listed(LEVER) }, creating('lever')],
    [
      'the form of the only connector in the category',
      { session: session({ categories: ['ats'] }) },
      creating('lever'),
    ],
    ['the picker, where there is a choice', {}, FIRST_CHOICE],
    [
      'the picker, where there is a choice in the category',
      { session: session({ categories: ['hris'] }) },
      FIRST_CHOICE,
    ],
    ['the picker, without a session', { session: null }, FIRST_CHOICE],
    [
      'the form of the only connector, without a session',
      { session: null, connectors: listed(OLD) },
      creating('old'),
    ],

    ['told to be empty, where there is nothing', { connectors: [] }, unavailable('empty')],
    [
      'told to be empty, where there is nothing in the category',
      { session: session({ categories: ['crm'] }) },
      unavailable('empty'),
    ],
    [
      'told to be empty, where nothing is active',
      { connectors: listed({ ...LEVER, active: false }) },
      unavailable('empty'),
    ],
  ])('is %s', (_, parts, screen) => {
    expect(entry(facts(parts))).toEqual(screen);
  });
});

describe('the account to edit', () => {
  it('is nobody’s where nobody names one', () => {
    expect(editedAccount(facts())).toBeUndefined();
    expect(editedAccount(facts({ session: null }))).toBeUndefined();
    expect(editedAccount(facts({ session: session({ account_id: null }) }))).toBeUndefined();
  });

  it('can be known before the session is', () => {
    expect(editedAccount(facts({ session: null, accountId: 'option' }))).toBe('option');
    const existing = settings({ existing_account_id: 'settings' });
    expect(editedAccount(facts({ session: null, settings: existing }))).toBe('settings');
  });
});

describe('what is offered', () => {
  it.each<[string, object | null, readonly string[]]>([
    ['without a session: everything', null, ['bamboo', 'bamboo-2', 'lever', 'old', 'ours']],
    [
      'to a session that is for nothing in particular: everything',
      {},
      ['bamboo', 'bamboo-2', 'lever', 'old', 'ours'],
    ],
    ['by no categories: everything', { categories: [] }, ['bamboo', 'bamboo-2', 'lever', 'old', 'ours']],
    ['by null for them: everything', { categories: null }, ['bamboo', 'bamboo-2', 'lever', 'old', 'ours']],
    ['by categories', { categories: ['hris', 'ats'] }, ['bamboo', 'bamboo-2', 'lever']],
    ['by the one spelling', { categories: ['hrisLegacy', 'stackOne'] }, ['old', 'ours']],
    ['by the other spelling', { categories: ['hris-legacy', 'stackone'] }, ['old', 'ours']],
    ['by a category that nothing is in', { categories: ['time-travel'] }, []],
    ['by provider', { provider: 'bamboohr' }, ['bamboo', 'bamboo-2']],
    ['by integration', { integration_id: 'bamboo-2' }, ['bamboo-2']],
    ['by all of it', { integration_id: 'bamboo', provider: 'bamboohr', categories: ['HRIS'] }, ['bamboo']],
    [
      'by empty texts: everything',
      { integration_id: '', provider: '' },
      ['bamboo', 'bamboo-2', 'lever', 'old', 'ours'],
    ],
  ])('%s', (_, parts, ids) => {
    const offered = offeredConnectors(ALL, parts && session(parts));
    expect(offered.map(({ id }) => id)).toEqual(ids);
  });
});

describe('without a first screen', () => {
  const REASONS: { readonly [code: string]: string } = {
    session_expired: 'expired',
    session_invalid: 'rejected',
    forbidden: 'forbidden',
  };

  it.each(HUB_ERROR_CODES)('%s is told as what it is', (code) => {
    const failure = new HubError({ code });
    const reason = REASONS[code] ?? 'unreachable';
    expect(entryFailure(failure)).toEqual({ name: 'unavailable', reason, failure, resume: null });
  });
});
