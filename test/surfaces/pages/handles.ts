import type * as Loader from '../../../src/loader.js';
import { callbacksOf, optionsOf, type PlaceName, type SurfacePage } from './page.js';

declare global {
  /** What the loader's script is for pages without modules. */
  var ConnectHub: typeof Loader;
}

type Options = Loader.OpenOptions;

/** A page whose hubs are opened by the loader, which gives a handle for each. */
export function keepHandles(
  openHub: (name: PlaceName, options: Options) => Loader.HubHandle<Options>,
): SurfacePage {
  const handles = new Map<PlaceName, Loader.HubHandle<Options>>();
  return {
    open(name, hostedUrl, given) {
      handles.set(name, openHub(name, { hostedUrl, ...optionsOf(given), ...callbacksOf(name) }));
    },
    update: (name, changes) => handles.get(name)?.update(optionsOf(changes)),
    takeAway: (name) => handles.get(name)?.destroy(),
  };
}
