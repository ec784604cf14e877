/** What the pages of this folder have in common: they do what a test says, and tell it what their hubs tell them. */
import type { HubOptions } from '../../../src/index.js';

/** The places of a page that a hub can be in. */
export type PlaceName = 'first' | 'second';

/** Options, as far as a test can hand them over. */
export interface Given extends Pick<HubOptions, 'token' | 'theme' | 'locale'> {
  /** In place of a token: where the page's backend makes one. */
  readonly tokenPath?: string;
}

/** What such a page does for a test. */
export interface SurfacePage {
  /** @param address of the API, or of the hosted page where there is one. */
  readonly open: (name: PlaceName, address: string, given: Given) => void;
  /** Hands over changed options. */
  readonly update: (name: PlaceName, changes: Given) => void;
  /** Takes the hub away, as hosts do. */
  readonly takeAway: (name: PlaceName) => void;
}

declare global {
  /** The page's own, for the test that drives it. */
  var surface: SurfacePage;
  /** The test's ear. */
  var hubTold: (callback: string, detail: unknown) => void;
}

type CallbackName = 'onSuccess' | 'onError' | 'onClose' | 'onEvent';

/** Tells the test, with the hub's name. */
export const tell =
  (name: PlaceName, callback: string) =>
  (detail: object): void =>
    hubTold(callback, { name, detail });

export const callbacksOf = (name: PlaceName): Pick<HubOptions, CallbackName> => ({
  onSuccess: tell(name, 'onSuccess'),
  onError: tell(name, 'onError'),
  onClose: tell(name, 'onClose'),
  onEvent: tell(name, 'onEvent'),
});

export function optionsOf({
  tokenPath,
  ...plain
}: Given): Pick<HubOptions, (keyof Given & keyof HubOptions) | 'getToken'> {
  if (tokenPath === undefined) return plain;
  return { ...plain, getToken: async () => (await fetch(tokenPath, { method: 'POST' })).text() };
}

export const placeOf = (name: PlaceName): Element => document.querySelector(`#${name}`) as Element;

/** Says that the page is ready. */
export function serve(surface: SurfacePage): void {
  globalThis.surface = surface;
  document.documentElement.dataset['ready'] = '';
}
