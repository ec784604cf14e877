/**
 * The hub on its own, on a sandbox in the page: `?token=sandbox:create&theme=dark&locale=ar`. For pictures and for
 * a look at one screen without a server. With `?attempt={…}` every sign-in is as that JSON says; with
 * `?door=element` the hub is the custom element.
 */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../src/element.js';
import { ConnectHub, type HubOptions } from '../../src/index.js';
import { createSandbox } from '../../src/sandbox.js';
import '../../src/styles/index.css';
import './stage.css';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.dataset['theme'] = theme;
const extensions = query.has('plain') ? { extensions: [] } : {};
const sandbox = createSandbox({ assetsUrl: location.origin, ...extensions });
const attempt = query.get('attempt');

const answer: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const isAsked = request.method === 'GET' && request.url.includes('/hub/connection_attempts/');
  return attempt && isAsked ? new Response(attempt) : sandbox.fetch(request);
};

const options: HubOptions = {
  token: query.get('token') ?? 'sandbox:create',
  baseUrl: 'http://sandbox.localhost',
  fetch: answer,
  theme,
  locale: query.get('locale') ?? 'en',
  height: query.get('height') ?? '640px',
  onClose: () => undefined,
};

const stage = document.querySelector('#stage') as HTMLElement;
if (query.get('door') === 'element') {
  stage.append(Object.assign(document.createElement('connect-hub'), options));
} else {
  createRoot(stage).render(
    <StrictMode>
      <ConnectHub {...options} />
    </StrictMode>,
  );
}
