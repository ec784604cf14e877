import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../styles/index.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/page.css';
import './styles/stage.css';
import './styles/accounts.css';
import './styles/states.css';
import './styles/panel.css';
import './styles/session.css';
import './styles/log.css';
import './styles/doors.css';
import { App } from './App.js';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
