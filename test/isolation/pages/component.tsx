import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConnectHub } from '../../../src/index.js';
import '../../../src/styles/index.css';
import { serveRounds } from './rounds.js';

serveRounds({
  mount(place, options) {
    const root = createRoot(place);
    root.render(
      <StrictMode>
        <ConnectHub {...options} />
      </StrictMode>,
    );
    return () => root.unmount();
  },
  drawnIn: (place) => place,
});
