/**
 * The door for pages without React, and for those that want the credentials out of their own page's reach: the hub in
 * a frame of another origin. Importing this does nothing, and works on a server; the functions are for browsers.
 */
import { createHub, type HubHandle } from './loader/hub.js';
import { modalPlace } from './loader/modal.js';
import type { MountOptions, OpenOptions } from './loader/options.js';
import { inlinePlace } from './loader/place.js';

export type {
  ConnectedAccount,
  HubClosing,
  HubEvent,
  HubFailure,
  ReadySession,
  ScreenName,
} from './contract/events.js';
export type { HubErrorCode } from './contract/errors.js';
export type { HubHandle, MountOptions, OpenOptions };

/**
 * Opens the hub in a dialog over the page, until the user is done or closes it.
 *
 * Options that are wrong are named in it and to `onError` as `config_error`.
 *
 * @example
 * import { openHub } from 'connect-hub/loader';
 *
 * const { reason, accounts } = await openHub({
 *   hostedUrl: 'https://connect.example.com/',
 *   getToken: () => fetch('/api/connect-token').then((response) => response.text()),
 * }).result;
 */
export const openHub = (options: OpenOptions): HubHandle<OpenOptions> => createHub(options, modalPlace);

/**
 * Puts the hub into an element of the page, as wide as that and as high as what it shows, or `height`. Its end takes it
 * out again.
 *
 * Options that are wrong are named in it and to `onError` as `config_error`.
 *
 * @example
 * const hub = mountHub(document.querySelector('#connect'), {
 *   hostedUrl: 'https://connect.example.com/',
 *   token,
 *   onSuccess: ({ id, provider }) => saveAccount(id, provider),
 * });
 */
export function mountHub(container: Element | null, options: MountOptions): HubHandle<MountOptions> {
  if (container instanceof Element) return createHub(options, () => inlinePlace(container));
  return createHub(options, modalPlace, 'mountHub needs an element.');
}
