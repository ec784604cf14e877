import { memo, type ReactNode, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { HubOptions } from '../contract/options.js';
import type { State, Unavailable } from '../flow/state.js';
import { useText } from '../ui/text.js';
import { Frame, type FrameProps } from '../views/Frame.js';
import { LoadingView } from '../views/LoadingView.js';
import { MessageView } from '../views/MessageView.js';
import { UnavailableView } from '../views/UnavailableView.js';
import { ChunkGate } from './ChunkGate.js';
import { type ChunkState, formChunk } from './chunks.js';
import { CrashGate } from './CrashGate.js';
import { PickerScreen } from './PickerScreen.js';
import { createRoom } from './room.js';
import { RoomContext, type RoomValue, useFlow, useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';
import { SurroundingsContext } from './surroundings.js';
import { useOnline } from './useOnline.js';

interface HubProps {
  readonly frame: Pick<FrameProps, 'theme' | 'height' | 'awaited'>;
  readonly options: () => HubOptions;
  readonly token: string | undefined;
  readonly canAsk: boolean;
  readonly closable: boolean;
  readonly baseUrl: string;
  readonly appUrl: string;
  readonly accountId: string | undefined;
  readonly onReplaced: () => void;
}

/** One room, from its first token to its end. */
export function Hub(props: HubProps): ReactNode {
  const { frame, token, canAsk, ...setup } = props;
  const surroundings = useContext(SurroundingsContext);
  const closable = surroundings.closable ?? props.closable;
  const [room] = useState(() => createRoom({ ...setup, surroundings }));
  const value: RoomValue = useMemo(() => {
    const { flow } = room;
    // A sign-in under way is taken back first: the server may have made the account in the same second.
    const onClose = () =>
      flow.get().name === 'authorizing'
        ? room.signIn.current?.cancel()
        : flow.dispatch({ type: 'closeAsked', unsaved: room.unsaved() });
    // In a host's dialog Escape would take the hub away: not while something is on its way, nor without asking.
    const askToKeep = () => {
      const { name } = flow.get();
      if (name === 'submitting') return true;
      if (name !== 'authorizing' && (!room.unsaved() || name === 'succeeded')) return false;
      onClose();
      return true;
    };
    return {
      room,
      dispatch: flow.dispatch,
      askToKeep,
      onClose: closable ? onClose : undefined,
    };
  }, [room, closable]);

  useEffect(() => {
    room.stay();
    return room.leave;
  }, [room]);

  useEffect(() => {
    const { offerClosing } = surroundings;
    offerClosing?.(() => {
      const stays = value.askToKeep();
      if (!stays) room.flow.dispatch({ type: 'closeAsked', unsaved: false });
      return stays;
    });
    return () => offerClosing?.(undefined);
  }, [surroundings, room, value]);

  useEffect(() => {
    if (token) void room.giveToken(token);
    else if (canAsk) room.tokens.current().catch(() => undefined);
  }, [room, token, canAsk]);

  return (
    <RoomContext.Provider value={value}>
      <Frame {...frame} onEscape={closable ? value.askToKeep : undefined}>
        <CurrentScreen />
      </Frame>
    </RoomContext.Provider>
  );
}

function CurrentScreen(): ReactNode {
  const { room } = useRoom();
  const text = useText();
  const state = useDrawn(useFlow(room));
  // Over a form the question is part of the form's screen, which must not lose what is typed in it.
  const isAsking = state.name === 'confirmingClose' && state.from.name !== 'filling';
  return (
    <CrashGate state={state}>
      <ScreenOf state={isAsking ? state.from : state} />
      {isAsking && (
        <ChunkGate part={formChunk} title={text('title.create')}>
          {({ LeaveQuestion }) => <LeaveQuestion />}
        </ChunkGate>
      )}
    </CrashGate>
  );
}

/**
 * What is on the screen: the way between list and form is the most that there is to draw, and is drawn a little at a
 * time. Until then the screen before it stands, where nothing can be done that the flow does not know to be over.
 */
function useDrawn(state: State): State {
  const drawn = useDeferredValue(state);
  return isChoice(drawn) && isChoice(state) && drawn.name !== state.name ? drawn : state;
}

const isChoice = ({ name }: State): boolean => name === 'picking' || name === 'filling';

const ScreenOf = memo(function ScreenOf({ state }: { readonly state: State }): ReactNode {
  const { room } = useRoom();
  switch (state.name) {
    case 'loading':
      return <LoadingScreen shape={room.accountId ? 'form' : 'list'} />;
    case 'unavailable':
      return <UnavailableScreen state={state} />;
    case 'picking':
      return <PickerScreen state={state} />;
    case 'filling':
    case 'submitting':
    case 'authorizing':
    case 'succeeded':
      return <ChunkScreen state={state} />;
    case 'confirmingClose':
      return state.from.name === 'filling' ? (
        <ChunkScreen state={{ ...state, from: state.from }} />
      ) : (
        <ScreenOf state={state.from} />
      );
    case 'closed':
      return <ClosedScreen />;
  }
});

function LoadingScreen({ shape }: { readonly shape: 'list' | 'form' }): ReactNode {
  const text = useText();
  return (
    <RoomScreen title={text('title.create')}>
      <LoadingView shape={shape} />
    </RoomScreen>
  );
}

function UnavailableScreen({ state }: { readonly state: Unavailable }): ReactNode {
  const { room, dispatch, onClose } = useRoom();
  const text = useText();
  const retry = () => dispatch({ type: 'retried' });
  useOnline(state.reason === 'unreachable', retry);
  return (
    <RoomScreen title={text('title.create')}>
      <UnavailableView
        reason={state.reason}
        failure={state.failure}
        kept={room.unsaved() && state.resume !== null}
        onRetry={retry}
        onClose={onClose}
      />
    </RoomScreen>
  );
}

function ClosedScreen(): ReactNode {
  const text = useText();
  return <MessageView icon="check" tone="neutral" title={text('closed.text')} takesFocus />;
}

/** The screens behind the first one: they come with a chunk of their own. */
function ChunkScreen({ state }: { readonly state: ChunkState }): ReactNode {
  const text = useText();
  return (
    <ChunkGate part={formChunk} title={text('title.create')}>
      {({ FormFlow }) => <FormFlow state={state} />}
    </ChunkGate>
  );
}
