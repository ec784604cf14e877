import type { ReactNode } from 'react';
import type { HubError } from '../api/errors.js';
import type { UnavailableReason } from '../flow/state.js';
import type { MessageKey } from '../text/keys.js';
import { useText } from '../ui/text.js';
import { MessageView } from './MessageView.js';
import { Reference } from './Reference.js';

interface UnavailableViewProps {
  readonly reason: UnavailableReason;
  readonly failure: HubError | null;
  /** Something typed waits for a new session. */
  readonly kept: boolean;
  readonly onRetry: () => void;
  readonly onClose: (() => void) | undefined;
}

/** Why there is nothing to pick or to fill in, and what to do about it. */
export function UnavailableView({
  reason,
  failure,
  kept,
  onRetry,
  onClose,
}: UnavailableViewProps): ReactNode {
  const text = useText();
  const kind = kindOf(reason, failure);
  const explanation = text(`unavailable.${kind}.text`);
  return (
    <MessageView
      role="alert"
      icon={reason === 'empty' ? 'search' : 'alert'}
      tone={reason === 'empty' || reason === 'expired' ? 'neutral' : 'danger'}
      title={text(`unavailable.${kind}.title`)}
      text={kept ? text('unavailable.expired.kept') : explanation}
      note={failure?.requestId && <Reference id={failure.requestId} />}
      primary={
        canRetry({ reason, failure }) ? { label: text('action.tryAgain'), onPress: onRetry } : undefined
      }
      secondary={onClose && { label: text('action.close'), onPress: onClose }}
    />
  );
}

/** Whether asking again may help. */
export const canRetry = ({ reason, failure }: Pick<UnavailableViewProps, 'reason' | 'failure'>): boolean =>
  reason === 'unreachable' || (failure?.retryable ?? false);

type Kind = MessageKey extends infer Key ? (Key extends `unavailable.${infer K}.title` ? K : never) : never;

function kindOf(reason: UnavailableReason, failure: HubError | null): Kind {
  // A session that another try can start is a host that could not give one just now.
  if (reason === 'rejected' && failure?.retryable) return 'down';
  if (reason !== 'unreachable') return reason;
  switch (failure?.code) {
    case 'network_offline':
      return 'offline';
    case 'network_unreachable':
    case 'timeout':
      return 'unreachable';
    case 'server_error':
    case 'rate_limited':
      return 'down';
    default:
      return 'unreadable';
  }
}
