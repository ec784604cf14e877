/** What a host's own tests write with the sandbox: every exported name of it, as it would be used. */
import {
  type AccountEvent,
  type AuthorizationAnswer,
  type AuthorizationRequest,
  type CatalogEntry,
  ConnectionLost,
  createSandbox,
  type DocumentKind,
  EXTENSIONS,
  type Extension,
  type LinkedAccount,
  type MagicValue,
  magicValues,
  memoryStore,
  type OAuth,
  OAuthError,
  type Sandbox,
  type SandboxOptions,
  type Scenario,
  scenarios,
  type SignedIn,
  type Store,
  type Tokens,
} from 'connect-hub/sandbox';

const entry: CatalogEntry = {
  integrationId: '00000000-0000-4000-8000-000000000001',
  active: true,
  name: 'Ours',
  provider: 'ours',
  category: 'crm',
  version: '1',
  configKey: 'key',
  environment: 'production',
  config: { key: 'ours', name: 'Ours', type: 'custom', configFields: [{ key: 'api_key', label: 'API key' }] },
};

const tokens: Tokens = { accessToken: 'access', refreshToken: null, expiresIn: 60 };
const oauth: OAuth = {
  authorize: async ({ state, redirectUri }: AuthorizationRequest) =>
    `https://idp.example.com/${state}#${redirectUri}`,
  exchange: async ({ state }: AuthorizationAnswer): Promise<SignedIn> => ({ account: state, tokens }),
  refresh: async () => {
    throw new OAuthError('invalid_grant', 'Sign in again');
  },
};

const kept: Store = memoryStore();
const kind: DocumentKind = 'account';
const plain: readonly Extension[] = EXTENSIONS.filter((name) => name !== 'connected');
const heard: AccountEvent[] = [];

const options: SandboxOptions = {
  apiKey: 'key',
  extensions: plain,
  store: kept,
  catalog: [entry],
  oauth,
  now: () => 0,
  sleep: async () => undefined,
  onAccountEvent: (event) => void heard.push(event),
};

export async function accounts(): Promise<readonly LinkedAccount[]> {
  const sandbox: Sandbox = createSandbox(options);
  try {
    const answer = await sandbox.fetch(new Request('http://sandbox.localhost/accounts?origin_owner_id=acme'));
    return (await answer.json()) as LinkedAccount[];
  } catch (error) {
    if (error instanceof ConnectionLost) return kept.list<LinkedAccount>(kind);
    throw error;
  } finally {
    sandbox.close();
  }
}

export const words: readonly string[] = [
  ...scenarios.map(({ token, title, what }: Scenario) => `${token} ${title} ${what}`),
  ...magicValues.map(({ value, what }: MagicValue) => `${value} ${what}`),
];
