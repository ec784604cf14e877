/** A page without React that has the custom element; its script is in the page's markup. */
import { EVENTS } from '../../../src/element/names.js';
import type { ConnectHubElement } from '../../../src/element.js';
import { optionsOf, type PlaceName, placeOf, serve, tell } from './page.js';
import './page.css';

const hubs = new Map<PlaceName, ConnectHubElement>();

serve({
  open(name, baseUrl, given) {
    const hub = document.createElement('connect-hub');
    Object.assign(hub, { baseUrl, closable: true }, optionsOf(given));
    for (const [callback, type] of Object.entries(EVENTS)) {
      const hear = tell(name, callback);
      hub.addEventListener(type, ({ detail }) => hear(detail));
    }
    hubs.set(name, hub);
    placeOf(name).append(hub);
  },
  update: (name, changes) => Object.assign(hubs.get(name) ?? {}, optionsOf(changes)),
  takeAway: (name) => hubs.get(name)?.remove(),
});
