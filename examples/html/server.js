/** Serves the folders that it is given, and makes connect sessions: the API key never leaves this file. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const { STACKONE_API_KEY = 'sandbox_key', STACKONE_API_URL = 'http://127.0.0.1:4010' } = process.env;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** The page's origin, and the frame's: another name of this machine is another origin, as in production. */
const pageOrigin = () => process.env.APP_URL ?? `http://127.0.0.1:${server.address().port}`;
const frameOrigin = () => process.env.HOSTED_URL ?? `http://localhost:${server.address().port}`;

async function createToken() {
  const answer = await fetch(`${STACKONE_API_URL}/connect_sessions`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${STACKONE_API_KEY}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      // The customer who is signed in to your product: as your own session says, never as the page says.
      origin_owner_id: 'acme-corp',
      origin_owner_name: 'Acme Corp',
      // Where sign-ins at a provider may start, and where they come back to if their window was cut off.
      allowed_origins: [pageOrigin(), frameOrigin()],
      return_url: `${pageOrigin()}/connect-return.html`,
    }),
  });
  if (!answer.ok) throw new Error(`No connect session: the API answers ${answer.status}.`);
  return { token: (await answer.json()).token };
}

const routes = {
  'GET /api/config': async () => ({ baseUrl: STACKONE_API_URL, hostedUrl: `${frameOrigin()}/hosted/` }),
  'POST /api/connect-token': createToken,
  'GET /hosted/hub.json': async () => ({ baseUrl: STACKONE_API_URL, allowedOrigins: [pageOrigin()] }),
};

async function respond(request, response) {
  const { pathname } = new URL(request.url, pageOrigin());
  const route = routes[`${request.method} ${pathname}`];
  const { status, type, body } = await (route ? run(route) : readFrom(process.argv.slice(2), pathname));
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

const run = (route) =>
  route().then(
    (value) => ({ status: 200, type: 'application/json', body: JSON.stringify(value) }),
    ({ message }) => ({ status: 502, type: 'text/plain', body: message }),
  );

async function readFrom([folder, ...others], path) {
  if (!folder) return { status: 404, type: 'text/plain', body: 'There is nothing here.' };
  const name = path.endsWith('/') ? `${path}index.html` : path;
  const body = await readFile(join(folder, name)).catch(() => undefined);
  return body ? { status: 200, type: TYPES[extname(name)] ?? 'text/plain', body } : readFrom(others, path);
}

const server = createServer((request, response) => void respond(request, response));
const onceListening = () => console.log(`Open ${pageOrigin()}`);
server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', onceListening);
