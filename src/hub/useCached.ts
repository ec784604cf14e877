import {
  type DataTag,
  notifyManager,
  type QueryClient,
  type QueryKey,
  type QueryState,
} from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';

export interface Cached<Data> {
  readonly queryKey: DataTag<QueryKey, Data, Error>;
}

/**
 * What the cache knows of a query, without asking for it: what the first screen shows has been asked for before.
 */
export function useCached<Data>(
  client: QueryClient,
  { queryKey }: Cached<Data>,
): QueryState<Data> | undefined {
  const watch = useCallback(
    (changed: () => void) => {
      // At the end of the step, as the library's own hook does: one picture for all that came together.
      const draw = notifyManager.batchCalls(changed);
      return client.getQueryCache().subscribe(({ type }) => {
        if (type === 'updated') draw();
      });
    },
    [client],
  );
  return useSyncExternalStore(
    watch,
    () => client.getQueryState(queryKey),
    () => undefined,
  );
}
