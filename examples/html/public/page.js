const find = (selector) => document.querySelector(selector);
const config = fetch('/api/config').then((answer) => answer.json());

async function getToken() {
  const answer = await fetch('/api/connect-token', { method: 'POST' });
  if (!answer.ok) throw new Error('There is no connect session to be had.');
  return (await answer.json()).token;
}

function list({ id, provider }) {
  const item = find('#accounts').appendChild(document.createElement('li'));
  item.appendChild(document.createElement('strong')).textContent = provider;
  item.appendChild(document.createElement('small')).textContent = id;
}

/** The element has a place on this page. */
find('#on-page').addEventListener('click', async () => {
  const { baseUrl } = await config;
  const hub = Object.assign(document.createElement('connect-hub'), { baseUrl, getToken, closable: true });
  hub.addEventListener('hub-success', ({ detail }) => list(detail));
  hub.addEventListener('hub-close', () => find('#place').replaceChildren());
  find('#place').replaceChildren(hub);
});

/** The loader opens a frame over it, on an origin of its own: no script of this page can read what is typed there. */
find('#in-frame').addEventListener('click', async () => {
  const { hostedUrl } = await config;
  const { accounts } = await ConnectHub.openHub({ hostedUrl, getToken }).result;
  accounts.forEach(list);
});
