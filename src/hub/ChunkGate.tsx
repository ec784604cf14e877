import type { ReactNode } from 'react';
import { useText } from '../ui/text.js';
import { LoadingView } from '../views/LoadingView.js';
import { MessageView } from '../views/MessageView.js';
import { type Chunk, useChunk } from './chunk.js';
import { RoomScreen } from './RoomScreen.js';

interface ChunkGateProps<Module> {
  readonly part: Chunk<Module>;
  /** The heading until the part is there. */
  readonly title: string;
  readonly onBack?: (() => void) | undefined;
  readonly children: (module: Module) => ReactNode;
}

/** Shows what needs a chunk once the chunk is there, and a way on where it does not come. */
export function ChunkGate<Module>({ part, title, onBack, children }: ChunkGateProps<Module>): ReactNode {
  const text = useText();
  const chunk = useChunk(part);
  if (chunk.name === 'ready') return children(chunk.module);
  return (
    <RoomScreen title={title} onBack={onBack}>
      {chunk.name === 'loading' ? (
        <LoadingView shape="form" />
      ) : (
        <MessageView
          icon="alert"
          tone="danger"
          title={text('chunk.failed')}
          primary={{ label: text('action.tryAgain'), onPress: chunk.retry }}
        />
      )}
    </RoomScreen>
  );
}
