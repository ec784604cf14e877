import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { cleanPasted, inputHints, NOT_RECORDED } from '../../form/index.js';
import { Button, IconButton } from '../../ui/Button.js';
import { useText } from '../../ui/text.js';
import type { InputProps } from './CredentialField.js';

interface TextInputProps extends InputProps {
  /** Goes back to the stored secret. */
  readonly undo: (() => void) | undefined;
  /** Hears what was done to a value that was pasted. */
  readonly onRemark: (remark: string | undefined) => void;
}

/** Text, numbers and secrets, in one line or several. */
export function TextInput(props: TextInputProps): ReactNode {
  const { field, form, id, describedBy, invalid, busy, undo, onChanged, onLeft, onRemark } = props;
  const text = useText();
  const [revealed, setRevealed] = useState(false);
  const { type, attributes, ...hints } = inputHints(field);
  const registered = form.register(field.id, {
    onChange: () => {
      onChanged();
      onRemark(undefined);
    },
    onBlur: onLeft,
  });

  const onPaste = (event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    const input = event.currentTarget;
    const pasted = event.clipboardData.getData('text');
    const cleaned = cleanPasted(field, pasted);
    if (cleaned === undefined) return;
    event.preventDefault();
    insertText(input, cleaned);
    const cut = !field.secret && pasted.includes('/') && !cleaned.includes('/');
    onRemark(cut ? text('form.pasteCut', { value: cleaned }) : text('form.pasteCleaned'));
  };

  const shared = {
    ...registered,
    ...attributes,
    ...hints,
    id,
    onPaste,
    readOnly: busy,
    placeholder: field.placeholder,
    'aria-invalid': invalid || undefined,
    'aria-required': field.required || undefined,
    'aria-describedby': describedBy,
  };
  const className = `hub-input ${NOT_RECORDED}`;
  const isArea = field.type === 'text_area';
  return (
    <div className="hub-input-row">
      <div
        className="hub-input-box"
        dir={field.secret ? 'ltr' : undefined}
        data-secret={field.secret || undefined}
      >
        {isArea ? (
          <textarea
            {...shared}
            rows={4}
            className={className}
            part="input"
            data-area
            data-masked={(field.secret && !revealed) || undefined}
          />
        ) : (
          <input
            {...shared}
            type={type === 'password' && revealed ? 'text' : type}
            enterKeyHint="go"
            className={className}
            part="input"
          />
        )}
        {field.secret && (
          <IconButton
            icon={revealed ? 'eyeOff' : 'eye'}
            label={text(revealed ? 'action.conceal' : 'action.reveal', { label: field.label })}
            aria-controls={id}
            onClick={() => setRevealed(!revealed)}
          />
        )}
      </div>
      {undo && <Button onClick={undo}>{text('action.undoReplace')}</Button>}
    </div>
  );
}

/** Puts text where the caret is, as typing would: the caret follows, and it can be undone. */
function insertText(input: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (document.execCommand?.('insertText', false, text)) return;
  input.setRangeText(text, input.selectionStart ?? 0, input.selectionEnd ?? input.value.length, 'end');
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
