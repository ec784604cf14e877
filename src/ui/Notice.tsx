import type { ReactNode, Ref } from 'react';
import { Icon } from './Icon.js';
import { useText } from './text.js';

interface NoticeProps {
  /** How bad it is; a warning and an error are also named in words, for those who do not see them. */
  readonly tone: 'info' | 'warning' | 'danger';
  /** Said at once by a screen reader, and able to take the focus where it was lost. */
  readonly urgent?: boolean;
  /** The box, to bring it into view. */
  readonly boxRef?: Ref<HTMLDivElement>;
  /** What it says. */
  readonly children: ReactNode;
}

export function Notice({ tone, urgent, boxRef, children }: NoticeProps): ReactNode {
  const text = useText();
  return (
    <div
      ref={boxRef}
      className="hub-notice"
      part="notice"
      data-tone={tone}
      {...(urgent && { role: 'alert', tabIndex: -1 })}
    >
      <Icon name={tone === 'info' ? 'info' : 'alert'} />
      <div className="hub-notice-text">
        {tone !== 'info' && <span className="hub-visually-hidden">{text(`form.tone.${tone}`)}</span>}
        {children}
      </div>
    </div>
  );
}
