/**
 * Makes sure that the sign-in goes on in the browser in which it began: asks the page that opened this one for the
 * verifier that only it has, and nobody else. The provider gets no hold of that page.
 */
const { id, origins, returns } = document.getElementById('attempt').dataset;
const allowed = JSON.parse(origins);
const status = document.getElementById('status');
const { opener } = window;
const EVERY = 1000;
/** Milliseconds until an opener that says nothing may be none: it was reloaded, or it is not the hub's page at all. */
const PATIENCE = 5000;
const AGAIN = 'Close this window and start again where you came from.';

async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`start/${id}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

function ask() {
  for (const origin of allowed) opener.postMessage({ ns: 'hub', t: 'start-ready', id }, origin);
}

const isAnswer = ({ source, origin, data }) =>
  source === opener &&
  allowed.includes(origin) &&
  data?.ns === 'hub' &&
  data.t === 'verifier' &&
  data.id === id;

/** The verifier; `undefined` from an opener that says nothing, where there is another way. */
function verifier() {
  return new Promise((resolve) => {
    // The hub may learn of its attempt after this page does: what was not heard is asked again.
    const asking = setInterval(ask, EVERY);
    const settle = (value) => {
      clearInterval(asking);
      window.removeEventListener('message', listen);
      resolve(value);
    };
    const listen = (message) => isAnswer(message) && settle(message.data.verifier);
    window.addEventListener('message', listen);
    setTimeout(() => {
      if (returns) settle(undefined);
      else status.textContent = `The page that you came from does not answer. ${AGAIN}`;
    }, PATIENCE);
    ask();
  });
}

async function start() {
  const { url } = await post('', { opener: opener !== null });
  if (url) return url;
  const proof = await verifier();
  const next = proof === undefined ? post('', { opener: false }) : post('/redeem', { verifier: proof });
  return (await next).url;
}

start().then(
  (url) => {
    window.opener = null;
    location.replace(url);
  },
  (error) => {
    status.textContent = `${error.message} ${AGAIN}`;
  },
);
