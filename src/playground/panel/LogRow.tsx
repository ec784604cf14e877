import type { ReactNode } from 'react';
import type { LogEntry, RequestEntry } from '../log.js';
import { eventText, statusText, toneOf } from '../logText.js';

const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** One line; opened, everything that is known. */
export function LogRow({ entry }: { readonly entry: LogEntry }): ReactNode {
  return (
    <li className="pg-log-row" data-kind={entry.kind} data-tone={toneOf(entry)}>
      <details>
        <summary className="pg-log-line">
          {entry.kind === 'request' ? <RequestLine entry={entry} /> : <EventLine entry={entry} />}
        </summary>
        <pre className="pg-log-detail">{JSON.stringify(detailsOf(entry), null, 2)}</pre>
      </details>
    </li>
  );
}

function RequestLine({ entry }: { readonly entry: RequestEntry }): ReactNode {
  return (
    <>
      <span className="pg-log-kind">{entry.method}</span>
      <span className="pg-log-name">{entry.path}</span>
      <span className="pg-log-status">{statusText(entry)}</span>
      <span className="pg-log-time">
        {entry.milliseconds === undefined ? '' : `${entry.milliseconds} ms`}
      </span>
    </>
  );
}

function EventLine({ entry }: { readonly entry: Exclude<LogEntry, RequestEntry> }): ReactNode {
  const { name, detail } = eventText(entry);
  return (
    <>
      <span className="pg-log-kind">event</span>
      <span className="pg-log-name">
        {name} <span className="pg-log-telling">{detail}</span>
      </span>
      <span className="pg-log-status" />
      <time className="pg-log-time" dateTime={new Date(entry.at).toISOString()}>
        {TIME.format(entry.at)}
      </time>
    </>
  );
}

/** Without what the line says already. */
function detailsOf(entry: LogEntry): object {
  const time = new Date(entry.at).toISOString();
  if (entry.kind === 'event') return { callback: entry.callback, time, detail: entry.detail };
  const { from, method, path, status, requestId, body } = entry;
  return { from, method, path, status, requestId, time, body };
}
