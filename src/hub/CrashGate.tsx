import { Component, type ReactNode, useState } from 'react';
import { asHubError } from '../api/errors.js';
import type { State } from '../flow/state.js';
import { useText } from '../ui/text.js';
import { MessageView } from '../views/MessageView.js';
import { Screen } from '../views/Screen.js';
import { useRoom } from './RoomContext.js';

interface CrashGateProps {
  /** What the children show. */
  readonly state: State;
  readonly children: ReactNode;
}

/**
 * A screen that cannot be drawn takes neither the host's page nor the room with it: what was typed is there when it is
 * drawn anew, as the user may wish, or when the flow goes on.
 */
export function CrashGate({ state, children }: CrashGateProps): ReactNode {
  const { room } = useRoom();
  const [crashed, setCrashed] = useState<State>();
  const onCrash = (error: unknown) => {
    room.host.error(asHubError(error), true);
    setCrashed(state);
  };
  return crashed === state ? (
    <CrashScreen state={state} onRetry={() => setCrashed(undefined)} />
  ) : (
    <Boundary onCrash={onCrash}>{children}</Boundary>
  );
}

interface BoundaryProps {
  readonly onCrash: (error: unknown) => void;
  readonly children: ReactNode;
}

/** React knows this only of classes. */
class Boundary extends Component<BoundaryProps> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error);
  }

  override render(): ReactNode {
    return !this.state.crashed && this.props.children;
  }
}

interface CrashScreenProps {
  readonly state: State;
  readonly onRetry: () => void;
}

/** Made of as little as can be: what crashed may be a part of every other screen. */
function CrashScreen({ state, onRetry }: CrashScreenProps): ReactNode {
  const { room, dispatch, onClose } = useRoom();
  const text = useText();
  const close = onClose && {
    label: text('action.close'),
    onPress: () => {
      onClose();
      // The question whether to lose what was typed is part of what cannot be drawn.
      dispatch({ type: 'closeConfirmed' });
    },
  };
  return (
    <Screen
      title={text('title.create')}
      owner={undefined}
      onBack={state.name === 'filling' && state.back ? () => dispatch({ type: 'wentBack' }) : undefined}
    >
      <MessageView
        role="alert"
        icon="alert"
        tone="danger"
        title={text('unavailable.down.title')}
        text={text('unavailable.down.text')}
        primary={{ label: text('action.tryAgain'), onPress: onRetry }}
        secondary={close}
        takesFocus={room.flow.hasMoved()}
      />
    </Screen>
  );
}
