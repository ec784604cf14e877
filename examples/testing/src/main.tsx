import { createRoot } from 'react-dom/client';
import 'connect-hub/styles.css';
import { Integrations } from './Integrations';

const { baseUrl } = await (await fetch('/api/config')).json();

async function getToken(): Promise<string> {
  const answer = await fetch('/api/connect-token', { method: 'POST' });
  return (await answer.json()).token;
}

createRoot(document.querySelector('#root')!).render(<Integrations baseUrl={baseUrl} getToken={getToken} />);
