import { type ReactNode, useId } from 'react';
import { type Door, DOORS } from '../door.js';

interface DoorPickerProps {
  readonly door: Door;
  readonly onChange: (door: Door) => void;
}

export function DoorPicker({ door, onChange }: DoorPickerProps): ReactNode {
  const name = useId();
  return (
    <fieldset className="pg-doors">
      <legend className="pg-doors-title">How do you want to embed it?</legend>
      {DOORS.map(({ value, label, about }) => (
        <div key={value} className="pg-door-choice">
          <label className="pg-door-label">
            <input
              className="pg-door-input"
              type="radio"
              name={name}
              aria-describedby={`${name}-${value}`}
              checked={value === door}
              onChange={() => onChange(value)}
            />
            {label}
          </label>
          <p className="pg-hint" id={`${name}-${value}`}>
            {about}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
