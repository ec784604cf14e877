import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { LEAVE_ALONE, NOT_RECORDED } from '../../form/index.js';
import { useForeign } from '../../ui/foreign.js';
import { Icon } from '../../ui/Icon.js';
import { idList } from '../../ui/idList.js';
import { useText } from '../../ui/text.js';
import type { InputProps } from './CredentialField.js';

/** One of several: the system's own control, which every phone and screen reader knows best. */
export function SelectInput({
  field,
  form,
  id,
  describedBy,
  invalid,
  busy,
  onChanged,
}: InputProps): ReactNode {
  const text = useText();
  const foreign = useForeign();
  const value = useWatch({ control: form.control, name: field.id });
  const chosen = field.options.find((option) => option.value === value);
  return (
    <>
      <div className="hub-input-box">
        <select
          {...form.register(field.id, { onChange: onChanged })}
          id={id}
          {...LEAVE_ALONE}
          className={`hub-input ${NOT_RECORDED}`}
          part="input"
          data-select
          aria-invalid={invalid || undefined}
          aria-required={field.required || undefined}
          aria-describedby={idList(chosen?.description && `${id}-chosen`, describedBy)}
          aria-disabled={busy || undefined}
        >
          <option value="">{text('form.choose')}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value} {...foreign}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </div>
      {chosen?.description && (
        <p id={`${id}-chosen`} className="hub-hint" {...foreign}>
          {chosen.description}
        </p>
      )}
    </>
  );
}
