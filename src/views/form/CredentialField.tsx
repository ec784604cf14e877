import { type ReactNode, useId, useState } from 'react';
import { useFormState, type UseFormReturn } from 'react-hook-form';
import type { Field } from '../../api/model.js';
import type { AccountData } from '../../api/schemas.js';
import { domainOf, initialValue, type FormValues, readProblem, storedSecret } from '../../form/index.js';
import type { Text } from '../../text/text.js';
import { CopyField } from '../../ui/CopyField.js';
import { FieldFrame } from '../../ui/FieldFrame.js';
import { useText } from '../../ui/text.js';
import { ChoiceGroup } from './ChoiceGroup.js';
import { SelectInput } from './SelectInput.js';
import { StoredSecret } from './StoredSecret.js';
import { TextInput } from './TextInput.js';

export interface CredentialFieldProps {
  readonly field: Field;
  readonly form: UseFormReturn<FormValues>;
  readonly account: AccountData | undefined;
  readonly busy: boolean;
  readonly replacing: boolean;
  /** What was typed here is gone, and has to be typed again. */
  readonly missing: boolean;
  readonly serverMessage: string | undefined;
  readonly onReplace: (wanted: boolean) => void;
  readonly onChanged: () => void;
  readonly onLeft: () => void;
}

/** One field of a connector's form, in the way its type asks for. */
export function CredentialField(props: CredentialFieldProps): ReactNode {
  const { field, form, account, replacing, missing, serverMessage } = props;
  const text = useText();
  const id = useId();
  const [remark, setRemark] = useState<string>();
  const { errors } = useFormState({ control: form.control, name: field.id });
  const error = errors[field.id]?.message;
  const problem = error === undefined ? serverMessage : problemWords(text, field, error);
  const stored = storedSecret(field, account);
  const asksAgain = missing && (replacing || !stored);
  const isGroup = field.type === 'multi-select' && field.options.length > 0;

  return (
    <FieldFrame
      id={id}
      label={field.label}
      required={field.required || field.readOnly}
      group={isGroup}
      description={field.description}
      tooltip={field.tooltip}
      remark={remark ?? (asksAgain ? text('form.notKept') : undefined)}
      problem={problem}
    >
      {(describedBy) => {
        const shared = { ...props, id, describedBy, invalid: problem !== undefined };
        if (field.readOnly) {
          return (
            <CopyField
              id={id}
              label={field.label}
              value={initialValue(field, account)}
              describedBy={describedBy}
            />
          );
        }
        if (stored && !replacing) {
          return (
            <StoredSecret
              id={id}
              tail={stored.tail}
              label={field.label}
              describedBy={describedBy}
              onReplace={() => props.onReplace(true)}
            />
          );
        }
        if (isGroup) return <ChoiceGroup {...shared} />;
        if (field.type === 'select' && field.options.length > 0) return <SelectInput {...shared} />;
        return <TextInput {...shared} undo={stored && (() => props.onReplace(false))} onRemark={setRemark} />;
      }}
    </FieldFrame>
  );
}

/** What the inputs have in common. */
export interface InputProps extends CredentialFieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** What the form library was told is wrong, in words. */
export function problemWords(text: Text, field: Field, message: string): string {
  const problem = readProblem(message);
  if ('text' in problem) return problem.text;
  return text(`problem.${problem.key}`, { domain: domainOf(field.validation) ?? '' });
}
