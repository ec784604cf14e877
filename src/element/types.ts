import type { ConnectedAccount, HubClosing, HubEvent, HubFailure } from '../contract/events.js';
import type { HubOptions } from '../contract/options.js';

/** What `<connect-hub>` tells, with the details that the callbacks of the same names get. None of it bubbles. */
export interface ConnectHubEvents {
  /** An account was made or changed, after the server said so; exactly once each. */
  'hub-success': CustomEvent<ConnectedAccount>;
  /** Something failed; the user has been told already. */
  'hub-error': CustomEvent<HubFailure>;
  /** The hub has ended; once. */
  'hub-close': CustomEvent<HubClosing>;
  /** What happens on the way, for analytics. */
  'hub-event': CustomEvent<HubEvent>;
}

/** The options as properties, `undefined` where they are not given. */
export type ConnectHubProperties = { -readonly [option in keyof HubOptions]: HubOptions[option] };

/**
 * The custom element `<connect-hub>`. Every option is a property; those that are strings are attributes too, in kebab
 * case. Both write the same value and the last one written counts. The attribute `token` is read and removed.
 *
 * @example
 * const hub = document.createElement('connect-hub');
 * hub.getToken = () => fetch('/api/connect-token').then((response) => response.text());
 * hub.addEventListener('hub-success', ({ detail }) => saveAccount(detail.id));
 * document.body.append(hub);
 */
export interface ConnectHubElement extends HTMLElement, ConnectHubProperties {
  /**
   * Whether the hub shows its Close and Done buttons; also an attribute. Default `false`: a listener for `hub-close`
   * cannot be seen from inside. With the callback `onClose` they are shown as well.
   */
  closable: boolean;

  addEventListener<Type extends keyof ConnectHubEvents>(
    type: Type,
    listener: (this: ConnectHubElement, event: ConnectHubEvents[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: ConnectHubElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof ConnectHubEvents>(
    type: Type,
    listener: (this: ConnectHubElement, event: ConnectHubEvents[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (this: ConnectHubElement, event: HTMLElementEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}
