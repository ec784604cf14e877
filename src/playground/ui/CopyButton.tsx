import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from '../clipboard.js';
import { Button } from './Button.js';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see where the button stands. */
  readonly what: string;
}

const SHOWN_FOR = 2000;
const WORDS = { idle: 'Copy', copied: 'Copied', failed: 'Select it' } as const;

export function CopyButton({ text, what }: CopyButtonProps): ReactNode {
  const [state, setState] = useState<keyof typeof WORDS>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => setState((await copyText(text)) ? 'copied' : 'failed');
  return (
    <>
      <Button
        kind="quiet"
        size="small"
        icon={state === 'copied' ? 'check' : 'copy'}
        aria-label={`Copy ${what}`}
        onClick={() => void copy()}
      >
        {WORDS[state]}
      </Button>
      <span className="pg-offscreen" role="status">
        {state === 'idle' ? '' : WORDS[state]}
      </span>
    </>
  );
}
