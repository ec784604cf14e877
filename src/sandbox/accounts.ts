import type { CatalogEntry } from './catalog/types.js';
import { type Credentials, keepCredentials } from './credentials.js';
import type { Account, Owner, Session } from './documents.js';
import { legacyEntryOf, setupOf } from './fields.js';
import { accountId } from './ids.js';
import { linkedAccount } from './account-answers.js';
import type { AccountEvent } from './options.js';
import type { World } from './world.js';

export const findAccount = (world: World, id: string): Promise<Account | undefined> =>
  world.store.get<Account>('account', id);

export async function accountsOf(world: World, ownerId: string): Promise<Account[]> {
  const accounts = await world.store.list<Account>('account');
  return accounts.filter(({ owner }) => owner.id === ownerId);
}

/** The account that a second one of this provider would be a copy of: the same integration's before others'. */
export async function existingAccount(
  world: World,
  owner: Owner,
  provider: string,
  integrationId: string | null,
): Promise<Account | undefined> {
  const candidates = (await accountsOf(world, owner.id)).filter(
    (account) => account.owner.name === owner.name && account.provider === provider,
  );
  return candidates.find((account) => account.integrationId === integrationId) ?? candidates[0];
}

interface Submitted {
  readonly session: Session;
  readonly entry: CatalogEntry;
  readonly credentials: Credentials;
  readonly signedInAs?: string | null;
}

/**
 * Makes the account, or changes the one that is there already and that the session may not double. To be called
 * in turn.
 */
export async function connect(world: World, submitted: Submitted): Promise<Account> {
  return writeAccount(world, submitted, await accountToChange(world, submitted));
}

export async function accountToChange(
  world: World,
  { session, entry }: Pick<Submitted, 'session' | 'entry'>,
): Promise<Account | undefined> {
  const edited = session.accountId === null ? undefined : await findAccount(world, session.accountId);
  if (edited?.provider === entry.provider) return edited;
  if (session.multiple && !edited) return undefined;
  return existingAccount(world, session.owner, entry.provider, entry.integrationId);
}

/** Changes an account, or makes one: what was not given stays. To be called in turn. */
export async function writeAccount(world: World, submitted: Submitted, before?: Account): Promise<Account> {
  const { session, entry, credentials } = submitted;
  const sameForm = before?.integrationId === entry.integrationId;
  const now = world.now();
  const account: Account = {
    id: before?.id ?? accountId(world.random),
    owner: session.owner,
    integrationId: entry.integrationId,
    provider: entry.provider,
    providerName: entry.name,
    version: entry.version,
    legacy: legacyEntryOf(entry),
    ...keepCredentials(setupOf(entry).fields, credentials, sameForm ? before : undefined),
    signedInAs: submitted.signedInAs ?? before?.signedInAs ?? null,
    label: session.label ?? before?.label ?? null,
    metadata: session.metadata ?? before?.metadata ?? null,
    type: before?.type ?? session.type,
    status: 'active',
    statusReasons: [],
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
  await world.store.put('account', account.id, account);
  reportAccount(world, before ? 'account.updated' : 'account.created', account);
  return account;
}

export async function removeAccount(world: World, account: Account): Promise<void> {
  await world.store.delete('account', account.id);
  await world.store.delete('grant', account.id);
  reportAccount(world, 'account.deleted', account);
}

export const reportAccount = (world: World, event: AccountEvent['event'], account: Account): void =>
  world.onAccountEvent({ event, account: linkedAccount(account) });
