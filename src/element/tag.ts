import type { HubOptions } from '../contract/options.js';
import type { ConnectHubEvents, ConnectHubProperties } from './types.js';

type Callback = Extract<keyof HubOptions, `on${string}`>;

/**
 * What `<connect-hub>` takes in a framework's markup: its properties, and its attributes where those have a name of
 * their own. The callbacks are left out: every framework takes `on…` on an element for a listener.
 */
export interface ConnectHubTag extends Omit<ConnectHubProperties, Callback> {
  /** Shows the Close and Done buttons. Default `false`. */
  closable?: boolean | undefined;
  'base-url'?: string | undefined;
  'app-url'?: string | undefined;
  'account-id'?: string | undefined;
}

/** Its listeners, where a framework writes `on` before the name of an event. */
export type ConnectHubListeners = {
  [type in keyof ConnectHubEvents as `on${type}`]?: ((event: ConnectHubEvents[type]) => void) | undefined;
};

/** The callbacks under their own names are never called by a framework: `onhub-success` is what `onSuccess` means. */
export type NoCallbacks = { [callback in Callback]?: never };
