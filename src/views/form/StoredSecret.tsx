import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.js';
import { useText } from '../../ui/text.js';

interface StoredSecretProps {
  /** The button's DOM id. */
  readonly id: string;
  /** The last characters, where the server shows them. */
  readonly tail: string;
  /** What is stored, to tell its button from the next one's. */
  readonly label: string;
  /** The ids of what is said of it beside its label. */
  readonly describedBy: string | undefined;
  /** The user wants to enter another one. */
  readonly onReplace: () => void;
}

/** A secret that the server keeps: dots, the characters it is known by, and a way to replace it. */
export function StoredSecret({ id, tail, label, describedBy, onReplace }: StoredSecretProps): ReactNode {
  const text = useText();
  const words = tail ? text('form.stored', { tail }) : text('form.storedNoTail');
  return (
    <div className="hub-input-row">
      <div className="hub-input" part="input" dir="ltr" data-readonly>
        <span aria-hidden="true">{`••••••••${tail}`}</span>
        <span className="hub-visually-hidden">{words}</span>
      </div>
      <Button
        id={id}
        aria-label={text('form.replaceStored', { label, stored: words })}
        aria-describedby={describedBy}
        onClick={onReplace}
      >
        {text('action.replace')}
      </Button>
    </div>
  );
}
