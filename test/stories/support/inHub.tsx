/** For what stands alone in a story: the root with its theme and language, and the words, as the hub gives them. */
import type { Decorator, StoryContext } from '@storybook/react-vite';
import { type ReactNode, useMemo } from 'react';
import { createText } from '../../../src/text/text.js';
import { TextContext } from '../../../src/ui/text.js';
import { Frame } from '../../../src/views/Frame.js';
import { optionsOf, surroundingsOf } from './surroundings.js';
import type { Loaded } from './words.js';

interface RootProps {
  readonly context: Pick<StoryContext, 'globals' | 'loaded'>;
  readonly height: string;
  readonly children: ReactNode;
}

function Root({ context, height, children }: RootProps): ReactNode {
  const { theme = 'light', messages } = optionsOf(surroundingsOf(context));
  const { spoken } = context.loaded as Loaded;
  const text = useMemo(() => createText(spoken, messages), [spoken, messages]);
  return (
    <TextContext.Provider value={text}>
      <Frame theme={theme} height={height}>
        {children}
      </Frame>
    </TextContext.Provider>
  );
}

/** A control in the body of a screen. */
export const inBody: Decorator = (Story, context) => (
  <Root context={context} height="auto">
    <div className="hub-body" style={{ paddingBlock: 24 }}>
      <div>
        <Story />
      </div>
    </div>
  </Root>
);

/** A part that fills a screen. */
export const onScreen: Decorator = (Story, context) => (
  <Root context={context} height="480px">
    <Story />
  </Root>
);
