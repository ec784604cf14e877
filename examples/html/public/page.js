const place = document.querySelector('#place');
const config = fetch('/api/config').then((answer) => answer.json());

async function getToken() {
  const answer = await fetch('/api/connect-token', { method: 'POST' });
  if (!answer.ok) throw new Error('There is no connect session to be had.');
  return (await answer.json()).token;
}

function list({ id, provider }) {
  const item = document.querySelector('#accounts').appendChild(document.createElement('li'));
  item.appendChild(document.createElement('strong')).textContent = provider;
  item.appendChild(document.createElement('small')).textContent = id;
}

document.querySelector('#connect').addEventListener('click', async () => {
  const hub = document.createElement('connect-hub');
  Object.assign(hub, { ...(await config), getToken, closable: true });
  hub.addEventListener('hub-success', ({ detail }) => list(detail));
  hub.addEventListener('hub-close', () => place.replaceChildren());
  place.replaceChildren(hub);
});
