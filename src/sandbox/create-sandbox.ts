import { hearConsentPage } from './sign-in/consent-channel.js';
import { uuid } from './ids.js';
import type { Sandbox, SandboxOptions } from './options.js';
import { createRouter } from './router.js';
import { createWorld } from './world.js';

/**
 * A server that keeps the wire contract, as one function: for tests, for stories and for the page that tries the
 * hub out. Nothing runs until it is called, and two sandboxes share nothing but a store that both were given.
 *
 * @example
 * ```ts
 * const sandbox = createSandbox();
 * const answer = await sandbox.fetch(
 *   new Request('https://api.test/hub/settings', { headers: { 'x-hub-session-token': 'sandbox:create' } }),
 * );
 * await answer.json(); // { enabled_features: ['idempotency', …] }
 *
 * // The hub takes it for the network:
 * <ConnectHub token="sandbox:create" baseUrl="https://api.test" fetch={(...args) => sandbox.fetch(new Request(...args))} />
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = createWorld(options);
  const full = createRouter(world);
  const plain = createRouter({ ...world, extensions: new Set(), base: '/plain' });
  const close = world.consentPage === undefined ? () => undefined : hearConsentPage(world);
  return {
    close,
    async fetch(request) {
      request.signal.throwIfAborted();
      const { pathname } = new URL(request.url);
      const answer = await (pathname.startsWith('/plain/') ? plain : full)(request);
      request.signal.throwIfAborted();
      answer.headers.set('X-Request-Id', uuid(world.random));
      return answer;
    },
  };
}
