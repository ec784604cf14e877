import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.js';
import { Icon, type IconName } from '../ui/Icon.js';

interface Action {
  /** What is on the button. */
  readonly label: string;
  /** What it does. */
  readonly onPress: () => void;
}

interface MessageViewProps {
  /** A picture beside the words. */
  readonly icon: IconName;
  /** What kind of news it is. */
  readonly tone: 'neutral' | 'success' | 'danger';
  /** What it says. */
  readonly title: string;
  /** What that means, or what to do. */
  readonly text?: string | undefined;
  /** Small print: a reference for the support desk. */
  readonly note?: ReactNode;
  /** The best way on. */
  readonly primary?: Action | undefined;
  /** Another one. */
  readonly secondary?: Action | undefined;
  /** What it says is the news: the focus goes there, and with it the screen reader. */
  readonly takesFocus?: boolean;
  /** What it says is news that a screen reader says by itself: at once, or whatever of it changes from then on. */
  readonly role?: 'alert' | 'status';
  /** It goes on by itself. */
  readonly moving?: boolean;
  /** Other ways on than these two. */
  readonly actions?: ReactNode;
  /** More to say, after the text. */
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
  role,
  moving,
  actions,
  children,
}: MessageViewProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <div className="hub-body" part="body">
      <div className="hub-message" part="message">
        <span className="hub-medallion" data-tone={tone} data-moving={moving || undefined}>
          <Icon name={icon} />
        </span>
        <div className="hub-message-words" role={role} aria-atomic={role && false}>
          <h3 ref={heading} className="hub-message-title" {...(takesFocus && { tabIndex: -1 })}>
            {title}
          </h3>
          {text && <p className="hub-message-text">{text}</p>}
          {children}
        </div>
        {(primary || secondary || actions) && (
          <div className="hub-actions">
            {actions}
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
