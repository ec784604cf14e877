import { useMemo } from 'react';
import { type ConfigSource, connectorConfig } from '../api/connectorConfig.js';
import { asHubError, type HubError } from '../api/errors.js';
import type { Connector, ConnectorConfig } from '../api/model.js';
import type { AccountData } from '../api/schemas.js';
import type { Target, UnavailableReason } from '../flow/state.js';
import type { ConditionFacts } from '../form/index.js';
import type { ConnectorData } from './queries.js';
import { useRoom } from './RoomContext.js';
import { useCached } from './useCached.js';
import { useFetched } from './useFetched.js';

/** What a form is about, from all the answers it takes. */
export type FormSubject =
  | {
      readonly name: 'loading';
      /** As the list has it, where it was chosen from one. */
      readonly connector: Connector | undefined;
    }
  | {
      readonly name: 'failed';
      readonly reason: UnavailableReason;
      readonly failure: HubError;
      readonly retry: () => void;
    }
  | {
      readonly name: 'ready';
      readonly connector: Pick<Connector, 'id' | 'name' | 'provider' | 'logoUrl' | 'accountIds'>;
      readonly config: ConnectorConfig;
      readonly account: AccountData | undefined;
      readonly facts: ConditionFacts;
      /** More than one account of this provider may be connected, for all that the hub can tell. */
      readonly severalAllowed: boolean;
      /** The server tells a repeated submission from a new one. */
      readonly idempotent: boolean;
    };

/** Loads what the form needs: the account when one is edited, and the configuration of its connector. */
export function useFormSubject(target: Target): FormSubject {
  const { room } = useRoom();
  const { queries, queryClient } = room;
  const editedId = target.mode === 'edit' ? target.accountId : undefined;
  const account = useFetched(
    queryClient,
    useMemo(() => queries.account(editedId ?? ''), [queries, editedId]),
    editedId !== undefined,
  );
  const connectorId = target.mode === 'edit' ? account.data?.integrationId : target.connectorId;
  const details = useFetched(
    queryClient,
    useMemo(() => queries.connector(connectorId ?? ''), [queries, connectorId]),
    connectorId !== undefined,
  );
  const list = useFetched(queryClient, queries.connectors);
  const settings = useCached(queryClient, queries.settings)?.data;
  const session = useCached(queryClient, queries.session)?.data;

  const triggerToken =
    list.data?.context.external_trigger_token ?? session?.external_trigger_token ?? undefined;
  const { data: accountData, error: accountError, retry: retryAccount } = account;
  const { data: detailsData, error: detailsError, retry: retryDetails } = details;
  const listData = list.data;
  const listPending = !listData && !list.error;
  const idempotent = settings?.enabled_features.includes('idempotency') ?? false;
  // A session for one provider names the account to edit, unless it may have several.
  const severalAllowed = Boolean(session?.provider) && !settings?.existing_account_id;
  return useMemo((): FormSubject => {
    if (isMissing(accountError, accountData)) return failed('accountGone', accountError, retryAccount);
    if (isMissing(detailsError, detailsData)) return failed('connectorGone', detailsError, retryDetails);
    if (!connectorId || !detailsData || listPending) {
      const isIt = ({ id, accountIds }: Connector) =>
        id === connectorId || (editedId !== undefined && accountIds.includes(editedId));
      return { name: 'loading', connector: listData?.connectors.find(isIt) };
    }
    try {
      const answers = { connectorId, details: detailsData, list: listData, account: accountData };
      return { name: 'ready', idempotent, severalAllowed, ...joined(answers, triggerToken) };
    } catch (error) {
      return failed('connectorGone', error, retryDetails);
    }
  }, [
    accountData,
    accountError,
    retryAccount,
    detailsData,
    detailsError,
    retryDetails,
    listData,
    listPending,
    connectorId,
    editedId,
    idempotent,
    severalAllowed,
    triggerToken,
  ]);
}

interface Answers {
  readonly connectorId: string;
  readonly details: ConfigSource['details'];
  readonly list: ConnectorData | undefined;
  readonly account: AccountData | undefined;
}

function joined({ connectorId, details, list, account }: Answers, triggerToken: string | undefined) {
  const connector = list?.connectors.find(({ id }) => id === connectorId);
  const config = connectorConfig({
    details,
    choices: [
      { configKey: account?.authConfigKey, environment: account?.environment },
      { configKey: connector?.configKey, environment: connector?.environment },
    ],
    externalTriggerToken: triggerToken,
  });
  const provider = connector?.provider ?? account?.provider ?? '';
  return {
    connector: connector ?? { id: connectorId, name: config.name || provider, provider, accountIds: [] },
    config,
    account,
    facts: {
      ...list?.context,
      account,
      external_trigger_token: triggerToken,
      hub_settings: details.hub_settings,
    },
  };
}

/** What was read once stays good when reading it again fails, unless it is gone by now. */
const isMissing = (error: Error | null, data: unknown): error is Error =>
  error !== null && (data === undefined || asHubError(error).isRefusal);

/** A 404 says what is gone, the form itself that it is too much; everything else that the service could not be asked. */
function failed(gone: UnavailableReason, error: unknown, retry: () => void): FormSubject {
  const failure = asHubError(error);
  const reasons: { readonly [code: string]: UnavailableReason } = {
    not_found: gone,
    forbidden: 'forbidden',
    unsupported_field: 'tooMuch',
  };
  return { name: 'failed', reason: reasons[failure.code] ?? 'unreachable', failure, retry };
}
