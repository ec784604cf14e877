'use client';

import { type ConnectedAccount, ConnectHub } from 'connect-hub';
import { useState } from 'react';

async function getToken(): Promise<string> {
  const answer = await fetch('/api/connect-token', { method: 'POST' });
  if (!answer.ok) throw new Error('There is no connect session to be had.');
  const { token } = await answer.json();
  return token;
}

export function Integrations({ baseUrl }: { baseUrl: string | undefined }) {
  const [connecting, setConnecting] = useState(false);
  const [accounts, setAccounts] = useState<readonly ConnectedAccount[]>([]);

  return (
    <main>
      <header>
        <h1>Integrations</h1>
        <p>Connect the tools your team already works in.</p>
        {!connecting && <button onClick={() => setConnecting(true)}>Connect an account</button>}
      </header>
      {connecting && (
        <ConnectHub
          baseUrl={baseUrl}
          getToken={getToken}
          onSuccess={(account) => setAccounts((others) => [...others, account])}
          onClose={() => setConnecting(false)}
        />
      )}
      <ul>
        {accounts.map(({ id, provider }) => (
          <li key={id}>
            <strong>{provider}</strong> <small>{id}</small>
          </li>
        ))}
      </ul>
    </main>
  );
}
