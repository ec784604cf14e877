import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../ui/text.js';

const PATIENCE = 8_000;

interface LoadingViewProps {
  /** The shape of what is coming, so that nothing jumps when it comes. */
  readonly shape: 'list' | 'form';
}

export function LoadingView({ shape }: LoadingViewProps): ReactNode {
  const text = useText();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="hub-loading" data-shape={shape}>
      <p className={slow ? 'hub-hint' : 'hub-visually-hidden'} role="status">
        {text(slow ? 'busy.stillLoading' : 'busy.loading')}
      </p>
      <div aria-hidden="true" className="hub-skeleton">
        {shape === 'list' && <span className="hub-bone" data-part="search" />}
        {Array.from({ length: shape === 'list' ? 8 : 2 }, (_, row) => (
          <div key={row} className="hub-skeleton-row">
            <span className="hub-bone" data-part="logo" />
            <span className="hub-bone" data-part="line" />
          </div>
        ))}
      </div>
    </div>
  );
}
