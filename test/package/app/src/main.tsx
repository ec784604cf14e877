import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Integrations } from './Integrations';

const saved: unknown[][] = [];
Object.assign(globalThis, { saved, saveAccount: (...account: unknown[]) => saved.push(account) });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Integrations />
    </StrictMode>,
  );
}
