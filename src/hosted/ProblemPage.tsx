import type { ReactNode } from 'react';
import type { HubOptions } from '../contract/options.js';
import { createText } from '../text/text.js';
import { IconButton } from '../ui/Button.js';
import { TextContext } from '../ui/text.js';
import { ConfigErrorView } from '../views/ConfigErrorView.js';
import { Frame } from '../views/Frame.js';

interface ProblemPageProps {
  readonly problems: readonly string[];
  readonly theme?: HubOptions['theme'];
  /** Where the page around this one offers no way out. */
  readonly onClose?: (() => void) | undefined;
}

const text = createText();

/** What is not set up right, in words for a developer. */
export function ProblemPage({ problems, theme = 'system', onClose }: ProblemPageProps): ReactNode {
  return (
    <TextContext.Provider value={text}>
      <Frame theme={theme} height="auto">
        <header className="hub-header">
          <div className="hub-titles" />
          {onClose && <IconButton icon="close" label={text('action.close')} onClick={onClose} />}
        </header>
        <ConfigErrorView problems={problems} />
      </Frame>
    </TextContext.Provider>
  );
}
