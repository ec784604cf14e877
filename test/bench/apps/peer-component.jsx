import { StackOneHub } from '@stackone/hub';
import { createRoot } from 'react-dom/client';
import { api, settingsOf } from './settings.js';

const { token } = settingsOf();

createRoot(document.querySelector('#app')).render(
  <StackOneHub mode="integration-picker" token={token} baseUrl={api} height="600px" />,
);
