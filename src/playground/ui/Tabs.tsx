import { type KeyboardEvent, type ReactNode, useId } from 'react';

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly marked?: boolean }[];
  readonly selected: T;
  readonly onSelect: (id: T) => void;
  /** What the selected tab shows. */
  readonly children: ReactNode;
}

export function Tabs<T extends string>(props: TabsProps<T>): ReactNode {
  const { label, tabs, selected, onSelect, children } = props;
  const base = useId();

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = neighbour(
      tabs.findIndex((tab) => tab.id === selected),
      tabs.length,
      event.key,
    );
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  };

  return (
    <>
      <div className="pg-tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}-${tab.id}`}
            type="button"
            role="tab"
            className="pg-tab"
            aria-selected={tab.id === selected}
            aria-controls={`${base}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.marked && <span className="pg-tab-mark" aria-hidden="true" />}
          </button>
        ))}
      </div>
      <div
        key={selected}
        id={`${base}-panel`}
        role="tabpanel"
        className="pg-tab-panel"
        aria-labelledby={`${base}-${selected}`}
      >
        {children}
      </div>
    </>
  );
}

/** Where a key leads from a tab; round the ends. */
function neighbour(index: number, count: number, key: string): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
