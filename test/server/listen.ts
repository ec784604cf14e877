import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ConnectionLost } from '../../src/sandbox/errors.js';

/** What turns a request into an answer, in the web's own types: the sandbox, the host's backend, a folder. */
export type FetchHandler = (request: Request) => Promise<Response>;

export interface ListenOptions {
  /** Default 0: any free port. */
  readonly port?: number | undefined;
  /** Default `127.0.0.1`: this machine alone. */
  readonly hostname?: string | undefined;
}

export interface Listening {
  /** The origin, without a slash at its end: `http://127.0.0.1:4010`. */
  readonly url: string;
  /** Cuts what is still open and frees the port. */
  readonly close: () => Promise<void>;
}

/** Puts a fetch handler on a port; rejects with Node's own error (`EADDRINUSE`, `EACCES`) where it cannot. */
export function listen(handler: FetchHandler, options?: ListenOptions): Promise<Listening> {
  const listener = nodeListener(handler);
  return listenWith(
    createServer((incoming, outgoing) => void listener(incoming, outgoing)),
    options,
  );
}

/** The same for a server that brings its own listener. */
export async function listenWith(server: Server, options: ListenOptions = {}): Promise<Listening> {
  const { port = 0, hostname = '127.0.0.1' } = options;
  await started(server, port, hostname);
  return {
    url: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    close: () => closed(server),
  };
}

/**
 * A fetch handler as a listener for `node:http` or a development server's middleware. A handler that rejects
 * with {@link ConnectionLost} has its socket cut: the browser then sees what a broken network looks like.
 */
export function nodeListener(handler: FetchHandler): ReturnType<typeof getRequestListener> {
  return getRequestListener(
    async (request, { incoming }) => {
      try {
        return await handler(plainRequest(request));
      } catch (error) {
        if (!(error instanceof ConnectionLost)) throw error;
        incoming.socket.destroy();
        return new Response(null);
      }
    },
    { overrideGlobalObjects: false },
  );
}

/** The adapter's own Request only looks like one: `new Request(it)`, say to strip a prefix, would throw. */
function plainRequest(request: Request): Request {
  const { method, headers, signal, body } = request;
  const init = { method, headers, signal, ...(body && { body, duplex: 'half' }) };
  return new Request(request.url, init);
}

function started(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
