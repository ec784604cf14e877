import { cors } from 'hono/cors';
import { Hono } from 'hono/tiny';
import { deleteAccount, listAccounts, makeSession, readLinkedAccount } from './backend.js';
import { parseBody, requiredText } from './body.js';
import { listConnectors, readConnector, readSettings } from './connectors.js';
import { ApiError, errorAnswer } from './errors.js';
import { createAccount, readAccount, updateAccount } from './hub-accounts.js';
import { cancelAttempt, createAttempt, readAttempt } from './hub-attempts.js';
import type { HubCall } from './hub-call.js';
import { openCall } from './open-call.js';
import { sessionAnswer } from './sessions.js';
import { confirmAttempt } from './sign-in/confirm.js';
import { signInRoutes } from './sign-in/routes.js';
import type { World } from './world.js';

/** What browsers may call; the rest is the backend's, and no page may reach it. */
const OPEN_TO_BROWSERS = ['/hub/*', '/connect/*', '/connect_sessions/authenticate'];

/** The catalogue's texts are in it. */
const ENGLISH = { headers: { 'content-language': 'en' } };

/** Every route of the API, under the world's base path. */
export function createRouter(world: World): (request: Request) => Promise<Response> {
  const app = new Hono().basePath(world.base);
  for (const path of OPEN_TO_BROWSERS) app.use(path, crossOrigin(world));
  app.onError((error) => errorAnswer(error, world.now()));
  app.notFound(({ req }) => errorAnswer(new ApiError(404, `Cannot ${req.method} ${req.path}`), world.now()));

  app.post('/connect_sessions', ({ req }) => makeSession(world, req.raw));
  app.get('/accounts', ({ req }) => listAccounts(world, req.raw));
  app.get('/accounts/:id', ({ req }) => readLinkedAccount(world, req.raw, req.param('id')));
  app.delete('/accounts/:id', ({ req }) => deleteAccount(world, req.raw, req.param('id')));

  app.post('/connect_sessions/authenticate', async ({ req }) => {
    const token = requiredText(parseBody(await req.raw.text()), 'token');
    const { session } = await openCall(world, req.raw, token);
    return Response.json(sessionAnswer(world, session), { status: 201 });
  });

  const hub = (request: Request): Promise<HubCall> =>
    openCall(world, request, request.headers.get('x-hub-session-token'));
  app.get('/hub/settings', async ({ req }) => Response.json(await readSettings(await hub(req.raw))));
  app.get('/hub/connectors', async ({ req }) => Response.json(await listConnectors(await hub(req.raw))));
  app.get('/hub/connectors/:id', async ({ req }) =>
    Response.json(await readConnector(await hub(req.raw), req.param('id')), ENGLISH),
  );
  app.post('/hub/accounts', async ({ req }) => createAccount(await hub(req.raw)));
  app.get('/hub/accounts/:id', async ({ req }) => readAccount(await hub(req.raw), req.param('id')));
  app.patch('/hub/accounts/:id', async ({ req }) => updateAccount(await hub(req.raw), req.param('id')));
  app.post('/hub/connection_attempts', async ({ req }) => createAttempt(await hub(req.raw)));
  app.get('/hub/connection_attempts/:id', async ({ req }) =>
    readAttempt(await hub(req.raw), req.param('id')),
  );
  app.delete('/hub/connection_attempts/:id', async ({ req }) =>
    cancelAttempt(await hub(req.raw), req.param('id')),
  );

  if (world.extensions.has('attempt_start_url')) {
    app.post('/hub/connection_attempts/:id/confirm', async ({ req }) =>
      confirmAttempt(await hub(req.raw), req.param('id')),
    );
  }
  signInRoutes(app, world);
  return async (request) => app.fetch(request);
}

/** Exactly the request headers of the contract: another one fails here as it would in production. */
function crossOrigin(world: World) {
  const keyed = world.extensions.has('idempotency') ? ['idempotency-key'] : [];
  return cors({
    origin: '*',
    allowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowHeaders: ['x-hub-session-token', 'x-hub-version', 'content-type', ...keyed],
    exposeHeaders: ['Retry-After', 'X-Request-Id'],
  });
}
