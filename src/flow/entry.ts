import type { HubError } from '../api/errors.js';
import type { Connector } from '../api/model.js';
import type { ConnectSession, Settings } from '../api/schemas.js';
import { normalizedCategory } from '../contract/categories.js';
import type { Filling, Resumable, Target, Unavailable } from './state.js';
import { FIRST_CHOICE } from './transition.js';

export interface EntryFacts {
  /** The `accountId` option. */
  readonly accountId: string | undefined;
  /** `null` where the server keeps it from browsers. */
  readonly session: ConnectSession | null;
  readonly settings: Settings;
  /** What the session may offer; `null` while it is still loading. */
  readonly connectors: readonly Connector[] | null;
}

/** The account that the hub is to edit, if any: the option's, else the session's, else the settings'. */
export function editedAccount(facts: Omit<EntryFacts, 'connectors'>): string | undefined {
  return facts.accountId || facts.session?.account_id || facts.settings.existing_account_id || undefined;
}

/** The connectors that the session is for: the server restricts the list too, the hub does not rely on it. */
export function offeredConnectors(
  connectors: readonly Connector[],
  session: ConnectSession | null,
): readonly Connector[] {
  const categories = session?.categories?.map(normalizedCategory) ?? [];
  return connectors.filter(
    ({ id, provider, category }) =>
      (!session?.integration_id || session.integration_id === id) &&
      (!session?.provider || session.provider === provider) &&
      (categories.length === 0 || categories.includes(category)),
  );
}

/**
 * Where the hub opens. An account to edit comes first; then what the session is bound to, or the only thing there
 * is, opens at once; else there is a choice to make.
 */
export function entry(facts: EntryFacts): Resumable | Unavailable | undefined {
  const accountId = editedAccount(facts);
  if (accountId) return form({ mode: 'edit', accountId });
  if (!facts.connectors) return undefined;

  const offered = offeredConnectors(facts.connectors, facts.session);
  const [only, ...others] = offered;
  if (only && others.length === 0) return form({ mode: 'create', connectorId: only.id });
  if (only) return FIRST_CHOICE;
  const bound = facts.session?.integration_id || facts.session?.provider;
  return unavailable(bound ? 'connectorGone' : 'empty');
}

/** Why there is no first screen, from the failure of what it needs. */
export function entryFailure(failure: HubError): Unavailable {
  switch (failure.code) {
    case 'session_expired':
      return unavailable('expired', failure);
    case 'session_invalid':
      return unavailable('rejected', failure);
    case 'forbidden':
      return unavailable('forbidden', failure);
    default:
      return unavailable('unreachable', failure);
  }
}

const form = (target: Target): Filling => ({ name: 'filling', target, back: null, failure: null });

const unavailable = (reason: Unavailable['reason'], failure: HubError | null = null): Unavailable => ({
  name: 'unavailable',
  reason,
  failure,
  resume: null,
});
