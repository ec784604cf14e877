import { serveRounds } from './rounds.js';

serveRounds({
  mount(place, options) {
    const hub = Object.assign(document.createElement('connect-hub'), options);
    place.append(hub);
    return () => hub.remove();
  },
  drawnIn: (place) => place.querySelector('connect-hub')?.shadowRoot ?? place,
});
