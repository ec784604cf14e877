import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { joinedChoices, LEAVE_ALONE, NOT_RECORDED, selectedChoices } from '../../form/index.js';
import { useForeign } from '../../ui/foreign.js';
import { idList } from '../../ui/idList.js';
import type { InputProps } from './CredentialField.js';

/** Several of several, as check boxes. */
export function ChoiceGroup({
  field,
  form,
  id,
  describedBy,
  invalid,
  busy,
  onChanged,
}: InputProps): ReactNode {
  const foreign = useForeign();
  const value = useWatch({ control: form.control, name: field.id }) ?? '';
  const chosen = new Set(selectedChoices(field, value));
  const toggle = (choice: string) => {
    if (busy) return;
    const next = new Set(chosen);
    if (!next.delete(choice)) next.add(choice);
    form.setValue(field.id, joinedChoices(field, [...next]), {
      shouldDirty: true,
      shouldTouch: true,
      shouldValidate: true,
    });
    onChanged();
  };
  return (
    <div {...LEAVE_ALONE} className={`hub-choices ${NOT_RECORDED}`}>
      {field.options.map((option, index) => (
        <label key={option.value} className="hub-choice">
          <input
            type="checkbox"
            className="hub-checkbox"
            aria-labelledby={`${id}-${index}`}
            checked={chosen.has(option.value)}
            // What is wrong with all of them is said once, of the one that the focus goes to.
            aria-invalid={(invalid && index === 0) || undefined}
            aria-describedby={idList(option.description && `${id}-${index}-hint`, index === 0 && describedBy)}
            onChange={() => toggle(option.value)}
          />
          <span className="hub-choice-text" {...foreign}>
            <span id={`${id}-${index}`}>{option.label}</span>
            {option.description && (
              <span id={`${id}-${index}-hint`} className="hub-hint">
                {option.description}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
