import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from './Button.js';
import { copyText } from './copy.js';
import { Icon } from './Icon.js';
import { useText } from './text.js';

interface CopyFieldProps {
  /** The input's DOM id. */
  readonly id: string;
  /** What the value is, to tell its copy button from the next one's. */
  readonly label: string;
  /** What is shown and copied. */
  readonly value: string;
  /** What else stands on the input. */
  readonly attributes?: { readonly [name: `data-${string}`]: string };
  /** The ids of what is said of it beside its label. */
  readonly describedBy: string | undefined;
}

const CONFIRMATION = 2_000;

/** A value to take along to the provider's own settings: it can be read, selected and copied. */
export function CopyField({ id, label, value, attributes, describedBy }: CopyFieldProps): ReactNode {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const copied = outcome === 'copied';
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), CONFIRMATION);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => setOutcome((await copyText(value, input.current)) ? 'copied' : 'failed');
  return (
    <>
      <div className="hub-input-row">
        <input
          {...attributes}
          ref={input}
          id={id}
          className="hub-input"
          part="input"
          data-readonly
          readOnly
          dir="auto"
          value={value}
          aria-describedby={describedBy}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          aria-label={copied ? undefined : text('action.copyNamed', { label })}
          onClick={() => void copy()}
        >
          <Icon name={copied ? 'check' : 'copy'} />
          {text(copied ? 'action.copied' : 'action.copy')}
        </Button>
      </div>
      <p className={outcome === 'failed' ? 'hub-hint' : 'hub-visually-hidden'} role="status">
        {outcome && text(copied ? 'action.copiedNamed' : 'action.copyFailed', { label })}
      </p>
    </>
  );
}
