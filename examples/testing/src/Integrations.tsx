import { type ConnectedAccount, ConnectHub, type HubOptions } from 'connect-hub';
import { useState } from 'react';

/** The page under test: what it needs from outside it is handed, so that a test can hand it something else. */
export function Integrations(api: Pick<HubOptions, 'baseUrl' | 'fetch' | 'getToken'>) {
  const [connecting, setConnecting] = useState(false);
  const [accounts, setAccounts] = useState<readonly ConnectedAccount[]>([]);
  const [problem, setProblem] = useState<string>();

  return (
    <main>
      <h1>Integrations</h1>
      <button onClick={() => setConnecting(true)}>Connect an account</button>
      {connecting && (
        <ConnectHub
          {...api}
          onSuccess={(account) => setAccounts((others) => [...others, account])}
          onError={({ code }) => setProblem(code)}
          onClose={() => setConnecting(false)}
        />
      )}
      <ul aria-label="Connected">
        {accounts.map(({ id, provider }) => (
          <li key={id}>{provider}</li>
        ))}
      </ul>
      {problem && <p>Last problem: {problem}</p>}
    </main>
  );
}
