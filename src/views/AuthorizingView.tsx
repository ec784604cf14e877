import type { ReactNode } from 'react';
import type { AccountQuestion, SignInPhase, Silence } from '../flow/state.js';
import type { Text } from '../text/text.js';
import { Button } from '../ui/Button.js';
import { Notice } from '../ui/Notice.js';
import { useText } from '../ui/text.js';
import { MessageView } from './MessageView.js';

interface AuthorizingViewProps {
  /** The connector's name. */
  readonly name: string;
  readonly phase: SignInPhase;
  /** Why there is no window: it is one of an app, of a frame that allows none or may not, or this very tab. */
  readonly hindrance: 'app' | 'frame' | 'unknownFrame' | 'blocker' | 'tab' | undefined;
  /** Where the window goes. */
  readonly url: string | undefined;
  /** There is no network: nothing is heard of the window. */
  readonly offline: boolean;
  /** There is one, and nothing is heard all the same. */
  readonly silence: Silence | null;
  readonly onShow: (() => void) | undefined;
  readonly onReopen: (() => void) | undefined;
  readonly onContinueHere: (() => void) | undefined;
  readonly onReplace: () => void;
  readonly onCancel: () => void;
}

/** What to do while the provider's window is open, and what when it is not. */
export function AuthorizingView(props: AuthorizingViewProps): ReactNode {
  const { phase } = props;
  const text = useText();
  const [title, explanation] = words(text, props);
  const asks = typeof phase === 'object';
  return (
    <MessageView
      icon={asks || (phase === 'blocked' && !goesOnHere(props)) ? 'alert' : 'external'}
      tone="neutral"
      title={title}
      text={explanation}
      role="status"
      moving={isMoving(props)}
      actions={asks ? <Answers {...props} question={phase} /> : <Ways {...props} />}
    >
      <News {...props} />
    </MessageView>
  );
}

/** Something happens by itself: here, or in the window. */
const isMoving = ({ phase, offline }: AuthorizingViewProps): boolean =>
  phase === 'cancelling' ||
  (!offline && (phase === 'opening' || phase === 'waiting' || phase === 'finishing'));

/** In an app's browser this very tab is the way, where it comes back. */
const goesOnHere = ({ hindrance, onContinueHere }: AuthorizingViewProps): boolean =>
  hindrance === 'app' && onContinueHere !== undefined;

function words(text: Text, props: AuthorizingViewProps): readonly [string, string?] {
  const { name, phase, hindrance, offline } = props;
  if (typeof phase === 'object') {
    const { signedInAs, insteadOf } = phase;
    return [
      text('authorize.otherTitle', { account: signedInAs }),
      text('authorize.otherText', { account: signedInAs, other: insteadOf }),
    ];
  }
  if (offline && phase !== 'cancelling') {
    return [text('unavailable.offline.title'), text('unavailable.offline.text')];
  }
  switch (phase) {
    case 'opening':
      return [text('authorize.opening', { name })];
    case 'waiting':
    case 'stalled':
      return hindrance === 'tab'
        ? [text('authorize.tabTitle', { name }), text('authorize.tabText')]
        : [text('authorize.title', { name }), text('authorize.text')];
    case 'blocked':
      return blockedWords(text, props);
    case 'finishing':
      return [text('authorize.finishing')];
    case 'cancelling':
      return [text('authorize.cancelling')];
  }
}

function blockedWords(text: Text, props: AuthorizingViewProps): readonly [string, string] {
  const { name, hindrance, onContinueHere } = props;
  switch (hindrance) {
    case 'app':
      return onContinueHere
        ? [text('authorize.hereTitle', { name }), text('authorize.hereText')]
        : [text('authorize.appTitle'), text('authorize.appText')];
    case 'frame':
      return [text('authorize.frameTitle'), text('authorize.frameText')];
    case 'unknownFrame':
      return [text('authorize.blockedTitle'), text('authorize.blockedTextFramed')];
    default:
      return [text('authorize.blockedTitle'), text('authorize.blockedText')];
  }
}

/** What is not as it should be, without being an end. */
function News(props: AuthorizingViewProps): ReactNode {
  const { phase, offline, silence } = props;
  const text = useText();
  if (offline || phase === 'cancelling') return null;
  if (!silence) return phase === 'stalled' && <Trouble {...props} />;
  const isSenseless = silence.why.code === 'invalid_response';
  return (
    <Notice tone="warning">
      <p>{text(isSenseless ? 'failure.unreadable' : 'authorize.unheard')}</p>
      {isSenseless && <p>{text('unavailable.unreadable.text')}</p>}
    </Notice>
  );
}

/** What may have gone wrong where nobody can see it, and what helps. */
function Trouble({ onReopen, onContinueHere }: AuthorizingViewProps): ReactNode {
  const text = useText();
  const ways = onContinueHere ? 'here' : onReopen ? 'again' : 'cancel';
  return (
    <Notice tone="info">
      <p>
        <strong>{text('authorize.troubleTitle')}</strong> {text(`authorize.trouble.${ways}`)}
      </p>
    </Notice>
  );
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
  const { phase, offline, onShow, onReopen, onContinueHere, onCancel } = props;
  const text = useText();
  const isOpen = phase === 'waiting' || phase === 'stalled';
  return (
    <>
      {isOpen && onShow && (
        <Button kind="primary" onClick={onShow}>
          {text('authorize.show')}
        </Button>
      )}
      {isOpen && !offline && onReopen && <Button onClick={onReopen}>{text('authorize.again')}</Button>}
      {phase === 'stalled' && !offline && onContinueHere && (
        <Button onClick={onContinueHere}>{text('authorize.continueHere')}</Button>
      )}
      {phase === 'blocked' && <WaysWithoutWindow {...props} />}
      {phase !== 'cancelling' && <Button onClick={onCancel}>{text('action.cancel')}</Button>}
    </>
  );
}

function WaysWithoutWindow(props: AuthorizingViewProps): ReactNode {
  const { name, hindrance, url, onContinueHere } = props;
  const text = useText();
  const isBest = goesOnHere(props);
  const leave = onContinueHere && (
    <Button kind={isBest ? 'primary' : 'secondary'} onClick={onContinueHere}>
      {text('authorize.continueHere')}
    </Button>
  );
  // No link opens what no window may, and one in an app leaves this page without what leads back to it.
  if (!url || hindrance === 'frame' || isBest) return leave;
  return (
    <>
      <a
        className="hub-button"
        data-kind="primary"
        href={url}
        // The opener is what tells the sign-in page that this page started it. An app's browser has room for one page.
        {...(hindrance !== 'app' && { target: '_blank', rel: 'opener' })}
      >
        {text('authorize.open', { name })}
      </a>
      {leave}
    </>
  );
}
