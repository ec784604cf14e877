import type { ReactNode } from 'react';
import { createText } from '../text/text.js';
import { TextContext } from '../ui/text.js';
import { Frame } from '../views/Frame.js';
import { MessageView } from '../views/MessageView.js';

const text = createText();

/** Nobody answers for the page's own configuration. */
export function UnreachablePage({ onRetry }: { readonly onRetry: () => void }): ReactNode {
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
