import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Connector } from '../api/model.js';
import { Icon } from '../ui/Icon.js';
import { Button, IconButton } from '../ui/Button.js';
import { soughtIn } from '../ui/Marked.js';
import { useText } from '../ui/text.js';
import { isTouched } from '../ui/touch.js';
import { useDwell } from '../ui/useDwell.js';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.js';
import { CategoryBar, type CategoryCount } from './CategoryBar.js';
import { ConnectorRow } from './ConnectorRow.js';

interface PickerViewProps {
  /** What the search and the category leave, best first. */
  readonly connectors: readonly Connector[];
  readonly categories: readonly CategoryCount[];
  readonly category: string | null;
  readonly query: string;
  /** There may be more: the list is what was found until now. */
  readonly searching: boolean;
  /** What tells connectors of one name apart, by id. */
  readonly distinctions: ReadonlyMap<string, string>;
  /** The user came here from another screen: what was typed next belongs into the search. */
  readonly focusSearch: boolean;
  /** Keeps where the user is in the list, for when they come back. */
  readonly place?: PickerPlace | undefined;
  readonly onSearch: (query: string) => void;
  readonly onCategory: (category: string | null) => void;
  /** Hears which one the user may be about to pick. */
  readonly onAim?: ((connector: Connector) => void) | undefined;
  readonly onPick: (connector: Connector) => void;
}

export interface PickerPlace {
  /** How far it is scrolled, in px. */
  top: number;
  /** The connector that was chosen last. */
  chosenId: string | undefined;
}

const PAGE = 8;

/**
 * One screen with both choices: every connector is in the list at once, a category is one click, and the search
 * looks through everything. Arrow keys walk the list without leaving the search box.
 */
export function PickerView(props: PickerViewProps): ReactNode {
  const { connectors, categories, category, query, searching } = props;
  const { distinctions, focusSearch, place, onCategory } = props;
  const text = useText();
  const listId = `${useId()}list`;
  const search = useRef<HTMLInputElement>(null);
  const rows = useRef<VirtualListHandle>(null);
  const [chosenId, setChosenId] = useState(place?.chosenId);
  const [asked, setAsked] = useState(false);
  const chosen = chosenId === undefined ? -1 : connectors.findIndex(({ id }) => id === chosenId);
  // The best match is one Enter away; without a query nothing is chosen until an arrow key says so.
  const active = chosen < 0 && query && connectors.length > 0 ? 0 : chosen;

  // On the way in alone: what is chosen here keeps the focus.
  const [comesIn] = useState(focusSearch);
  useEffect(() => {
    if (!comesIn) return;
    // Where the keyboard is on the screen, it would cover the list.
    const touched = isTouched(search.current);
    if (touched && rows.current) rows.current.focus();
    else search.current?.focus({ preventScroll: true });
  }, [comesIn]);

  const restart = useCallback(() => {
    setAsked(true);
    setChosenId(undefined);
    keep(place, { top: 0, chosenId: undefined });
    rows.current?.reveal(0);
  }, [place]);
  const searchFor = (words: string) => {
    restart();
    props.onSearch(words);
  };
  const lookAt = useCallback(
    (next: string | null) => {
      restart();
      onCategory(next);
    },
    [restart, onCategory],
  );

  const aim = useDwell((connector: Connector) => props.onAim?.(connector));

  const onPick = (connector: Connector) => {
    keep(place, { chosenId: connector.id });
    props.onPick(connector);
  };

  const walk = (step: number) => {
    const next = Math.max(0, Math.min(active + step, connectors.length - 1));
    setChosenId(connectors[next]?.id);
    aim(connectors[next]);
    rows.current?.reveal(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }[event.key];
    const picks = event.key === 'Enter' || (event.key === ' ' && event.currentTarget !== search.current);
    const picked = picks && connectors[active];
    if (step) walk(step);
    else if (picked) onPick(picked);
    else if (event.key === 'Escape' && query) searchFor('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isEmpty = connectors.length === 0;
  const activeConnector = connectors[active];
  const sought = soughtIn(query);
  return (
    <div className="hub-picker" data-plain={categories.length < 2 || undefined}>
      <div className="hub-search">
        <Icon name="search" />
        <input
          ref={search}
          className="hub-search-input"
          part="search"
          type="text"
          role="combobox"
          aria-label={text('picker.search')}
          aria-expanded={!isEmpty}
          aria-autocomplete="list"
          aria-controls={isEmpty ? undefined : listId}
          aria-activedescendant={activeConnector && `${listId}-${activeConnector.id}`}
          placeholder={text('picker.searchHint')}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => searchFor(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        {query && (
          <IconButton
            icon="close"
            label={text('action.clearSearch')}
            onClick={() => {
              searchFor('');
              search.current?.focus();
            }}
          />
        )}
      </div>
      {categories.length > 1 && <CategoryBar categories={categories} chosen={category} onChoose={lookAt} />}
      <ResultCount count={asked && !searching ? connectors.length : undefined} query={query} />
      {isEmpty ? (
        <NoResults
          query={query}
          searching={searching}
          onShowAll={() => {
            searchFor('');
            lookAt(null);
            search.current?.focus();
          }}
        />
      ) : (
        <VirtualList
          handle={rows}
          id={listId}
          label={text('picker.list')}
          items={connectors}
          itemId={connectorId}
          activeIndex={active}
          onPick={onPick}
          onPoint={aim}
          onKeyDown={onKeyDown}
          initialTop={place?.top}
          onTop={(top) => keep(place, { top })}
        >
          {(connector) => (
            <ConnectorRow
              connector={connector}
              distinction={distinctions.get(connector.id)}
              sought={sought}
            />
          )}
        </VirtualList>
      )}
    </div>
  );
}

function keep(place: PickerPlace | undefined, now: Partial<PickerPlace>): void {
  if (place) Object.assign(place, now);
}

const connectorId = (connector: Connector): string => connector.id;

interface NoResultsProps extends Pick<PickerViewProps, 'query' | 'searching'> {
  readonly onShowAll: () => void;
}

function NoResults({ query, searching, onShowAll }: NoResultsProps): ReactNode {
  const text = useText();
  return (
    <div className="hub-nothing">
      {searching ? (
        <p className="hub-message-text">{text('busy.loading')}</p>
      ) : (
        <>
          <span className="hub-medallion">
            <Icon name="search" />
          </span>
          <h3 className="hub-message-title">{text('picker.noResults', { query })}</h3>
          <p className="hub-message-text">{text('picker.noResultsHint')}</p>
          <Button onClick={onShowAll}>{text('picker.showAll')}</Button>
        </>
      )}
    </div>
  );
}

const TYPING_REST = 500;

interface ResultCountProps {
  /** `undefined` until the user has searched or chosen a category, and the count is the last word. */
  readonly count: number | undefined;
  readonly query: string;
}

/** Says how many results there are once typing rests, not with every letter. */
function ResultCount({ count, query }: ResultCountProps): ReactNode {
  const text = useText();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (count === undefined) return undefined;
    const words = count ? text.plural('picker.results', count) : text('picker.noResults', { query });
    const timer = setTimeout(() => setSaid(words), TYPING_REST);
    return () => clearTimeout(timer);
  }, [count, query, text]);
  return (
    <p className="hub-visually-hidden" role="status">
      {said}
    </p>
  );
}
