import { Fragment, type ReactNode } from 'react';
import { safeUrl } from '../api/address.js';
import { shown } from '../api/shown.js';
import { useForeign } from './foreign.js';

const MAX = 8_000;

interface ProseProps {
  /** What somebody else wrote; of what is longer than 8,000 characters the rest is left out. */
  readonly children: string;
}

/** One pass over the text: no part can begin where another is open, so no text makes it look twice. */
const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^[\]]+)\]\(([^()\s]+)\)/g;
/** To the end whatever comes: a line that a browser breaks elsewhere must not be looked at again from every space. */
const ITEM = /^\s*(?:(\d{1,3})[.)]|[-*•])\s+(.*)$/s;

/**
 * A provider's or a server's explanation: paragraphs, lists, bold, code and https links. Everything else, HTML
 * first of all, is text.
 */
export function Prose({ children }: ProseProps): ReactNode {
  return (
    <div className="hub-prose" {...useForeign()}>
      {blocks(shown(children, MAX)).map(({ kind, lines }, index) => {
        if (kind === 'text') return <p key={index}>{lines.map(withBreak)}</p>;
        const List = kind;
        return (
          <List key={index} className="hub-prose-list">
            {lines.map((line, item) => (
              <li key={item}>{inline(line)}</li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

/** The same without blocks, for a line of help. */
export const InlineProse = ({ children }: ProseProps): ReactNode =>
  shown(children, MAX).split('\n').map(withBreak);

const withBreak = (line: string, index: number): ReactNode => (
  <Fragment key={index}>
    {index > 0 && <br />}
    {inline(line)}
  </Fragment>
);

interface Block {
  readonly kind: 'text' | 'ul' | 'ol';
  readonly lines: string[];
}

function blocks(text: string): readonly Block[] {
  const found: Block[] = [];
  let open: Block | undefined;
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    const kind = item ? (item[1] ? 'ol' : 'ul') : 'text';
    if (!line.trim()) open = undefined;
    else if (open?.kind === kind) open.lines.push(item?.[2] ?? line);
    else found.push((open = { kind, lines: [item?.[2] ?? line] }));
  }
  return found;
}

function inline(text: string): ReactNode[] {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, code, label, url] = match;
    parts.push(text.slice(end, match.index));
    end = match.index + whole.length;
    const href = safeUrl(url);
    const key = match.index;
    if (bold) parts.push(<strong key={key}>{bold}</strong>);
    else if (code)
      parts.push(
        <code key={key} className="hub-code">
          {code}
        </code>,
      );
    else if (href) parts.push(<ExternalLink key={key} href={href} label={label ?? href} />);
    else parts.push(whole);
  }
  parts.push(text.slice(end));
  return parts;
}

interface ExternalLinkProps {
  /** Checked by {@link safeUrl}. */
  readonly href: string;
  /** What is read. */
  readonly label: ReactNode;
}

export const ExternalLink = ({ href, label }: ExternalLinkProps): ReactNode => (
  <a className="hub-link" href={href} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer">
    {label}
  </a>
);
