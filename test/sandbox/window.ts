import { Attempt, AttemptCreated } from '../../src/api/schemas.js';
import type { SandboxOptions } from '../../src/sandbox.js';
import { openSandbox, read, SIGN_IN } from './harness.js';

export const CALLBACK = 'https://app.test/embedded/accounts/callback';

/** An attempt, and the window that it would open. */
export async function begun(options: SandboxOptions = {}, input: object = {}) {
  const sandbox = openSandbox(options);
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
  const window = (path = address()) => sandbox.call('GET', path, {});
  const decide = (decision: string, path = address()) =>
    sandbox.call('POST', path, {}, new URLSearchParams({ decision, as: 'jo@acme.example' }).toString());
  const attempt = async () => read(Attempt, await hub.get(`/hub/connection_attempts/${id}`));
  const cancel = () => hub.delete(`/hub/connection_attempts/${id}`);
  return { sandbox, token, hub, id, address, window, decide, attempt, cancel };
}
