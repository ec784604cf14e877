import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useEffect, useMemo } from 'react';
import type { Connector } from '../api/model.js';
import { offeredConnectors } from '../flow/entry.js';
import type { Picking, Target } from '../flow/state.js';
import { createSearch } from '../search/search.js';
import type { Text } from '../text/text.js';
import { useText } from '../ui/text.js';
import type { CategoryCount } from '../views/CategoryBar.js';
import { PickerView } from '../views/PickerView.js';
import { distinctions } from './distinctions.js';
import { formChunk } from './chunks.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';

const TYPING_REST = 500;

export function PickerScreen({ state }: { readonly state: Picking }): ReactNode {
  const { room, dispatch } = useRoom();
  const text = useText();
  const offer = useOffer(text);
  const query = useDeferredValue(state.query);
  const shown = useMemo(
    () => (query ? offer.search(query) : inCategory(offer.connectors, state.category)),
    [offer, query, state.category],
  );

  // The form comes next: its chunk is here before the user has chosen.
  useEffect(() => {
    formChunk.load().catch(() => undefined);
  }, []);

  useEffect(() => {
    if (!query || query === room.toldSearch.current) return undefined;
    const event = { type: 'search', query, results: shown.length } as const;
    const timer = setTimeout(() => {
      room.toldSearch.current = query;
      room.host.event(event);
    }, TYPING_REST);
    return () => clearTimeout(timer);
  }, [room, query, shown]);

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
        currentConnectors={() => (query === state.query ? shown : offer.search(state.query))}
        categories={offer.categories}
        category={state.category}
        query={state.query}
        distinctions={offer.distinctions}
        focusSearch={room.flow.hasMoved()}
        scrollPlace={room.pickerTop}
        onSearch={(words) => dispatch({ type: 'searched', query: words })}
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
  const { data: session = null } = useQuery({ ...queries.session, enabled: false }, queryClient);
  const { data } = useQuery(queries.connectors, queryClient);
  return useMemo(() => {
    const byName = new Intl.Collator(text.locale, { sensitivity: 'base', numeric: true }).compare;
    const connectors = offeredConnectors(data?.connectors ?? [], session).toSorted((a, b) =>
      byName(a.name, b.name),
    );
    return {
      connectors,
      categories: countCategories(connectors),
      distinctions: distinctions(connectors),
      search: createSearch(connectors, text.category),
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
