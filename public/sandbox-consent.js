/*
 * The provider's sign-in, played for a sandbox that lives in another page of this origin: for stories and tests where
 * no server runs. Everything is decided there; this page says which window it is, and what the user chose.
 */
const nonce = new URLSearchParams(location.hash.slice(1)).get('n');
const started = new URLSearchParams(location.search).get('a');
history.replaceState(null, '', location.pathname);

const channel = new BroadcastChannel('connect-hub-sandbox');
const [title, status, form] = ['title', 'status', 'form'].map((id) => document.getElementById(id));
const EVERY = 300;
let attempt = started;
let word = { t: 'opened', ...(nonce ? { nonce } : { attempt }) };

const say = () => channel.postMessage({ ns: 'sandbox', ...word });

function ask({ service, owner, as }) {
  word = undefined;
  document.title = title.textContent = `Sign in to ${service}`;
  status.textContent =
    `${owner} asks to use your ${service} account. This is a sandbox: there is no real ${service} behind it.`;
  form.elements.as.value = as;
  form.hidden = false;
}

function over() {
  word = undefined;
  form.hidden = true;
  document.title = title.textContent = 'You can close this window';
  status.textContent = 'Everything else happens where you came from.';
  window.close();
}

channel.addEventListener('message', ({ data }) => {
  if (data?.ns !== 'sandbox' || !word) return;
  if (nonce && word.t === 'opened' ? data.nonce !== nonce : data.attempt !== attempt) return;
  attempt = data.attempt;
  if (data.t === 'asked' && word.t === 'opened') ask(data);
  else if (data.t === 'over') over();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  word = { t: 'decided', attempt, decision: event.submitter.value, as: form.elements.as.value };
  form.hidden = true;
  status.textContent = 'One moment…';
  say();
});

// The page that opened this one may not have its attempt yet: what was not heard is said again.
setInterval(() => word && say(), EVERY);
setTimeout(() => {
  if (word?.t === 'opened') status.textContent = 'Nobody answers. Close this window and start again where you came from.';
}, 10_000);
say();
