import { type ReactNode, useCallback, useEffect, useMemo } from 'react';
import type { Connector } from '../api/model.js';
import type { Picking, Target } from '../flow/state.js';
import { plainSearch } from '../search/plainSearch.js';
import { useText } from '../ui/text.js';
import { PickerView } from '../views/PickerView.js';
import { fetchAhead } from './ahead.js';
import { useChunk } from './chunk.js';
import { loadForm, searchChunk } from './chunks.js';
import { inSlices } from './inSlices.js';
import { keptIn } from './kept.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';
import { useOffer } from './useOffer.js';

const TYPING_REST = 500;

export function PickerScreen({ state }: { readonly state: Picking }): ReactNode {
  const { room, dispatch } = useRoom();
  const text = useText();
  const offer = useOffer();
  const chunk = useChunk(searchChunk);
  const createSearch = chunk.name === 'ready' ? chunk.module.createSearch : plainSearch;
  const search = keptIn(room.picker.search, [createSearch, offer], () =>
    createSearch(offer.connectors, text.category),
  );
  // Ready before the first letter, which would have to wait for it.
  useEffect(() => inSlices(search.prepare), [search]);
  const { query, category: chosen } = state;
  const shown = useMemo(
    () => (query ? search(query) : inCategory(offer.connectors, chosen)),
    [offer, search, query, chosen],
  );
  // Until the search is there, what is found by name is not all there is.
  const searching = query !== '' && chunk.name === 'loading';

  // What comes next is here before the user has chosen.
  useEffect(loadForm, []);

  useEffect(() => {
    if (!query || searching || query === room.picker.toldSearch.current) return undefined;
    const event = { type: 'search', query, results: shown.length } as const;
    const timer = setTimeout(() => {
      room.picker.toldSearch.current = query;
      room.host.event(event);
      // The best match is one Enter away.
      if (shown[0]) fetchAhead(room, shown[0].id);
    }, TYPING_REST);
    return () => clearTimeout(timer);
  }, [room, query, searching, shown]);

  const searchFor = (words: string) => {
    if (chunk.name === 'failed') chunk.retry();
    dispatch({ type: 'searched', query: words });
  };

  const lookAt = useCallback(
    (category: string | null) => dispatch({ type: 'categoryPicked', category }),
    [dispatch],
  );

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
        categories={offer.categories}
        category={chosen}
        query={query}
        searching={searching}
        distinctions={offer.distinctions}
        focusSearch={room.flow.hasMoved()}
        place={room.picker.place}
        onSearch={searchFor}
        onCategory={lookAt}
        onAim={({ id }) => fetchAhead(room, id)}
        onPick={pick}
      />
    </RoomScreen>
  );
}

/** What is connected already opens for editing. */
const targetOf = ({ id, accountIds: [accountId] }: Connector): Target =>
  accountId === undefined ? { mode: 'create', connectorId: id } : { mode: 'edit', accountId };

const inCategory = (connectors: readonly Connector[], category: string | null): readonly Connector[] =>
  category === null ? connectors : connectors.filter((connector) => connector.category === category);
