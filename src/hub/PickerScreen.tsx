import { type ReactNode, useDeferredValue, useEffect, useMemo } from 'react';
import type { Connector } from '../api/model.js';
import { offeredConnectors } from '../flow/entry.js';
import type { Picking, Target } from '../flow/state.js';
import { plainSearch } from '../search/plainSearch.js';
import type { Text } from '../text/text.js';
import { useText } from '../ui/text.js';
import type { CategoryCount } from '../views/CategoryBar.js';
import { PickerView } from '../views/PickerView.js';
import { useChunk } from './chunk.js';
import { formChunk, searchChunk } from './chunks.js';
import { distinctions } from './distinctions.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';
import { useCached } from './useCached.js';

const TYPING_REST = 500;

export function PickerScreen({ state }: { readonly state: Picking }): ReactNode {
  const { room, dispatch } = useRoom();
  const text = useText();
  const offer = useOffer(text);
  const chunk = useChunk(searchChunk);
  const createSearch = chunk.name === 'ready' ? chunk.module.createSearch : plainSearch;
  const search = useMemo(
    () => createSearch(offer.connectors, text.category),
    [createSearch, offer.connectors, text],
  );
  const query = useDeferredValue(state.query);
  const shown = useMemo(
    () => (query ? search(query) : inCategory(offer.connectors, state.category)),
    [offer, search, query, state.category],
  );
  // Until the search is there, what is found by name is not all there is.
  const searching = query !== '' && chunk.name === 'loading';

  // The form comes next: its chunk is here before the user has chosen.
  useEffect(() => {
    formChunk.load().catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!query || searching || query === room.toldSearch.current) return undefined;
    const event = { type: 'search', query, results: shown.length } as const;
    const timer = setTimeout(() => {
      room.toldSearch.current = query;
      room.host.event(event);
    }, TYPING_REST);
    return () => clearTimeout(timer);
  }, [room, query, searching, shown]);

  const searchFor = (words: string) => {
    if (chunk.name === 'failed') chunk.retry();
    dispatch({ type: 'searched', query: words });
  };

  const pick = (connector: Connector) => {
    const { id: integrationId, provider, category } = connector;
    room.host.event({ type: 'select', integrationId, provider, category });
    void room.queryClient.prefetchQuery(room.queries.connector(integrationId));
    dispatch({ type: 'connectorPicked', target: targetOf(connector) });
  };

  return (
    <RoomScreen title={text('title.create')} focus="elsewhere">
      <PickerView
        connectors={shown}
        currentConnectors={() => (query === state.query ? shown : search(state.query))}
        categories={offer.categories}
        category={state.category}
        query={state.query}
        searching={searching}
        distinctions={offer.distinctions}
        focusSearch={room.flow.hasMoved()}
        place={room.pickerPlace}
        onSearch={searchFor}
        onCategory={(category) => dispatch({ type: 'categoryPicked', category })}
        onPick={pick}
      />
    </RoomScreen>
  );
}

/** What is connected already opens for editing. */
const targetOf = ({ id, accountIds: [accountId] }: Connector): Target =>
  accountId === undefined ? { mode: 'create', connectorId: id } : { mode: 'edit', accountId };

function useOffer(text: Text) {
  const { room } = useRoom();
  const { queries, queryClient } = room;
  const { data: session = null } = useCached(queryClient, queries.session) ?? {};
  const { data, isInvalidated = false } = useCached(queryClient, queries.connectors) ?? {};
  // What a write or another session has made old is read again.
  useEffect(() => {
    if (isInvalidated) void queryClient.prefetchQuery(queries.connectors);
  }, [queryClient, queries, isInvalidated]);
  return useMemo(() => {
    const byName = new Intl.Collator(text.locale, { sensitivity: 'base', numeric: true }).compare;
    const connectors = offeredConnectors(data?.connectors ?? [], session).toSorted((a, b) =>
      byName(a.name, b.name),
    );
    return {
      connectors,
      categories: countCategories(connectors),
      distinctions: distinctions(connectors),
    };
  }, [data, session, text]);
}

const inCategory = (connectors: readonly Connector[], category: string | null): readonly Connector[] =>
  category === null ? connectors : connectors.filter((connector) => connector.category === category);

/** The categories there are, the fullest first. */
function countCategories(connectors: readonly Connector[]): readonly CategoryCount[] {
  const counts = new Map<string, number>();
  for (const { category } of connectors) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].map(([category, count]) => ({ category, count })).toSorted((a, b) => b.count - a.count);
}
