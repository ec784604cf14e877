import { type ReactNode, useId } from 'react';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Radio buttons that look like one control. */
export function Segmented<T extends string>(props: SegmentedProps<T>): ReactNode {
  const { label, choices, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="pg-segmented">
      <legend className="pg-offscreen">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="pg-segment">
          <input
            className="pg-segment-input"
            type="radio"
            name={name}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className="pg-segment-label">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
