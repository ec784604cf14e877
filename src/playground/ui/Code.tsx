import type { ReactNode } from 'react';
import { highlighted } from '../highlight.js';

/** A few lines of code, in colours. */
export function Code({ code }: { readonly code: string }): ReactNode {
  return (
    <pre className="pg-code">
      <code>
        {highlighted(code).map(({ kind, text, start }) => (
          <span key={start} className="pg-code-piece" data-kind={kind}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  );
}
