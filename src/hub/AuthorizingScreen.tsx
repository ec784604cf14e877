import type { ReactNode } from 'react';
import type { Authorizing } from '../flow/state.js';
import { useText } from '../ui/text.js';
import { AuthorizingView } from '../views/AuthorizingView.js';
import { LoadingView } from '../views/LoadingView.js';
import { headOf } from './formHead.js';
import { useRoom } from './RoomContext.js';
import { RoomScreen } from './RoomScreen.js';
import { useFormSubject } from './useFormSubject.js';
import { useOffline } from './useOffline.js';
import { useShow } from './useShow.js';

/** While the user is at the provider, in whatever window. */
export function AuthorizingScreen({ state }: { readonly state: Authorizing }): ReactNode {
  const { room } = useRoom();
  const text = useText();
  const subject = useFormSubject(state.from.target);
  const connector = subject.name === 'ready' ? subject.connector : undefined;
  const name = connector?.name ?? '';
  const control = room.signIn.current;
  const show = useShow(control);
  const offline = useOffline();
  // After a reload its name has to come first.
  if (subject.name === 'loading') {
    return (
      <RoomScreen title={text('title.create')}>
        <LoadingView shape="form" />
      </RoomScreen>
    );
  }
  return (
    <RoomScreen {...headOf(text, state.from.target, { name, logoUrl: connector?.logoUrl })}>
      {control && (
        <AuthorizingView
          name={name}
          phase={state.phase}
          hindrance={control.hindrance}
          offline={offline}
          silence={state.silence}
          url={control.url()}
          onShow={show}
          onReopen={control.reopen}
          onContinueHere={control.continueHere}
          onReplace={control.replace}
          onCancel={control.cancel}
        />
      )}
    </RoomScreen>
  );
}
