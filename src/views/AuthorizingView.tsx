import type { ReactNode } from 'react';
import type { Authorizing } from '../flow/state.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/text.js';
import { MessageView } from './MessageView.js';

interface AuthorizingViewProps {
  /** The connector's name. */
  readonly name: string;
  readonly phase: Authorizing['phase'];
  /** Where the window goes. */
  readonly url: string | undefined;
  readonly onShow: (() => void) | undefined;
  readonly onReopen: (() => void) | undefined;
  readonly onContinueHere: (() => void) | undefined;
  readonly onCancel: () => void;
}

/** What to do while the provider's window is open, and what when it is not. */
export function AuthorizingView({
  name,
  phase,
  url,
  onShow,
  onReopen,
  onContinueHere,
  onCancel,
}: AuthorizingViewProps): ReactNode {
  const text = useText();
  const blocked = phase === 'blocked';
  const words = {
    opening: [text('authorize.opening', { name }), undefined],
    waiting: [text('authorize.title', { name }), text('authorize.text')],
    blocked: [text('authorize.blockedTitle'), text('authorize.blockedText')],
    cancelling: [text('authorize.cancelling'), undefined],
  } as const;
  const [title, explanation] = words[phase];
  return (
    <div role="status" className="hub-alert-area">
      <MessageView icon="external" tone="neutral" title={title} text={explanation}>
        <div className="hub-actions">
          {phase === 'waiting' && (
            <>
              {onShow && (
                <Button kind="primary" onClick={onShow}>
                  {text('authorize.show')}
                </Button>
              )}
              {onReopen && <Button onClick={onReopen}>{text('authorize.again')}</Button>}
            </>
          )}
          {blocked && url && (
            // The opener is what tells the sign-in page that this page started it.
            <a className="hub-button" data-kind="primary" href={url} target="_blank" rel="opener">
              {text('authorize.open', { name })}
            </a>
          )}
          {blocked && onContinueHere && (
            <Button onClick={onContinueHere}>{text('authorize.continueHere')}</Button>
          )}
          {phase !== 'cancelling' && <Button onClick={onCancel}>{text('action.cancel')}</Button>}
        </div>
      </MessageView>
    </div>
  );
}
