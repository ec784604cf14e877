import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.js';
import { Icon, type IconName } from '../ui/Icon.js';

interface Action {
  readonly label: string;
  readonly onPress: () => void;
}

interface MessageViewProps {
  readonly icon: IconName;
  readonly tone: 'neutral' | 'success' | 'danger';
  readonly title: string;
  readonly text?: string | undefined;
  /** Small print: a reference for the support desk. */
  readonly note?: string | undefined;
  readonly primary?: Action | undefined;
  readonly secondary?: Action | undefined;
  /** What it says is the news: the focus goes there, and with it the screen reader. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
}

/** A screen that says one thing and what to do next. */
export function MessageView({
  icon,
  tone,
  title,
  text,
  note,
  primary,
  secondary,
  takesFocus = false,
  children,
}: MessageViewProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="hub-body" part="body">
      <div className="hub-message" part="message">
        <span className="hub-medallion" data-tone={tone}>
          <Icon name={icon} />
        </span>
        <h3 ref={heading} className="hub-message-title" {...(takesFocus && { tabIndex: -1 })}>
          {title}
        </h3>
        {text && <p className="hub-message-text">{text}</p>}
        {children}
        {(primary || secondary) && (
          <div className="hub-actions">
            {primary && (
              <Button kind="primary" onClick={primary.onPress}>
                {primary.label}
              </Button>
            )}
            {secondary && <Button onClick={secondary.onPress}>{secondary.label}</Button>}
          </div>
        )}
        {note && <p className="hub-hint">{note}</p>}
      </div>
    </div>
  );
}
