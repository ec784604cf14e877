import { type ReactNode, useId } from 'react';
import { Button } from '../ui/Button.js';
import { Segmented } from '../ui/Segmented.js';
import { SwitchControl } from '../ui/Switch.js';

interface FieldProps {
  readonly name: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
}

interface RowProps extends FieldProps {
  /** The control, under the ids that name and describe it. */
  readonly children: (ids: { id: string; describedBy: string | undefined }) => ReactNode;
}

/** The wire's name, the control, and beneath it what is to be known or wrong. */
function Row({ name, hint, problem, children }: RowProps): ReactNode {
  const id = useId();
  const note = problem ?? hint;
  return (
    <div className="pg-field">
      <label className="pg-field-name" htmlFor={id}>
        {name}
      </label>
      <div className="pg-field-control">
        {children({ id, describedBy: note ? `${id}-note` : undefined })}
        {note && (
          <p id={`${id}-note`} className="pg-hint" data-problem={problem !== undefined || undefined}>
            {note}
          </p>
        )}
      </div>
    </div>
  );
}

interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly inputMode?: 'numeric';
  /** Several lines, in a fixed width. */
  readonly isJson?: boolean;
  readonly required?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField(props: TextFieldProps): ReactNode {
  const { name, hint, problem, value, placeholder, inputMode, isJson, required, onChange } = props;
  return (
    <Row name={name} hint={hint} problem={problem}>
      {({ id, describedBy }) => {
        const shared = {
          id,
          value,
          placeholder,
          'aria-describedby': describedBy,
          'aria-invalid': problem !== undefined || undefined,
          'aria-required': required,
          autoCapitalize: 'off',
          autoComplete: 'off',
          spellCheck: false,
        };
        return isJson ? (
          <textarea
            {...shared}
            className="pg-input pg-input-json"
            rows={3}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <input
            {...shared}
            className="pg-input"
            inputMode={inputMode}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Row>
  );
}

interface SelectFieldProps<T extends string> extends FieldProps {
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactNode {
  const { name, hint, problem, value, options, onChange } = props;
  return (
    <Row name={name} hint={hint} problem={problem}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="pg-input pg-select"
          value={value}
          aria-describedby={describedBy}
          aria-invalid={problem !== undefined || undefined}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Row>
  );
}

interface ColorFieldProps extends FieldProps {
  /** `#rrggbb`, or empty for the default. */
  readonly value: string;
  /** What is shown while it is empty. */
  readonly standard: string;
  readonly onChange: (value: string) => void;
}

export function ColorField({ value, standard, onChange, ...field }: ColorFieldProps): ReactNode {
  return (
    <Row {...field}>
      {({ id, describedBy }) => (
        <div className="pg-color">
          <input
            id={id}
            className="pg-color-input"
            type="color"
            value={value || standard}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
          <code className="pg-code-word">{value || standard}</code>
          {value && (
            <Button kind="quiet" size="small" onClick={() => onChange('')}>
              Default
            </Button>
          )}
        </div>
      )}
    </Row>
  );
}

interface SegmentedFieldProps<T extends string> {
  readonly name: string;
  /** The name of the whole, for those who hear it. */
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly hint?: string;
  readonly onChange: (value: T) => void;
}

export function SegmentedField<T extends string>({
  name,
  hint,
  ...choice
}: SegmentedFieldProps<T>): ReactNode {
  return (
    <div className="pg-field">
      <span className="pg-field-name" aria-hidden="true">
        {name}
      </span>
      <div className="pg-field-control">
        <Segmented {...choice} />
        {hint && <p className="pg-hint">{hint}</p>}
      </div>
    </div>
  );
}

interface SwitchFieldProps extends FieldProps {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function SwitchField({ value, onChange, ...field }: SwitchFieldProps): ReactNode {
  return <Row {...field}>{(ids) => <SwitchControl {...ids} checked={value} onChange={onChange} />}</Row>;
}

interface ChipsProps {
  readonly name: string;
  readonly choices: readonly string[];
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any of a few words, in the order in which they are offered. */
export function Chips({ name, choices, chosen, problem, onChange }: ChipsProps): ReactNode {
  const id = useId();
  const toggle = (choice: string, isChosen: boolean) =>
    onChange(choices.filter((each) => (each === choice ? isChosen : chosen.includes(each))));
  return (
    <div className="pg-field" role="group" aria-labelledby={id}>
      <span className="pg-field-name" id={id}>
        {name}
      </span>
      <div className="pg-field-control pg-chips">
        {choices.map((choice) => (
          <label key={choice} className="pg-chip">
            <input
              className="pg-chip-input"
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={(event) => toggle(choice, event.target.checked)}
            />
            <span className="pg-chip-label">{choice}</span>
          </label>
        ))}
        {problem && (
          <p className="pg-hint" data-problem>
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
