import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

export interface VirtualListHandle {
  /** Brings a row into view, no further than it has to. */
  reveal(index: number): void;
  focus(): void;
}

interface VirtualListProps<Item> {
  /** The listbox's DOM id; the rows' ids are made from it. */
  readonly id: string;
  /** Its name. */
  readonly label: string;
  /** All there is, drawn or not. */
  readonly items: readonly Item[];
  /** What tells an item from all others. */
  readonly itemId: (item: Item) => string;
  /** The row that Enter picks, -1 for none. */
  readonly activeIndex: number;
  /** Hears of the row that was clicked. */
  readonly onPick: (item: Item) => void;
  /** Hears of the row that a mouse or a pen moves on, and of `undefined` when it has left. */
  readonly onPoint?: ((item: Item | undefined) => void) | undefined;
  /** Hears the keys: walking and picking are its owner's. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What stands in a row. */
  readonly children: (item: Item) => ReactNode;
  /** For its owner to bring a row into view, and to give it the focus. */
  readonly handle: Ref<VirtualListHandle>;
  /** How far the list is scrolled to begin with, in px: a list that comes back is where it was left. Default 0. */
  readonly initialTop?: number | undefined;
  /** Hears how far it is scrolled from then on, in px. */
  readonly onTop?: ((top: number) => void) | undefined;
}

/** Rows beyond those in view, so that scrolling never shows none: for the first step of it fewer do. */
const OVERSCAN = { before: 2, scrolled: 6 };
const FIRST_GUESS = { height: 56, view: 480 };

/**
 * A listbox that draws the rows in view and a few around them, so that ten thousand cost what twenty do. All rows
 * are of one height, measured from a real one, for the text may be larger than we think.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>): ReactNode {
  const { id, label, items, itemId, activeIndex, children, handle } = props;
  const { onPick, onPoint, onKeyDown, onTop } = props;
  const box = useRef<HTMLDivElement>(null);
  const [initialTop] = useState(props.initialTop ?? 0);
  const [top, setTop] = useState(initialTop);
  const [size, setSize] = useState(FIRST_GUESS);

  const measure = useCallback(() => {
    // A list that nothing holds in is as high as all its rows.
    const view = Math.min(box.current?.clientHeight ?? 0, window.innerHeight);
    const row = box.current?.querySelector<HTMLElement>('[role=option]')?.offsetHeight ?? 0;
    setSize((known) => {
      const next = { height: row || known.height, view: view || known.view };
      return next.height === known.height && next.view === known.view ? known : next;
    });
  }, []);

  useLayoutEffect(() => {
    measure();
    if (box.current) box.current.scrollTop = initialTop;
    if (!box.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure, initialTop]);

  useImperativeHandle(handle, () => ({
    reveal(index) {
      const element = box.current;
      if (!element) return;
      const start = index * size.height;
      // A glimpse of the row after it tells that there is one.
      const end = start + size.height * 1.5;
      if (start < element.scrollTop) element.scrollTop = start;
      else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
    },
    focus: () => box.current?.focus({ preventScroll: true }),
  }));

  const itemAt = ({ target }: { readonly target: EventTarget }): Item | undefined => {
    const row = (target as Element).closest<HTMLElement>('[data-index]');
    return items[Number(row?.dataset['index'])];
  };

  const around = top === initialTop ? OVERSCAN.before : OVERSCAN.scrolled;
  const first = Math.max(0, Math.min(Math.floor(top / size.height), items.length - 1) - around);
  const last = Math.min(items.length, Math.ceil((top + size.view) / size.height) + around);
  const active = items[activeIndex];
  // The active row is read out by its id: out of view, it stands at the end of the rows that is nearest to its place.
  const ahead = active !== undefined && activeIndex < first;
  const behind = active !== undefined && activeIndex >= last;

  const rowId = (item: Item) => `${id}-${itemId(item)}`;
  const row = (item: Item, index: number) => (
    <div
      // By its place: what a search finds stands in the rows that are there, which costs half of making others.
      key={index}
      id={rowId(item)}
      role="option"
      aria-selected={index === activeIndex}
      aria-setsize={items.length}
      aria-posinset={index + 1}
      className="hub-row"
      part="row"
      data-index={index}
    >
      {children(item)}
    </div>
  );
  const space = (key: string, rows: number) => (
    <div key={key} role="presentation" style={{ height: rows * size.height }} />
  );
  // One list of keys, so that a row stays the same element when it comes into view.
  const drawn = [
    ahead && row(active, activeIndex),
    space('before', first - Number(ahead)),
    ...items.slice(first, last).map((item, offset) => row(item, first + offset)),
    space('after', items.length - last - Number(behind)),
    behind && row(active, activeIndex),
  ];

  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={label}
      aria-activedescendant={active && rowId(active)}
      tabIndex={0}
      className="hub-list"
      part="list"
      onScroll={({ currentTarget }) => {
        setTop(currentTarget.scrollTop);
        onTop?.(currentTarget.scrollTop);
      }}
      onKeyDown={onKeyDown}
      // A finger that is put down may only scroll.
      onPointerMove={(event) => event.pointerType !== 'touch' && onPoint?.(itemAt(event))}
      onPointerLeave={() => onPoint?.(undefined)}
      onClick={(event) => {
        const item = itemAt(event);
        if (item) onPick(item);
      }}
    >
      {drawn}
    </div>
  );
}
