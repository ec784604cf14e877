import type { ReactNode, Ref } from 'react';
import type { HubError } from '../../api/errors.js';
import { Notice } from '../../ui/Notice.js';
import { useText } from '../../ui/text.js';
import type { Text } from '../../text/text.js';
import { Reference } from '../Reference.js';

interface FailureNoticeProps {
  /** The box, to bring it into view. */
  readonly boxRef: Ref<HTMLDivElement>;
  /** Nothing else says it. */
  readonly urgent: boolean;
  /** The connector's name. */
  readonly name: string;
  /** What happened. */
  readonly failure: HubError;
  /** Trying again cannot do it twice. */
  readonly retrySafe: boolean;
}

/** Why it did not work, in our words; the provider's own stand behind Details. */
export function FailureNotice(props: FailureNoticeProps): ReactNode {
  const { boxRef, urgent, failure } = props;
  const text = useText();
  const { details, requestId } = failure;
  return (
    <Notice tone="danger" urgent={urgent} boxRef={boxRef}>
      <div>
        {failureWords(text, props).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      {(details || requestId) && (
        <details className="hub-details">
          <summary className="hub-summary">{text('form.details')}</summary>
          {details && (
            <pre className="hub-answer" dir="auto">
              {details}
            </pre>
          )}
          {requestId && (
            <p className="hub-hint">
              <Reference id={requestId} />
            </p>
          )}
        </details>
      )}
    </Notice>
  );
}

/** What happened, and what to do where the form alone does not say it. */
function failureWords(text: Text, props: FailureNoticeProps): readonly string[] {
  const { name, failure, retrySafe } = props;
  if (failure.outcomeUnknown) return [text(retrySafe ? 'failure.unsure' : 'failure.unsureNoKey')];
  switch (failure.code) {
    case 'provider_error':
      // What the server was told in the sign-in, and not in an answer to what was typed here.
      return failure.status === undefined
        ? [text('failure.signIn', { name }), text('unavailable.unreadable.text')]
        : [text('failure.refused', { name })];
    case 'validation_failed':
      return [text('failure.invalid')];
    case 'network_offline':
      return [text('failure.offline')];
    case 'network_unreachable':
      return [text('failure.unreachable')];
    case 'timeout':
      return [text('failure.timeout')];
    case 'rate_limited':
      return [
        failure.retryAfter
          ? text.plural('failure.rateLimitedFor', failure.retryAfter)
          : text('failure.rateLimited'),
      ];
    case 'forbidden':
      return [text('failure.forbidden'), text('unavailable.forbidden.text')];
    case 'already_connected':
      return [text('failure.already', { name }), text('failure.already.next')];
    case 'not_same_browser':
      return [text('failure.otherBrowser')];
    case 'opener_severed':
      return [text('failure.severed'), text('unavailable.unreadable.text')];
    case 'conflict':
      return [text('failure.conflict'), text('unavailable.rejected.text')];
    case 'not_found':
      return [text('failure.gone'), text('unavailable.forbidden.text')];
    case 'invalid_response':
      return [text('failure.unreadable'), text('unavailable.unreadable.text')];
    case 'access_denied':
      return [text('failure.denied', { name }), text('failure.denied.next')];
    case 'attempt_expired':
    case 'attempt_not_found':
      return [text('failure.expired')];
    case 'window_closed':
      return [text('failure.cancelled')];
    case 'config_error':
    case 'unsupported_field':
      return [text('failure.setup'), text('unavailable.forbidden.text')];
    default:
      return [text('failure.server')];
  }
}
