import type { ReactNode } from 'react';
import type { AccountQuestion, SignInPhase } from '../flow/state.js';
import type { Text } from '../text/text.js';
import { Button } from '../ui/Button.js';
import { useText } from '../ui/text.js';
import { MessageView } from './MessageView.js';

interface AuthorizingViewProps {
  /** The connector's name. */
  readonly name: string;
  readonly phase: SignInPhase;
  /** Where the window goes. */
  readonly url: string | undefined;
  readonly onShow: (() => void) | undefined;
  readonly onReopen: (() => void) | undefined;
  readonly onContinueHere: (() => void) | undefined;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

/** What to do while the provider's window is open, and what when it is not. */
export function AuthorizingView(props: AuthorizingViewProps): ReactNode {
  const { name, phase } = props;
  const text = useText();
  const [title, explanation] = words(text, name, phase);
  return (
    <div role="status" className="hub-alert-area">
      <MessageView
        icon={typeof phase === 'object' ? 'alert' : 'external'}
        tone="neutral"
        title={title}
        text={explanation}
      >
        <div className="hub-actions">
          {typeof phase === 'object' ? <Answers {...props} question={phase} /> : <Ways {...props} />}
        </div>
      </MessageView>
    </div>
  );
}

function words(text: Text, name: string, phase: SignInPhase): readonly [string, string?] {
  if (typeof phase === 'object') {
    const { signedInAs, insteadOf } = phase;
    return [
      text('authorize.otherTitle', { account: signedInAs }),
      text('authorize.otherText', { account: signedInAs, other: insteadOf }),
    ];
  }
  switch (phase) {
    case 'opening':
      return [text('authorize.opening', { name })];
    case 'waiting':
      return [text('authorize.title', { name }), text('authorize.text')];
    case 'blocked':
      return [text('authorize.blockedTitle'), text('authorize.blockedText')];
    case 'finishing':
      return [text('authorize.finishing')];
    case 'cancelling':
      return [text('authorize.cancelling')];
  }
}

function Answers({
  question,
  onReplace,
  onCancel,
}: AuthorizingViewProps & { question: AccountQuestion }): ReactNode {
  const text = useText();
  return (
    <>
      <Button kind="primary" onClick={onCancel}>
        {text('authorize.keep', { account: question.insteadOf })}
      </Button>
      <Button onClick={onReplace}>{text('authorize.replace')}</Button>
    </>
  );
}

function Ways(props: AuthorizingViewProps): ReactNode {
  const { name, phase, url, onShow, onReopen, onContinueHere, onCancel } = props;
  const text = useText();
  const blocked = phase === 'blocked';
  return (
    <>
      {phase === 'waiting' && onShow && (
        <Button kind="primary" onClick={onShow}>
          {text('authorize.show')}
        </Button>
      )}
      {phase === 'waiting' && onReopen && <Button onClick={onReopen}>{text('authorize.again')}</Button>}
      {blocked && url && (
        // The opener is what tells the sign-in page that this page started it.
        <a
          className="hub-button"
          part="button button-primary"
          data-kind="primary"
          href={url}
          target="_blank"
          rel="opener"
        >
          {text('authorize.open', { name })}
        </a>
      )}
      {blocked && onContinueHere && (
        <Button onClick={onContinueHere}>{text('authorize.continueHere')}</Button>
      )}
      {phase !== 'cancelling' && <Button onClick={onCancel}>{text('action.cancel')}</Button>}
    </>
  );
}
