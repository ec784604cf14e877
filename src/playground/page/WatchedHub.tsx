import type { ReactNode } from 'react';
import { ConnectHub, type ConnectedAccount } from '../../index.js';
import type { Log } from '../log.js';
import type { Settings } from '../settings.js';
import type { OpenHub } from '../useConnection.js';
import { ElementHub } from './ElementHub.js';
import { FramedHub } from './FramedHub.js';
import { hubOptions } from './hubOptions.js';
import { LinkCard } from './LinkCard.js';

interface WatchedHubProps {
  readonly hub: OpenHub;
  readonly hubFetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly settings: Settings;
  readonly onConnected: (account: ConnectedAccount) => void;
  readonly onClosed: () => void;
}

/** The hub as a host would use it, through the door that is chosen. */
export function WatchedHub({ hub, hubFetch, settings, ...props }: WatchedHubProps): ReactNode {
  const options = hubOptions({ settings, ...props });
  const { token, getToken, accountId } = hub.options;
  switch (settings.door) {
    case 'component':
      return <ConnectHub {...hub.options} {...options} fetch={hubFetch} />;
    case 'element':
      return <ElementHub options={{ ...hub.options, ...options, fetch: hubFetch }} />;
    case 'inline':
    case 'modal':
      // The hosted page knows its API itself, and asks it itself.
      return (
        <FramedHub
          hostedUrl={hub.hostedUrl}
          isModal={settings.door === 'modal'}
          options={{ token, getToken, accountId, ...options }}
        />
      );
    case 'link':
      return <LinkCard hub={hub} onClosed={props.onClosed} />;
  }
}
