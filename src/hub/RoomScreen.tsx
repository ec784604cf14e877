import { type ReactNode, useEffect, useRef } from 'react';
import type { ConnectSession } from '../api/schemas.js';
import { type Owner, Screen } from '../views/Screen.js';
import { useRoom } from './RoomContext.js';
import { useCached } from './useCached.js';

interface RoomScreenProps {
  readonly title: string;
  readonly logo?: ReactNode;
  readonly onBack?: (() => void) | undefined;
  /** Whether the screen takes the focus somewhere better; where it does not, the heading has it all the same. */
  readonly focus?: 'heading' | 'elsewhere';
  /** Something is on its way that cannot be called back: there is no way out until it has arrived. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

/** A screen with what the room knows: for whom it is, the way out, and whether it may take the focus. */
export function RoomScreen({ focus = 'heading', busy = false, ...screen }: RoomScreenProps): ReactNode {
  const { room, onClose } = useRoom();
  const session = useCached(room.queryClient, room.queries.session)?.data;
  const heading = useRef<HTMLHeadingElement>(null);
  const isNew = useRef(true);
  useEffect(() => {
    const title = heading.current;
    if (!title || !room.flow.hasMoved()) return;
    const { activeElement } = title.getRootNode() as Document | ShadowRoot;
    const hasFocus = title.closest('.hub')?.contains(activeElement);
    // Later on only what had the focus can be gone, as a button is that has no use any more.
    const wants = isNew.current ? focus === 'heading' || !hasFocus : document.activeElement === document.body;
    if (wants) title.focus({ preventScroll: true });
    isNew.current = false;
  });
  return (
    <Screen
      {...screen}
      owner={session && owner(session)}
      onClose={busy ? undefined : onClose}
      headingRef={heading}
    />
  );
}

const owner = (session: ConnectSession): Owner => ({
  name: session.origin_owner_name,
  user: session.origin_username ?? undefined,
  test: session.type?.toLowerCase() === 'test',
});
