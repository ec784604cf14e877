import type { Room } from './room.js';

/** So many at a time: what is asked for by a choice should not have to wait for what might be chosen. */
const AT_ONCE = 2;

/** A reader who pays by the byte. Not every browser tells. */
const savesData = (): boolean =>
  (navigator as { readonly connection?: { readonly saveData?: boolean } }).connection?.saveData ?? false;

/**
 * Asks for a connector's details before it is picked, if nobody is kept waiting by it. Nothing is said when they do
 * not come: whoever picks the connector asks again, and hears why.
 */
export function fetchAhead({ queries, queryClient }: Room, connectorId: string): void {
  const query = queries.connector(connectorId);
  const isBusy = queryClient.isFetching({ queryKey: ['connector'] }) >= AT_ONCE;
  if (isBusy || savesData() || queryClient.getQueryState(query.queryKey)?.error) return;
  void queryClient.prefetchQuery(query);
}
