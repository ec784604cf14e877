import { type ReactNode, useId, useState } from 'react';
import { useFormState, type UseFormReturn } from 'react-hook-form';
import type { Field } from '../../api/model.js';
import type { AccountData } from '../../api/schemas.js';
import {
  domainOf,
  initialValue,
  LEAVE_ALONE,
  type FormValues,
  readProblem,
  storedSecret,
} from '../../form/index.js';
import type { Text } from '../../text/text.js';
import { CopyField } from '../../ui/CopyField.js';
import { FieldFrame } from '../../ui/FieldFrame.js';
import { useText } from '../../ui/text.js';
import { ChoiceGroup } from './ChoiceGroup.js';
import { SelectInput } from './SelectInput.js';
import { StoredSecret } from './StoredSecret.js';
import { TextInput } from './TextInput.js';

export interface CredentialFieldProps {
  /** What the provider asks for. */
  readonly field: Field;
  /** The form that it is a field of. */
  readonly form: UseFormReturn<FormValues>;
  /** The account that is edited. */
  readonly account: AccountData | undefined;
  /** The form is on its way: nothing can be changed. */
  readonly busy: boolean;
  /** Another secret is entered in place of the stored one. */
  readonly replacing: boolean;
  /** What was typed here is gone, and has to be typed again. */
  readonly missing: boolean;
  /** What the server said of its value. */
  readonly serverMessage: string | undefined;
  /** The user wants to enter another secret, or to keep the stored one. */
  readonly onReplace: (wanted: boolean) => void;
  /** Its value was changed. */
  readonly onChanged: () => void;
  /** The focus has left it. */
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
              attributes={LEAVE_ALONE}
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
  /** The input's DOM id. */
  readonly id: string;
  /** The ids of all that describes it. */
  readonly describedBy: string | undefined;
  /** Something is wrong with its value. */
  readonly invalid: boolean;
}

/** What the form library was told is wrong, in words. */
export function problemWords(text: Text, field: Field, message: string): string {
  const problem = readProblem(message);
  if ('text' in problem) return problem.text;
  return text(`problem.${problem.key}`, { domain: domainOf(field.validation) ?? '' });
}
