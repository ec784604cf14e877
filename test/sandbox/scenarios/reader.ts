import { connectorConfig } from '../../../src/api/connectorConfig.js';
import {
  AccountData,
  ConnectorDetails,
  ConnectorList,
  ConnectSession,
  Settings,
} from '../../../src/api/schemas.js';
import { type openSandbox, read } from '../harness.js';

export type Opened = ReturnType<typeof openSandbox>;

/** Everything that the hub reads first, each through its own schema. */
export function reader(sandbox: Opened, token: string) {
  const hub = sandbox.hub(token);
  return {
    ...hub,
    settings: async () => read(Settings, await hub.get('/hub/settings')),
    session: async () => read(ConnectSession, await sandbox.authenticate(token)),
    connectors: async () => (await read(ConnectorList, await hub.get('/hub/connectors'))).integrations,
    connector: async (id: string) => read(ConnectorDetails, await hub.get(`/hub/connectors/${id}`)),
    account: async (id: string) => read(AccountData, await hub.get(`/hub/accounts/${id}`)),
    status: async (path: string) => (await hub.get(path)).status,
  };
}

export type Hub = ReturnType<typeof reader>;

export const names = async (hub: Hub) => (await hub.connectors()).map(({ name }) => name);
export const categories = async (hub: Hub) => new Set((await hub.connectors()).map(({ type }) => type));

export const firstConfig = async (hub: Hub) => {
  const [first] = await hub.connectors();
  const details = await hub.connector(first?.integration_id ?? '');
  const choice = { configKey: first?.authentication_config_key, environment: first?.environment };
  return connectorConfig({ details, choices: [choice] });
};

export const submit = async (hub: Hub, credentials: object = { subdomain: 'acme', api_key: 'x' }) => {
  const [first] = await hub.connectors();
  return hub.post('/hub/accounts', { integration_id: first?.integration_id, credentials });
};

export async function messageOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { message: string }).message;
}

/** What is true of each ready-made session, by its token. */
export type Truths = Record<string, (hub: Hub, sandbox: Opened) => Promise<void>>;
