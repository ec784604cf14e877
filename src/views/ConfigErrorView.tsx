import type { ReactNode } from 'react';
import { useText } from '../ui/text.js';

/** For the developer who just wrote the options, in a developer's words. */
export function ConfigErrorView({ problems }: { readonly problems: readonly string[] }): ReactNode {
  const text = useText();
  return (
    <div className="hub-body" part="body" role="alert">
      <h2 className="hub-title">{text('config.title')}</h2>
      <ul className="hub-problem-list">
        {problems.map((problem) => (
          <li key={problem}>
            <code className="hub-code">{problem}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
