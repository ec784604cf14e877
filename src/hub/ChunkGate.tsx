import type { ReactNode } from 'react';
import { useText } from '../ui/text.js';
import { LoadingView } from '../views/LoadingView.js';
import { MessageView } from '../views/MessageView.js';
import { type Chunk, useChunk } from './chunk.js';
import { RoomScreen } from './RoomScreen.js';

interface ChunkPartProps<Module> {
  readonly part: Chunk<Module>;
  readonly children: (module: Module) => ReactNode;
}

interface ChunkGateProps<Module> extends ChunkPartProps<Module> {
  /** The heading until the part is there. */
  readonly title: string;
}

/** A screen that needs a chunk once the chunk is there, and a way on where it does not come. */
export function ChunkGate<Module>({ part, title, children }: ChunkGateProps<Module>): ReactNode {
  const chunk = useChunk(part);
  if (chunk.name === 'ready') return children(chunk.module);
  return (
    <RoomScreen title={title}>
      <NotThere chunk={chunk} />
    </RoomScreen>
  );
}

/** The same within a screen. */
export function ChunkPart<Module>({ part, children }: ChunkPartProps<Module>): ReactNode {
  const chunk = useChunk(part);
  return chunk.name === 'ready' ? children(chunk.module) : <NotThere chunk={chunk} />;
}

function NotThere({ chunk }: { readonly chunk: ReturnType<typeof useChunk> }): ReactNode {
  const text = useText();
  if (chunk.name !== 'failed') return <LoadingView shape="form" />;
  return (
    <MessageView
      icon="alert"
      tone="danger"
      title={text('chunk.failed')}
      primary={{ label: text('action.tryAgain'), onPress: chunk.retry }}
    />
  );
}
