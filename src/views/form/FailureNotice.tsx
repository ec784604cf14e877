import type { ReactNode, Ref } from 'react';
import type { HubError } from '../../api/errors.js';
import { Notice } from '../../ui/Notice.js';
import { useText } from '../../ui/text.js';
import type { Text } from '../../text/text.js';

interface FailureNoticeProps {
  readonly boxRef: Ref<HTMLDivElement>;
  /** The connector's name. */
  readonly name: string;
  readonly failure: HubError;
  readonly retrySafe: boolean;
}

/** Why it did not work, in our words; the provider's own stand behind Details. */
export function FailureNotice({ boxRef, name, failure, retrySafe }: FailureNoticeProps): ReactNode {
  const text = useText();
  const { details, requestId } = failure;
  return (
    <Notice tone="danger" urgent boxRef={boxRef}>
      <p>{failureWords(text, name, failure, retrySafe)}</p>
      {(details || requestId) && (
        <details className="hub-details">
          <summary className="hub-summary">{text('form.details')}</summary>
          {details && (
            <pre className="hub-answer" dir="auto">
              {details}
            </pre>
          )}
          {requestId && <p className="hub-hint">{text('form.reference', { id: requestId })}</p>}
        </details>
      )}
    </Notice>
  );
}

function failureWords(text: Text, name: string, failure: HubError, retrySafe: boolean): string {
  if (failure.outcomeUnknown) return text(retrySafe ? 'failure.unsure' : 'failure.unsureNoKey');
  switch (failure.code) {
    case 'provider_error':
      return text('failure.refused', { name });
    case 'validation_failed':
      return text('failure.invalid');
    case 'network_offline':
      return text('failure.offline');
    case 'network_unreachable':
      return text('failure.unreachable');
    case 'timeout':
      return text('failure.timeout');
    case 'rate_limited':
      return failure.retryAfter
        ? text.plural('failure.rateLimitedFor', failure.retryAfter)
        : text('failure.rateLimited');
    case 'forbidden':
      return text('failure.forbidden');
    case 'already_connected':
      return text('failure.already', { name });
    case 'not_same_browser':
      return text('failure.otherBrowser');
    case 'opener_severed':
      return text('failure.severed');
    case 'conflict':
      return text('failure.conflict');
    case 'not_found':
      return text('failure.gone');
    case 'invalid_response':
      return text('failure.unreadable');
    case 'access_denied':
      return text('failure.denied', { name });
    case 'attempt_expired':
    case 'attempt_not_found':
      return text('failure.expired');
    case 'window_closed':
      return text('failure.cancelled');
    case 'popup_blocked':
      return text('failure.blocked');
    default:
      return text('failure.server');
  }
}
