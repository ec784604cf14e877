/**
 * `npm start`: installs what is missing, starts everything that one needs to see the hub at work, and prints the
 * addresses once all of them answer. Ctrl-C or SIGTERM ends it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildHosted } from './hosted.mjs';
import { main, prepare, ROOT, Stop } from './setup.mjs';

/**
 * What runs, each after what it needs. To add a service, add an entry: `variable` is the environment variable
 * that moves it from its `port`, and `start` gives `{ url, close }` back. It is handed the port to listen on,
 * `code` (what test/server/main.ts exports), `urls` of what runs already by service id, and Vite.
 */
const SERVICES = [
  {
    id: 'provider',
    name: 'Provider',
    variable: 'IDP_PORT',
    port: 4020,
    note: () => 'where sign-ins lead: any e-mail address and password',
    start: ({ code, port }) => code.startProvider({ port }),
  },
  {
    id: 'hosted',
    name: 'Hosted page',
    variable: 'HOSTED_PORT',
    port: 5180,
    note: () => 'what frames and sign-in links show, as it was built just now',
    start: async ({ code, port, urls }) => {
      const folder = await mkdtemp(join(tmpdir(), 'connect-hub-hosted-'));
      const remove = () => rm(folder, { recursive: true, force: true });
      try {
        await buildHosted(folder);
        const { url, close } = await code.startHosted({ port, folder, config: () => hostedConfig(urls) });
        return { url, close: () => close().finally(remove) };
      } catch (error) {
        await remove();
        throw error;
      }
    },
  },
  {
    id: 'sandbox',
    name: 'Sandbox API',
    variable: 'SANDBOX_PORT',
    port: 4010,
    note: ({ code }) => `API key ${code.API_KEY}`,
    start: ({ code, port, urls }) =>
      code.startSandboxServer({
        port,
        appUrl: urls.hosted,
        oauth: code.oauthClient({ issuer: urls.provider, client: code.OAUTH_CLIENT }),
        databasePath: process.env.SANDBOX_DATABASE ?? join(ROOT, '.data', 'sandbox.db'),
      }),
  },
  {
    id: 'playground',
    name: 'Playground',
    variable: 'PORT',
    port: 5173,
    start: ({ code, port, urls, vite, server }) => {
      const options = { sandboxUrl: urls.sandbox, hostedUrl: urls.hosted, apiKey: code.API_KEY };
      const backend = code.nodeListener(code.hostBackend(options));
      server.on('request', (request, response) =>
        request.url.startsWith('/api/') ? backend(request, response) : vite.middlewares(request, response),
      );
      return code.listenWith(server, { port });
    },
  },
];

/** The product's pages are where the playground is, by whichever name it was opened. */
function hostedConfig({ sandbox, playground }) {
  const allowedOrigins = [playground, playground.replace('127.0.0.1', 'localhost')];
  return { baseUrl: sandbox, allowedOrigins, name: 'Fernway', returnUrl: playground };
}

const ANSWERS_WITHIN_MS = 60_000;

async function start(running) {
  const ports = SERVICES.map(portOf);
  const context = await loadCode(running);
  const urls = {};
  for (const [index, service] of SERVICES.entries()) {
    const { url, close } = await startService(service, { ...context, urls, port: ports[index] });
    running.push({ close });
    urls[service.id] = url;
  }
  await Promise.all(SERVICES.map(({ id, name }) => answers(name, urls[id])));
  printAddresses(urls, context);
}

/** Vite serves the playground and loads the servers' TypeScript; its own server is ours, so that we end it. */
async function loadCode(running) {
  const { createServer: createVite } = await import('vite');
  const server = createServer();
  const vite = await createVite({
    root: ROOT,
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    server: { middlewareMode: true, ws: { server } },
  });
  running.push({ close: () => vite.close() });
  return { vite, server, code: await vite.ssrLoadModule('/test/server/main.ts') };
}

function portOf({ variable, port }) {
  const value = process.env[variable];
  if (!value) return port;
  if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
  throw new Stop(`${variable} is "${value}": it has to be a port, a number from 0 to 65535.`);
}

async function startService(service, context) {
  try {
    return await service.start(context);
  } catch (error) {
    const where = `port ${context.port} for the ${service.name}`;
    const cure = `set ${service.variable} to another port`;
    if (error.code === 'EADDRINUSE') throw new Stop(`Something else uses ${where}: end it, or ${cure}.`);
    if (error.code === 'EACCES') throw new Stop(`This user may not open ${where}: ${cure}.`);
    throw error;
  }
}

/** Any answer below 500 will do: that a service listens does not say that it works. */
async function answers(name, url) {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  while (Date.now() < deadline) {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (response && response.status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Stop(`The ${name} does not answer at ${url}.`);
}

/** What one opens first stands first: the order in which things start, turned round. */
function printAddresses(urls, context) {
  const rows = SERVICES.toReversed().map(({ id, name, note }) => [name, urls[id], note?.(context) ?? '']);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map(([name, url, note]) =>
    `  ${name.padEnd(widths[0])}   ${url.padEnd(widths[1])}   ${note}`.trimEnd(),
  );
  console.log(['', '  Connect Hub is running.', '', ...lines, '', '  Ctrl-C ends it.', ''].join('\n'));
}

/**
 * The second signal is not caught: whoever sends it wants no more waiting. A signal to npm ends only the shell in
 * which npm runs this, and leaves this behind without a parent.
 */
function endWhenTold(end) {
  const exit = () => void end().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, exit);
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    exit();
  }, 500);
}

await main(async () => {
  prepare();
  const running = [];
  const end = async () => {
    for (const { close } of running.toReversed()) await close();
  };
  endWhenTold(end);
  try {
    await start(running);
  } catch (error) {
    await end();
    throw error;
  }
});
