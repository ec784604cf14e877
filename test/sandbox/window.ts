import { Attempt, AttemptCreated } from '../../src/api/schemas.js';
import type { SandboxOptions } from '../../src/sandbox.js';
import { type Opened, openSandbox, read, SIGN_IN } from './harness.js';

export const CALLBACK = 'https://app.test/embedded/accounts/callback';

const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

/** An attempt, and the window that it would open. */
export const begun = (options: SandboxOptions = {}, input: object = {}) =>
  begunIn(openSandbox(options), input);

async function begunIn(sandbox: Opened, input: object) {
  const { token } = await sandbox.session(input);
  const hub = sandbox.hub(token);
  const { id } = await read(AttemptCreated, await hub.post('/hub/connection_attempts', { token }));

  const address = (
    more: Record<string, string> = {},
    rawToken = token,
    integration = SIGN_IN.integrationId,
  ) => {
    const query = new URLSearchParams({
      redirect_uri: CALLBACK,
      connection_attempt_id: id,
      site: 'acme',
      ...more,
    });
    return `/connect/oauth2/${integration}?${query}&token=${rawToken}`;
  };
  /** The page of the window, after where it was sent on to. */
  const window = async (path = address()) => {
    const opened = await sandbox.call('GET', path, {});
    const next = opened.headers.get('location');
    return next === null ? opened : sandbox.call('GET', pathOf(next), {});
  };
  /** Answers the page of the window, and goes where that leads, as far as it leads to the sandbox. */
  const decide = async (decision: string, path = address(), as = 'jo@acme.example') => {
    const opened = await sandbox.call('GET', path, {});
    const consent = opened.headers.get('location');
    if (consent === null) return opened;
    const form = new URLSearchParams({ decision, as }).toString();
    const decided = await sandbox.call('POST', pathOf(consent), {}, form);
    const callback = decided.headers.get('location');
    return callback === null ? decided : sandbox.call('GET', pathOf(callback), {});
  };
  const attempt = async () => read(Attempt, await hub.get(`/hub/connection_attempts/${id}`));
  const cancel = () => hub.delete(`/hub/connection_attempts/${id}`);
  /** The same in another session. */
  const again = (next: object) => begunIn(sandbox, next);
  return { sandbox, token, hub, id, address, window, decide, attempt, cancel, again };
}
