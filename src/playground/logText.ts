import type { EventEntry, LogEntry, RequestEntry } from './log.js';

/** An entry in a few words: what it is, and what is most telling about it. */
export interface LogText {
  readonly name: string;
  readonly detail: string;
}

const TELLING = ['screen', 'code', 'reason', 'provider', 'mode', 'query', 'integrationId'] as const;

export function eventText({ callback, detail }: EventEntry): LogText {
  const { type } = detail;
  const telling = TELLING.map((key) => detail[key]).find((value) => typeof value === 'string');
  return {
    name: callback === 'onEvent' && typeof type === 'string' ? type : callback,
    detail: typeof telling === 'string' ? telling : '',
  };
}

/** How a request stands: its status, or what came in its place. */
export function statusText({ state, status }: RequestEntry): string {
  if (state === 'running') return '…';
  return state === 'answered' ? String(status) : state;
}

/** How an entry went, for its colour. */
export function toneOf(entry: LogEntry): 'good' | 'warning' | 'danger' | 'neutral' {
  if (entry.kind === 'event') {
    if (entry.callback === 'onError') return 'danger';
    return entry.callback === 'onSuccess' ? 'good' : 'neutral';
  }
  if (entry.state === 'failed') return 'danger';
  if (entry.state !== 'answered' || entry.status === undefined) return 'neutral';
  if (entry.status >= 500) return 'danger';
  return entry.status >= 400 ? 'warning' : 'good';
}

/** The newest entry as one sentence, for those who hear the log. */
export function spokenText(entry: LogEntry): string {
  if (entry.kind === 'request') return `${entry.method} ${entry.path}: ${statusText(entry)}`;
  const { name, detail } = eventText(entry);
  return detail ? `${name}: ${detail}` : name;
}
