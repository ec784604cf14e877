import type { ConnectedAccount } from '../../index.js';
import type { HubOptions } from '../../contract/options.js';
import { isHeight } from '../height.js';
import type { Log } from '../log.js';
import type { Settings } from '../settings.js';

interface Watching {
  readonly log: Log;
  readonly settings: Settings;
  readonly onConnected: (account: ConnectedAccount) => void;
  readonly onClosed: () => void;
}

/** What every door is given: how the hub looks, and that everything it tells is written into the log. */
export type WatchedOptions = Pick<HubOptions, 'theme' | 'locale' | 'height'> &
  Required<Pick<HubOptions, 'onEvent' | 'onError' | 'onSuccess' | 'onClose'>>;

export function hubOptions({ log, settings, onConnected, onClosed }: Watching): WatchedOptions {
  const height = settings.height.trim();
  return {
    theme: settings.theme,
    locale: settings.locale || undefined,
    height: height && isHeight(height) ? height : undefined,
    onEvent: (event) => log.event('onEvent', event),
    onError: (failure) => log.event('onError', failure),
    onSuccess(account) {
      log.event('onSuccess', account);
      onConnected(account);
    },
    onClose(closing) {
      log.event('onClose', closing);
      // Unmounted is what this page did, not what the user wants.
      if (closing.reason !== 'unmounted') onClosed();
    },
  };
}
