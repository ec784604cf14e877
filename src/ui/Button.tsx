import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.js';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  /** How much it stands out: one primary action a screen. Default `secondary`. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  /** Busy keeps the focus where it is: the button stays, and does nothing. */
  readonly busy?: boolean;
}

export function Button({
  kind = 'secondary',
  busy = false,
  type = 'button',
  ...props
}: ButtonProps): ReactNode {
  const { children, onClick, ...rest } = props;
  return (
    <button
      {...rest}
      type={type}
      className="hub-button"
      part={`button button-${kind}`}
      data-kind={kind}
      data-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {busy && <span className="hub-spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> {
  /** What is drawn. */
  readonly icon: IconName;
  /** Its name, which is also shown while the pointer rests on it. */
  readonly label: string;
}

export function IconButton({ icon, label, ...props }: IconButtonProps): ReactNode {
  // The title alone is the name: beside an equal label it would be a description, and be said once more.
  return (
    <button {...props} type="button" className="hub-icon-button" title={label}>
      <Icon name={icon} />
    </button>
  );
}
