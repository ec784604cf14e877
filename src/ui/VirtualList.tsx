import {
  type KeyboardEvent,
  type MouseEvent,
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
}

interface VirtualListProps<Item> {
  readonly id: string;
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemId: (item: Item) => string;
  /** The row that Enter picks, -1 for none. */
  readonly activeIndex: number;
  readonly onPick: (item: Item) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly children: (item: Item) => ReactNode;
  readonly handle: Ref<VirtualListHandle>;
}

const OVERSCAN = 6;
const FIRST_GUESS = { height: 56, view: 560 };

/**
 * A listbox that draws the rows in view and a few around them, so that ten thousand cost what twenty do. All rows
 * are of one height, measured from a real one, for the text may be larger than we think.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>): ReactNode {
  const { id, label, items, itemId, activeIndex, onPick, onKeyDown, children, handle } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState(FIRST_GUESS);

  const measure = useCallback(() => {
    const view = box.current?.clientHeight ?? 0;
    const row = box.current?.querySelector<HTMLElement>('[role=option]')?.offsetHeight ?? 0;
    setSize((known) => {
      const next = { height: row || known.height, view: view || known.view };
      return next.height === known.height && next.view === known.view ? known : next;
    });
  }, []);

  useLayoutEffect(() => {
    measure();
    if (!box.current || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [measure]);

  useImperativeHandle(handle, () => ({
    reveal(index) {
      const element = box.current;
      if (!element) return;
      const start = index * size.height;
      const end = start + size.height;
      if (start < element.scrollTop) element.scrollTop = start;
      else if (end > element.scrollTop + element.clientHeight) element.scrollTop = end - element.clientHeight;
    },
  }));

  const pickClicked = (event: MouseEvent<HTMLElement>) => {
    const row = (event.target as Element).closest<HTMLElement>('[data-index]');
    const item = row && items[Number(row.dataset['index'])];
    if (item) onPick(item);
  };

  const first = Math.max(0, Math.min(Math.floor(top / size.height), items.length - 1) - OVERSCAN);
  const last = Math.min(items.length, Math.ceil((top + size.view) / size.height) + OVERSCAN);
  const active = items[activeIndex];

  return (
    <div
      ref={box}
      id={id}
      role="listbox"
      aria-label={label}
      aria-activedescendant={active && `${id}-${itemId(active)}`}
      tabIndex={0}
      className="hub-list"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onClick={pickClicked}
    >
      <div role="presentation" style={{ height: first * size.height }} />
      {items.slice(first, last).map((item, offset) => {
        const index = first + offset;
        return (
          <div
            key={itemId(item)}
            id={`${id}-${itemId(item)}`}
            role="option"
            aria-selected={index === activeIndex}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            className="hub-row"
            data-index={index}
          >
            {children(item)}
          </div>
        );
      })}
      <div role="presentation" style={{ height: (items.length - last) * size.height }} />
    </div>
  );
}
