import { type ReactNode, useState, useSyncExternalStore } from 'react';
import type { Log } from '../log.js';
import { spokenText } from '../logText.js';
import { Button } from '../ui/Button.js';
import { Segmented } from '../ui/Segmented.js';
import { useRested } from '../useRested.js';
import { LogRow } from './LogRow.js';

type Filter = 'all' | 'event' | 'request';

const FILTERS = [
  { value: 'all', label: 'All' },
  { value: 'event', label: 'Events' },
  { value: 'request', label: 'Requests' },
] as const;

/** Long enough that a burst of entries is heard as its last one. */
const SPEAKING_REST = 1500;

export function LogPanel({ log }: { readonly log: Log }): ReactNode {
  const entries = useSyncExternalStore(log.subscribe, log.entries);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = filter === 'all' ? entries : entries.filter((entry) => entry.kind === filter);
  const newest = useRested(entries[0], SPEAKING_REST);
  return (
    <section className="pg-log" aria-labelledby="pg-log-title">
      <div className="pg-log-head">
        <h3 className="pg-panel-title" id="pg-log-title">
          Log
        </h3>
        <Segmented label="Show" choices={FILTERS} value={filter} onChange={setFilter} />
        <Button size="small" kind="quiet" onClick={log.clear}>
          Clear
        </Button>
      </div>
      {shown.length > 0 ? (
        <ol className="pg-log-list">
          {shown.map((entry) => (
            <LogRow key={entry.id} entry={entry} />
          ))}
        </ol>
      ) : (
        <p className="pg-log-blank">
          {filter === 'event' ? 'The hub has told nothing yet.' : 'Nothing has happened yet.'}
        </p>
      )}
      <p className="pg-offscreen" role="status">
        {newest ? `Log: ${spokenText(newest)}` : ''}
      </p>
    </section>
  );
}
