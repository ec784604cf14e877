/*
 * Brings a sign-in back to the page that began it, where a host's windows are cut off from its pages. Put this file and
 * its page on your own origin and register the page's address as the session's `return_url`.
 *
 * The word that the page at work needs comes in the fragment, which no server sees. It is taken out of the address at
 * once and handed to that page alone: BroadcastChannel does not leave the origin.
 */
const params = new URLSearchParams(location.hash.slice(1));
history.replaceState(null, '', location.href.split('#')[0]);
const id = params.get('attempt');
const confirm = params.get('confirm');

/** Where the whole tab left for the provider, its page is the one to go back to. */
function pageThatLeft() {
  try {
    const { leaving } = JSON.parse(sessionStorage.getItem(`connect-hub.attempt.${id}`));
    const page = new URL(leaving.page);
    page.hash = params;
    return page.origin === location.origin ? page.href : undefined;
  } catch {
    return undefined;
  }
}

function stay() {
  document.getElementById('status').textContent =
    'Go back to the page where you started. If it does not go on there, start again. You can close this window.';
}

function tell() {
  const channel = new BroadcastChannel(`hub:${id}`);
  const word = { ns: 'hub', t: 'returned', id, ...(confirm && { confirm }) };
  channel.onmessage = ({ data }) => {
    if (data?.ns === 'hub' && data.t === 'received' && data.id === id) window.close();
  };
  const telling = setInterval(() => channel.postMessage(word), 500);
  channel.postMessage(word);
  // Without a word to hand over there is nothing to wait for.
  if (!confirm) window.close();
  setTimeout(stay, 2000);
  setTimeout(() => clearInterval(telling), 300_000);
}

const page = id && pageThatLeft();
if (page) location.replace(page);
else if (id) tell();
else stay();
