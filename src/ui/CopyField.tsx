import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button.js';
import { copyText } from './copy.js';
import { Icon } from './Icon.js';
import { useText } from './text.js';

interface CopyFieldProps {
  readonly id: string;
  readonly value: string;
  readonly describedBy: string | undefined;
}

const CONFIRMATION = 2_000;

/** A value to take along to the provider's own settings: it can be read, selected and copied. */
export function CopyField({ id, value, describedBy }: CopyFieldProps): ReactNode {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), CONFIRMATION);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <div className="hub-input-row">
      <input
        ref={input}
        id={id}
        className="hub-input"
        data-readonly
        readOnly
        value={value}
        aria-describedby={describedBy}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => void copyText(value, input.current).then(setCopied)}>
        <Icon name={copied ? 'check' : 'copy'} />
        <span aria-live="polite">{text(copied ? 'action.copied' : 'action.copy')}</span>
      </Button>
    </div>
  );
}
