import 'connect-hub/element';
import { api, settingsOf } from './settings.js';

const { token } = settingsOf();

window.bench = {
  mount() {
    const hub = Object.assign(document.createElement('connect-hub'), { baseUrl: api, token });
    document.querySelector('#app').append(hub);
    window.bench.set = (changed) => Object.assign(hub, changed);
  },
  unmount: () => document.querySelector('#app').replaceChildren(),
};
window.bench.mount();
