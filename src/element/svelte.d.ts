/**
 * `connect-hub/element/svelte`: `connect-hub/element`, and its tag in Svelte's markup.
 *
 * @example
 * <connect-hub {getToken} onhub-success={({ detail }) => save(detail.id)}></connect-hub>
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { ConnectHubElement } from '../element.js';
import type { ConnectHubListeners, ConnectHubTag, NoCallbacks } from './tag.js';

export * from '../element.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'connect-hub': Omit<HTMLAttributes<ConnectHubElement>, keyof NoCallbacks> &
      ConnectHubTag &
      ConnectHubListeners &
      NoCallbacks;
  }
}
