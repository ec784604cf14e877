/** A React app that shows the hub. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConnectHub, type HubOptions } from '../../../src/index.js';
import '../../../src/styles/index.css';
import { callbacksOf, optionsOf, type PlaceName, placeOf, serve } from './page.js';
import './page.css';

const roots = { first: createRoot(placeOf('first')), second: createRoot(placeOf('second')) };
const shown = new Map<PlaceName, HubOptions>();

function show(name: PlaceName, options: HubOptions): void {
  shown.set(name, options);
  roots[name].render(
    <StrictMode>
      <ConnectHub {...options} />
    </StrictMode>,
  );
}

serve({
  open: (name, baseUrl, given) => show(name, { baseUrl, ...optionsOf(given), ...callbacksOf(name) }),
  update: (name, changes) => show(name, { ...shown.get(name), ...optionsOf(changes) }),
  takeAway: (name) => roots[name].render(null),
});
