import { QueryCache, QueryClient, queryOptions } from '@tanstack/react-query';
import { type Client, toConnectors } from '../api/client.js';
import { asHubError, type HubError } from '../api/errors.js';
import type { ConnectorList } from '../api/schemas.js';

/** What the hub reads from the API, key and function in one place. The token is in no key. */
export type Queries = ReturnType<typeof createQueries>;

export function createQueries(client: Client) {
  return {
    session: queryOptions({ queryKey: ['session'], queryFn: client.session }),
    settings: queryOptions({ queryKey: ['settings'], queryFn: client.settings }),
    connectors: queryOptions({
      queryKey: ['connectors'],
      queryFn: async () => toConnectorData(await client.connectors()),
    }),
    connector: (id: string) =>
      queryOptions({ queryKey: ['connector', id], queryFn: () => client.connector(id) }),
    account: (id: string) => queryOptions({ queryKey: ['account', id], queryFn: () => client.account(id) }),
  };
}

export type ConnectorData = ReturnType<typeof toConnectorData>;

function toConnectorData(list: ConnectorList) {
  const { integrations: _, ...context } = list;
  return { connectors: toConnectors(list), context };
}

/**
 * Retries are the request function's, and nothing is asked for again by itself: what was loaded holds until a
 * write or a new session says otherwise.
 */
export function createQueryClient(onError: (error: HubError, what: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => onError(asHubError(error), query.queryKey[0]),
    }),
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
}
