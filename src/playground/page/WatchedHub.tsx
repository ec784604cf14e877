import type { ReactNode } from 'react';
import { ConnectHub, type ConnectedAccount } from '../../index.js';
import { isHeight } from '../height.js';
import type { Log } from '../log.js';
import type { Settings } from '../settings.js';
import type { OpenHub } from '../useConnection.js';

interface WatchedHubProps {
  readonly hub: OpenHub;
  readonly hubFetch: typeof globalThis.fetch;
  readonly log: Log;
  readonly settings: Settings;
  readonly onConnected: (account: ConnectedAccount) => void;
  readonly onClosed: () => void;
}

/** The hub as a host would use it, with everything that it tells written into the log. */
export function WatchedHub({ hub, hubFetch, log, settings, ...props }: WatchedHubProps): ReactNode {
  const height = settings.height.trim();
  return (
    <ConnectHub
      {...hub.options}
      fetch={hubFetch}
      theme={settings.theme}
      locale={settings.locale || undefined}
      height={height && isHeight(height) ? height : undefined}
      onEvent={(event) => log.event('onEvent', event)}
      onError={(failure) => log.event('onError', failure)}
      onSuccess={(account) => {
        log.event('onSuccess', account);
        props.onConnected(account);
      }}
      onClose={(closing) => {
        log.event('onClose', closing);
        // Unmounted is what this page did, not what the user wants.
        if (closing.reason !== 'unmounted') props.onClosed();
      }}
    />
  );
}
