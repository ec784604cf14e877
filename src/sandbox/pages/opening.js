/**
 * Opened in the click, before the hub has an attempt: waits until there is one for the nonce, and goes on to its start
 * page. Nothing is asked of the page that opened this one, which may be cut off from it.
 */
const nonce = new URLSearchParams(location.hash.slice(1)).get('n') ?? '';
const status = document.getElementById('status');
const EVERY = 500;
/** Milliseconds: the hub makes the attempt within seconds, or says what went wrong and closes this window. */
const PATIENCE = 60_000;
const GIVEN_UP = 'This sign-in did not begin. Close this window and start again where you came from.';

async function find() {
  const response = await fetch(`${location.pathname}/${encodeURIComponent(nonce)}`);
  return response.json();
}

async function wait() {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    // The line may come back.
    const found = await find().catch(() => ({}));
    if (found.start_url) return location.replace(found.start_url);
    if (found.over) break;
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
  status.textContent = GIVEN_UP;
}

history.replaceState(null, '', location.pathname);
if (nonce) void wait();
else status.textContent = GIVEN_UP;
