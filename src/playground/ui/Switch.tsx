import { type ReactNode, useId } from 'react';

interface SwitchControlProps {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function SwitchControl({ id, describedBy, checked, onChange }: SwitchControlProps): ReactNode {
  return (
    <input
      id={id}
      className="pg-switch"
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, onChange }: SwitchProps): ReactNode {
  const id = useId();
  return (
    <div className="pg-switch-row">
      <div className="pg-switch-text">
        <label className="pg-label" htmlFor={id}>
          {label}
        </label>
        {hint && (
          <p className="pg-hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <SwitchControl
        id={id}
        describedBy={hint ? `${id}-hint` : undefined}
        checked={checked}
        onChange={onChange}
      />
    </div>
  );
}
