import { type ReactNode, useMemo } from 'react';
import { createText, type Spoken } from '../text/text.js';
import { TextContext } from '../ui/text.js';
import { Frame } from '../views/Frame.js';
import { MessageView } from '../views/MessageView.js';

interface UnreachablePageProps {
  /** `undefined` is English. */
  readonly spoken: Spoken | undefined;
  readonly onRetry: () => void;
}

/** Nobody answers for the page's own configuration. */
export function UnreachablePage({ spoken, onRetry }: UnreachablePageProps): ReactNode {
  const text = useMemo(() => createText(spoken), [spoken]);
  return (
    <TextContext.Provider value={text}>
      <Frame theme="system" height="auto">
        <MessageView
          icon="alert"
          tone="danger"
          title={text('unavailable.unreachable.title')}
          text={text('unavailable.unreachable.text')}
          primary={{ label: text('action.tryAgain'), onPress: onRetry }}
        />
      </Frame>
    </TextContext.Provider>
  );
}
