import '@stackone/hub/webcomponent';
import { api, settingsOf } from './settings.js';

const { token } = settingsOf();

const hub = document.createElement('stackone-hub');
for (const [name, value] of Object.entries({
  mode: 'integration-picker',
  token,
  'base-url': api,
  height: '600px',
})) {
  hub.setAttribute(name, value);
}
document.querySelector('#app').append(hub);
