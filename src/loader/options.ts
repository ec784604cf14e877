import type { HubOptions } from '../contract/options.js';
import type { Chosen, Layout } from '../frame/protocol.js';

/**
 * The options of `openHub`: those of every door, without the addresses that the hosted page's own configuration has:
 * a page that embeds it must not be able to send credentials elsewhere.
 */
export interface OpenOptions extends Omit<HubOptions, 'baseUrl' | 'appUrl' | 'fetch' | 'height'> {
  /**
   * Where you serve the hosted page: the folder with its `index.html`, with the slash at its end. https, or http on
   * this machine. It has no default: credentials are typed there.
   */
  readonly hostedUrl: string;
  /** Stands in the hosted page's `hub.json`. */
  readonly baseUrl?: undefined;
  /** Stands in the hosted page's `hub.json`. */
  readonly appUrl?: undefined;
  /** The hosted page makes its requests itself. */
  readonly fetch?: undefined;
}

/** The options of `mountHub`. */
export interface MountOptions extends OpenOptions {
  /** A CSS length. Default as high as what it shows. */
  readonly height?: string | undefined;
}

/** The address of the hosted page; it looks at all else itself. */
export const pageOf = ({ hostedUrl }: MountOptions): URL | undefined =>
  /^https?:/.test(hostedUrl) && URL.canParse(hostedUrl) ? new URL(hostedUrl) : undefined;

/** How the hub lies in its frame. */
export const layoutOf = ({ height }: MountOptions, isModal: boolean): Layout =>
  isModal ? 'modal' : height && height !== 'auto' ? 'fixed' : 'flowing';

/** The options as the hosted page hears of them. */
export const chosen = (options: MountOptions, isModal: boolean): Chosen => ({
  layout: layoutOf(options, isModal),
  values: JSON.parse(JSON.stringify(options)),
  functions: Object.entries(options).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
});
