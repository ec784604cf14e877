import { ConnectHub } from 'connect-hub';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'connect-hub/styles.css';
import { api, settingsOf } from './settings.js';

const { token, accountId } = settingsOf();

function App() {
  const [options, setOptions] = useState({});
  useEffect(() => {
    window.bench.set = (changed) => setOptions((before) => ({ ...before, ...changed }));
  }, []);
  return <ConnectHub token={token} accountId={accountId} baseUrl={api} {...options} />;
}

let root;
window.bench = {
  mount() {
    root = createRoot(document.querySelector('#app'));
    root.render(<App />);
  },
  unmount: () => root.unmount(),
};
window.bench.mount();
