/** One field of a connector's form, in a form of its own. */
import { type ReactElement, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Field } from '../../../src/api/model.js';
import { type FormValues, initialValues } from '../../../src/form/index.js';
import { CredentialField, type CredentialFieldProps } from '../../../src/views/form/CredentialField.js';

const PLAIN: Field = {
  id: 'f0',
  key: 'field',
  label: 'Field',
  type: 'text',
  required: true,
  readOnly: false,
  secret: false,
  hidden: false,
  options: [],
  delimiter: ' ',
};

/** A field of which only what matters is said; `value` is what it begins with. */
export const fieldOf = (field: Partial<Field>): Field => ({ ...PLAIN, ...field });

type FieldArgs = Pick<CredentialFieldProps, 'field'> & Partial<CredentialFieldProps>;

/** A story's `render`. */
export const renderField = (args: FieldArgs): ReactElement => <FieldAlone {...args} />;

function FieldAlone({
  field,
  account,
  serverMessage,
  busy = false,
  missing = false,
}: FieldArgs): ReactElement {
  const [replacing, setReplacing] = useState(false);
  const form = useForm<FormValues>({ defaultValues: initialValues([field], account) });
  return (
    <CredentialField
      field={field}
      form={form}
      account={account}
      busy={busy}
      replacing={replacing}
      missing={missing}
      serverMessage={serverMessage}
      onReplace={setReplacing}
      onChanged={nothing}
      onLeft={nothing}
    />
  );
}

const nothing = (): void => undefined;
