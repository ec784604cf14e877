import type { ReactNode } from 'react';
import type { ReadySession } from '../../contract/events.js';
import { useText } from '../../ui/text.js';
import { Frame } from '../../views/Frame.js';
import { MessageView } from '../../views/MessageView.js';
import { useLinkText } from './linkWords.js';

interface QuestionProps {
  /** `null` where the server keeps it from browsers. */
  readonly session: ReadySession | null;
  readonly product: string | undefined;
  readonly onAgree: () => void;
  /** Where there is somewhere to go instead. */
  readonly onDecline: (() => void) | undefined;
}

/** Who asks, and for whom it is: links are sent on, and by people who are up to something. */
export function Question({ session, product, onAgree, onDecline }: QuestionProps): ReactNode {
  const text = useText();
  const linkText = useLinkText();
  const owner = session?.origin_owner_name;
  const user = session?.origin_username;
  const lines = [
    product && linkText('asks', { product }),
    owner && (user ? linkText('forUser', { owner, user }) : linkText('for', { owner })),
    linkText('caution'),
  ].flatMap((line) => line || []);
  return (
    <Frame theme="system" height="auto">
      <MessageView
        icon="info"
        tone="neutral"
        title={owner ? linkText('title', { owner }) : text('title.create')}
        primary={{ label: linkText('continue'), onPress: onAgree }}
        secondary={onDecline && { label: linkText('decline'), onPress: onDecline }}
        takesFocus
      >
        {lines.map((line) => (
          <p key={line} className="hub-message-text">
            {line}
          </p>
        ))}
      </MessageView>
    </Frame>
  );
}
