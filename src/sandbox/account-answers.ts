import type { JsonObject } from './body.js';
import type { Account } from './documents.js';
import type { LinkedAccount } from './options.js';
import type { World } from './world.js';

/** What tells one account of a product from another, the most telling first. */
const NAMING_KEYS = [/e-?mail/i, /user/i, /sub_?domain|tenant|company|domain/i];

/** Who signed in, as well as it can be told from what is not secret. */
export function displayName({ signedInAs, plain, providerName }: Account): string {
  const named = NAMING_KEYS.flatMap((pattern) => Object.entries(plain).filter(([key]) => pattern.test(key)));
  return signedInAs ?? named[0]?.[1] ?? providerName;
}

const names = (world: World, account: Account): JsonObject =>
  world.extensions.has('account_names')
    ? {
        display_name: displayName(account),
        status: account.status,
        status_reasons: account.statusReasons,
      }
    : {};

/** The answer to the hub's POST. */
export const createdAccount = (world: World, account: Account): JsonObject => ({
  id: account.id,
  provider: account.provider,
  ...names(world, account),
});

/** What an edit form starts with. */
export const accountData = (world: World, account: Account): JsonObject => ({
  secureId: account.id,
  provider: account.provider,
  setupInformation: account.plain,
  secrets: account.secrets,
  version: account.version,
  ...(account.legacy
    ? { authConfigKey: account.legacy.configKey, environment: account.legacy.environment }
    : {}),
  integrationId: account.integrationId,
  ...names(world, account),
});

/** What the host's backend sees. */
export function linkedAccount(account: Account): LinkedAccount {
  const updatedAt = new Date(account.updatedAt).toISOString();
  return {
    id: account.id,
    provider: account.provider,
    provider_name: account.providerName,
    origin_owner_id: account.owner.id,
    origin_owner_name: account.owner.name,
    origin_username: account.owner.username,
    label: account.label,
    type: account.type,
    status: account.status,
    status_reasons: account.statusReasons.map((description) => ({ description, timestamp: updatedAt })),
    setup_information: account.plain,
    metadata: account.metadata,
    created_at: new Date(account.createdAt).toISOString(),
    updated_at: updatedAt,
  };
}
