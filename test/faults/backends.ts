/** The servers behind the line: the sandbox, and one at whose provider the test signs in. */
import { bambooHr, few } from '../../src/sandbox/scenarios/few.js';
import type { Extension } from '../../src/sandbox.js';
import { digestAtOnce } from '../authorize/support/page.js';
import { openServer, type Server } from '../authorize/support/server.js';
import { fakeWindows } from '../authorize/support/windows.js';
import { API_KEY } from '../hub/support/steps.js';
import { BASE_URL, openApi } from '../support/api.js';
import { type Scene, until } from './scene.js';

/** The server behind the line. */
export interface Backend {
  readonly fetch: typeof globalThis.fetch;
  /** A session, each time another one of the same owner. */
  readonly token: () => Promise<string>;
  /** What has come of it all: the subdomains of the accounts that there are. */
  readonly accounts: () => Promise<readonly unknown[]>;
  /** The user does at the provider what is to be done there. */
  readonly signIn?: (scene: Scene) => Promise<void>;
  /** The server says no, and that is the end of the attempt. */
  readonly refuse?: () => void;
}

export async function sandbox(session: object = {}, extensions?: readonly Extension[]): Promise<Backend> {
  const api = openApi({ catalog: few, ...(extensions && { extensions }) });
  return {
    fetch: api.fetch,
    token: () => api.token(session),
    accounts: async () =>
      (await api.accounts('acme')).map(({ setup_information }) => setup_information['subdomain']),
  };
}

/** A session that is to change an account. */
export async function editing(): Promise<Backend> {
  const api = openApi({ catalog: few });
  const made = await api.fetch(`${BASE_URL}/hub/accounts`, {
    method: 'POST',
    headers: { 'x-hub-session-token': await api.token() },
    body: JSON.stringify({
      integration_id: bambooHr.integrationId,
      credentials: { subdomain: 'acme', api_key: API_KEY },
    }),
  });
  const { id } = (await made.json()) as { readonly id: string };
  return {
    fetch: api.fetch,
    token: () => api.token({ account_id: id }),
    accounts: async () =>
      (await api.accounts('acme')).map(({ setup_information }) => setup_information['subdomain']),
  };
}

/** A server at whose provider the test signs in. */
export async function provider(
  extensions: readonly string[],
  settles: (server: Server) => boolean,
): Promise<Backend> {
  const server = openServer({ extensions });
  digestAtOnce();
  fakeWindows();
  let sessions = 0;
  return {
    fetch: server.fetch,
    token: async () => {
      sessions += 1;
      return server.begin(`token-${sessions}`);
    },
    accounts: async () => server.attempts.flatMap(({ account: made }) => (made === null ? [] : [made])),
    async signIn(scene) {
      await until(scene, () => settles(server));
      server.allow(server.attempts.at(-1)?.id ?? '');
    },
    refuse: () => void server.refuse(server.attempts.at(-1)?.id ?? '', 'not_same_browser'),
  };
}
