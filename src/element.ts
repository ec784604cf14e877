/**
 * `connect-hub/element`: registers the custom element `<connect-hub>`, with React and the styles inside. Importing it
 * twice is harmless. Of two versions the first one stays, and the second says so on the console. On a server it does
 * nothing.
 *
 * @example
 * import 'connect-hub/element';
 *
 * const hub = document.querySelector('connect-hub');
 * hub.getToken = () => fetch('/api/connect-token').then((response) => response.text());
 * hub.addEventListener('hub-success', ({ detail }) => saveAccount(detail.id, detail.provider));
 */
import { HubElement } from './element/HubElement.js';
import { hint } from './hub/hint.js';
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

if (globalThis.customElements) {
  const first: (CustomElementConstructor & { readonly version?: string }) | undefined =
    customElements.get('connect-hub');
  if (!first) customElements.define('connect-hub', HubElement);
  // A tag has one definition for as long as the page is there.
  else if (first.version !== HubElement.version) {
    hint(
      `Version ${HubElement.version} of <connect-hub> is not used: ${first.version ?? 'another script'} defined it first.`,
    );
  }
}
