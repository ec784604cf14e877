/**
 * The floor: what a React page costs at the least that makes the same requests, parses the same answers, and shows
 * twenty rows and a search box, or a form.
 */
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { api, settingsOf } from './settings.js';

const SHOWN = 20;
const { token, isForm } = settingsOf();

const ask = (path, init) =>
  fetch(api + path, {
    ...init,
    headers: { 'x-hub-session-token': token, 'x-hub-version': '1.0.0', 'content-type': 'application/json' },
  }).then((response) => response.json());

async function load() {
  const [, , list] = await Promise.all([
    ask('/connect_sessions/authenticate', { method: 'POST', body: JSON.stringify({ token }) }),
    ask('/hub/settings'),
    ask('/hub/connectors'),
  ]);
  if (!isForm) return list.integrations.filter(({ active }) => active);
  const { config } = await ask(`/hub/connectors/${list.integrations[0].integration_id}`);
  return config.configFields;
}

function Picker({ connectors }) {
  const [query, setQuery] = useState('');
  const wanted = query.toLowerCase();
  const found = connectors.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, SHOWN);
  return (
    <>
      <input type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
      <ul>
        {found.map(({ integration_id, name, type, logo_url }) => (
          <li key={integration_id}>
            <button type="button">
              <img src={logo_url} alt="" width="32" height="32" loading="lazy" />
              {name} <small>{type}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Form({ fields }) {
  const [values, setValues] = useState({});
  return fields.map(({ key, label, placeholder }) => (
    <p key={key}>
      <label htmlFor={key}>{label}</label>
      <input
        id={key}
        placeholder={placeholder}
        value={values[key] ?? ''}
        onChange={(event) => setValues({ ...values, [key]: event.target.value })}
      />
    </p>
  ));
}

function App() {
  const [loaded, setLoaded] = useState(null);
  useEffect(() => void load().then(setLoaded), []);
  if (!loaded) return 'Loading…';
  return isForm ? <Form fields={loaded} /> : <Picker connectors={loaded} />;
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
