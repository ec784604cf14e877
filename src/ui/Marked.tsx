import type { ReactNode } from 'react';

/** What was typed as it may stand in a text: its words in their order, whatever is between them. */
export function soughtIn(query: string): RegExp | undefined {
  const words = query.match(/[\p{L}\p{N}]+/gu)?.join('[^\\p{L}\\p{N}]*');
  // One or two letters are in every name: they count where a word starts.
  return words ? new RegExp(`(${/^\w\w?$/.test(words) ? '\\b' : ''}${words})`, 'iu') : undefined;
}

interface MarkedProps {
  /** What it says. */
  readonly text: string;
  /** What is marked in it, as its only group. */
  readonly sought: RegExp | undefined;
}

/** A text in which what was searched for can be seen. It is read out as if nothing were marked. */
export const Marked = ({ text, sought }: MarkedProps): ReactNode =>
  sought
    ? text.split(sought).map((piece, index) =>
        index % 2 ? (
          <mark key={index} className="hub-match">
            {piece}
          </mark>
        ) : (
          piece
        ),
      )
    : text;
