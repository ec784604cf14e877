import type { ReactNode } from 'react';
import type { Succeeded } from '../flow/state.js';
import { Logo } from '../ui/Logo.js';
import { useText } from '../ui/text.js';
import { MessageView } from '../views/MessageView.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';

/** The account is there, and the server has said so. */
export function SuccessScreen({ state }: { readonly state: Succeeded }): ReactNode {
  const { room, dispatch, onClose } = useRoom();
  const text = useText();
  const { account, displayName, from } = state;
  const connectors = room.queryClient.getQueryData(room.queries.connectors.queryKey)?.connectors;
  const connector = connectors?.find(({ id }) => id === account.integrationId);
  const name = connector?.name ?? account.provider;
  const another = from.back && {
    label: text('action.another'),
    onPress: () => dispatch({ type: 'anotherWanted' }),
  };
  const done = onClose && { label: text('action.done'), onPress: onClose };
  return (
    <RoomScreen title={name} logo={<Logo name={name} url={connector?.logoUrl} />} focus="elsewhere">
      <MessageView
        icon="check"
        tone="success"
        title={text(account.mode === 'updated' ? 'success.updated' : 'success.created', { name })}
        text={displayName ? text('success.as', { account: displayName }) : undefined}
        primary={done ?? another ?? undefined}
        secondary={done ? (another ?? undefined) : undefined}
        takesFocus
      />
    </RoomScreen>
  );
}
