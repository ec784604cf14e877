import { useEffect } from 'react';
import type { Connector } from '../api/model.js';
import { offeredConnectors } from '../flow/entry.js';
import { useText } from '../ui/text.js';
import type { CategoryCount } from '../views/CategoryBar.js';
import { distinctions } from './distinctions.js';
import { keptIn } from './kept.js';
import { useRoom } from './RoomContext.js';
import { useCached } from './useCached.js';

/** What there is to choose from, in the reader's order. */
export interface Offer {
  readonly connectors: readonly Connector[];
  readonly categories: readonly CategoryCount[];
  /** What tells connectors of one name apart, by id. */
  readonly distinctions: ReadonlyMap<string, string>;
}

export function useOffer(): Offer {
  const { room } = useRoom();
  const text = useText();
  const { queries, queryClient } = room;
  const { data: session = null } = useCached(queryClient, queries.session) ?? {};
  const { data, isInvalidated = false } = useCached(queryClient, queries.connectors) ?? {};
  // What a write or another session has made old is read again.
  useEffect(() => {
    if (isInvalidated) void queryClient.prefetchQuery(queries.connectors);
  }, [queryClient, queries, isInvalidated]);
  return keptIn(room.picker.offer, [data, session, text], () => {
    const offered = keptIn(room.picker.offered, [data, session], () => {
      const connectors = roughlyByName(offeredConnectors(data?.connectors ?? [], session));
      return {
        connectors,
        categories: countCategories(connectors),
        distinctions: distinctions(connectors),
      };
    });
    const byName = new Intl.Collator(text.locale, { sensitivity: 'base', numeric: true }).compare;
    return { ...offered, connectors: offered.connectors.toSorted((a, b) => byName(a.name, b.name)) };
  });
}

/**
 * By name as a machine has it, which takes a tenth of the time that a language does: what is nearly in order already
 * takes a language hardly any.
 */
function roughlyByName(connectors: readonly Connector[]): readonly Connector[] {
  const named = connectors.map((connector) => ({ connector, name: connector.name.toLowerCase() }));
  named.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return named.map(({ connector }) => connector);
}

/** The categories there are, the fullest first. */
function countCategories(connectors: readonly Connector[]): readonly CategoryCount[] {
  const counts = new Map<string, number>();
  for (const { category } of connectors) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].map(([category, count]) => ({ category, count })).toSorted((a, b) => b.count - a.count);
}
