import type { FetchQueryOptions, QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { type Cached, useCached } from './useCached.js';

type Query<Data> = Cached<Data> & FetchQueryOptions<Data, Error, Data, string[]>;

interface Fetched<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
}

/**
 * What a query knows, asked for by whoever shows it: when it comes onto the screen with nothing good in the cache, and
 * when something has made that old. The library's own hook does it for everything that a query can be, at ten times
 * the weight.
 *
 * @param query the same object as long as it is the same query
 * @param wanted whether it can be asked yet
 */
export function useFetched<Data>(client: QueryClient, query: Query<Data>, wanted = true): Fetched<Data> {
  const { data, error, errorUpdateCount = 0, isInvalidated = false } = useCached(client, query) ?? {};
  // An earlier failure is asked about again, and not told again.
  const [earlier, setEarlier] = useState({ query, failures: errorUpdateCount });
  if (earlier.query !== query) setEarlier({ query, failures: errorUpdateCount });
  const isNew = earlier.query === query && errorUpdateCount > earlier.failures;

  const ask = useCallback(() => {
    if (wanted) void client.prefetchQuery(query);
  }, [client, query, wanted]);
  useEffect(ask, [ask]);
  const isOld = isInvalidated && !error;
  useEffect(() => {
    if (isOld) ask();
  }, [isOld, ask]);

  const retry = useCallback(() => void client.prefetchQuery({ ...query, staleTime: 0 }), [client, query]);
  return { data, error: (isNew && error) || null, retry };
}
