/**
 * `connect-hub/element`: registers the custom element `<connect-hub>`, with React and the styles inside. Importing it
 * twice, or two versions of it, is harmless: the first definition stays. On a server it does nothing.
 *
 * @example
 * import 'connect-hub/element';
 *
 * const hub = document.querySelector('connect-hub');
 * hub.getToken = () => fetch('/api/connect-token').then((response) => response.text());
 * hub.addEventListener('hub-success', ({ detail }) => saveAccount(detail.id, detail.provider));
 */
import { HubElement } from './element/HubElement.js';
import type { ConnectHubElement } from './element/types.js';

export type {
  ConnectedAccount,
  HubClosing,
  HubEvent,
  HubFailure,
  ReadySession,
  ScreenName,
} from './contract/events.js';
export type { HubErrorCode } from './contract/errors.js';
export type { HubOptions } from './contract/options.js';
export type { ConnectHubListeners, ConnectHubTag } from './element/tag.js';
export type { ConnectHubElement, ConnectHubEvents, ConnectHubProperties } from './element/types.js';
export type { MessageKey, Messages } from './text/keys.js';

declare global {
  interface HTMLElementTagNameMap {
    'connect-hub': ConnectHubElement;
  }
}

if (globalThis.customElements && !customElements.get('connect-hub')) {
  customElements.define('connect-hub', HubElement);
}
