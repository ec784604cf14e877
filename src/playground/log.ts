import { masked } from './mask.js';

/** A call of one of the hub's callbacks. */
export interface EventEntry {
  readonly kind: 'event';
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly callback: 'onEvent' | 'onSuccess' | 'onError' | 'onClose';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A request, from the moment it leaves. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly id: number;
  readonly at: number;
  /** Who sent it: the hub to the API, or this page to the backend of its product. */
  readonly from: 'hub' | 'page';
  readonly method: string;
  readonly path: string;
  readonly state: 'running' | 'answered' | 'failed' | 'aborted';
  readonly status?: number;
  readonly milliseconds?: number;
  readonly requestId?: string;
  /** Masked. */
  readonly body?: unknown;
}

export type LogEntry = EventEntry | RequestEntry;

/** What is added to a request's entry when it is over. */
export type Outcome = Pick<RequestEntry, 'state' | 'status' | 'milliseconds' | 'requestId'>;

/** The live log: newest first, the oldest fall out. */
export interface Log {
  readonly entries: () => readonly LogEntry[];
  readonly event: (callback: EventEntry['callback'], detail: object) => void;
  /** Notes a request that leaves; the function it answers notes how that went. */
  readonly request: (
    request: Pick<RequestEntry, 'from' | 'method' | 'path' | 'body'>,
  ) => (outcome: Outcome) => void;
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const CAPACITY = 300;

export function createLog(now: () => number = Date.now): Log {
  const listeners = new Set<() => void>();
  let entries: readonly LogEntry[] = [];
  let last = 0;

  const set = (next: readonly LogEntry[]): void => {
    entries = next;
    for (const listener of listeners) listener();
  };
  const add = (entry: LogEntry): void => set([entry, ...entries].slice(0, CAPACITY));
  const head = () => ({ id: (last += 1), at: now() });

  return {
    entries: () => entries,
    event(callback, detail) {
      add({ kind: 'event', ...head(), callback, detail: masked(detail) as EventEntry['detail'] });
    },
    request(request) {
      const entry: RequestEntry = { kind: 'request', ...head(), ...request, state: 'running' };
      add(entry);
      return (outcome) =>
        set(entries.map((each) => (each.id === entry.id ? { ...entry, ...outcome } : each)));
    },
    clear: () => set([]),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
