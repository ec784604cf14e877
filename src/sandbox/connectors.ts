import { accountsOf, existingAccount, findAccount } from './accounts.js';
import type { JsonObject } from './body.js';
import { logoPath } from './catalog/index.js';
import type { Account, Session } from './documents.js';
import { ApiError } from './errors.js';
import type { HubCall } from './hub-call.js';
import type { Connector } from './scenarios/definition.js';
import { connectorsOf, strangeItemsOf } from './scenarios/open.js';
import { openingUrl } from './sign-in/addresses.js';
import type { World } from './world.js';

/** The account that a session is about, where it says so or may not double it. */
export async function editedAccount(world: World, session: Session): Promise<Account | undefined> {
  if (session.accountId !== null) return findAccount(world, session.accountId);
  return existingOf(world, session);
}

/** The account that a session bound to one provider would double. */
export async function existingOf(world: World, session: Session): Promise<Account | undefined> {
  if (session.multiple || session.accountId !== null) return undefined;
  const { integrationId } = session;
  const bound = connectorsOf(world, session).find((entry) => entry.integrationId === integrationId);
  const provider = bound?.provider ?? session.provider;
  return provider ? existingAccount(world, session.owner, provider, integrationId) : undefined;
}

/** What a session may connect, its own account's connector always included. */
async function offered({ world, session }: HubCall): Promise<readonly Connector[]> {
  const edited = await editedAccount(world, session);
  return connectorsOf(world, session).filter(
    (entry) => entry.integrationId === edited?.integrationId || fits(session, entry),
  );
}

const fits = ({ categories, provider, integrationId }: Session, entry: Connector): boolean =>
  (categories === null || categories.includes(entry.category)) &&
  (provider === null || provider === entry.provider) &&
  (integrationId === null || integrationId === entry.integrationId);

/** `GET /hub/settings` */
export async function readSettings({ world, session, url }: HubCall): Promise<JsonObject> {
  const existing = await existingOf(world, session);
  return {
    enabled_features: [...world.extensions],
    ...(existing ? { existing_account_id: existing.id } : {}),
    ...(world.extensions.has('attempt_start_url') ? signInPages(openingUrl(world, url)) : {}),
  };
}

const signInPages = (opening: string): JsonObject => ({
  sign_in_origin: new URL(opening).origin,
  opening_url: opening,
});

/** `GET /hub/connectors` */
export async function listConnectors(call: HubCall): Promise<JsonObject> {
  const { world, session, url } = call;
  const provider = url.searchParams.get('provider');
  const entries = (await offered(call)).filter((entry) => !provider || entry.provider === provider);
  const accounts = await accountsOf(world, session.owner.id);
  const context = { origin_owner_id: session.owner.id, project_id: 'sandbox' };
  return {
    integrations: [
      ...entries.map((entry) => integration(world, entry, accounts)),
      ...strangeItemsOf(session),
    ],
    external_trigger_token: session.externalTriggerToken,
    webhooks_url: `${url.origin}/webhooks`,
    events_encoded_context: btoa(encodeURIComponent(JSON.stringify(context))),
  };
}

function integration(world: World, entry: Connector, accounts: readonly Account[]): JsonObject {
  const own = accounts.filter((account) => account.integrationId === entry.integrationId);
  const connected = { connected: own.map((account) => ({ account_id: account.id })) };
  return {
    active: entry.active,
    name: entry.name,
    provider: entry.provider,
    type: entry.category,
    version: entry.version,
    authentication_config_key: entry.configKey,
    environment: entry.environment,
    integration_id: entry.integrationId,
    logo_url: entry.logoUrl ?? logoOf(world, entry) ?? '',
    ...(world.extensions.has('connected') ? connected : {}),
  };
}

const logoOf = (world: World, { provider }: Connector): string | undefined =>
  world.assetsUrl === undefined ? undefined : world.assetsUrl + logoPath(provider);

/** `GET /hub/connectors/{integration_id}` */
export async function readConnector({ world, session }: HubCall, id: string): Promise<JsonObject> {
  const entry = findConnector(world, session, id);
  return {
    config: withIcon(entry.config, logoOf(world, entry)),
    hub_settings: {
      configured_webhook_events: { hris: ['employees.created', 'employees.updated'] },
      project_settings: { webhooks_enabled: true },
    },
  };
}

/** A configuration with the logo, where it is one and has none of its own. */
const withIcon = (config: unknown, icon: string | undefined): unknown =>
  icon === undefined || typeof config !== 'object' || config === null || Array.isArray(config)
    ? config
    : { assets: { icon }, ...config };

/** The connector, whether the session offers it or not: an account of it may have to be edited. */
export function findConnector(world: World, session: Session, id: string): Connector {
  const entry = connectorsOf(world, session).find((candidate) => candidate.integrationId === id);
  if (!entry) throw new ApiError(404, `The integration ${id} does not exist`);
  return entry;
}

/** The connector for a new account: one that the session offers, and that is active. */
export async function connectable(call: HubCall, id: string): Promise<Connector> {
  const entry = (await offered(call)).find((candidate) => candidate.integrationId === id);
  if (!entry?.active) throw new ApiError(404, `The integration ${id} is not available in this session`);
  return entry;
}
