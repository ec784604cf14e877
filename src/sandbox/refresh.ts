import { findAccount, reportAccount } from './accounts.js';
import type { Account, Grant } from './documents.js';
import { ApiError } from './errors.js';
import { keepGrant } from './grants.js';
import { OAuthError } from './sign-in/oauth.js';
import type { World } from './world.js';

/**
 * The account with an access token that holds, as everything needs it that works with the provider's data: an expired
 * one is replaced by the refresh token. Where the provider does not have that any more, the account says so.
 */
export function withFreshToken(world: World, account: Account): Promise<Account> {
  const { refreshing } = world;
  // A refresh token holds for one use: who comes meanwhile waits for the same answer.
  const underWay = refreshing.get(account.id);
  if (underWay) return underWay;
  const started = checkToken(world, account).finally(() => refreshing.delete(account.id));
  refreshing.set(account.id, started);
  return started;
}

async function checkToken(world: World, account: Account): Promise<Account> {
  const grant = await world.store.get<Grant>('grant', account.id);
  const holds = !grant || grant.expiresAt === null || world.now() < grant.expiresAt;
  return holds ? account : refresh(world, account, grant);
}

async function refresh(world: World, account: Account, { refreshToken }: Grant): Promise<Account> {
  if (refreshToken === null) return signedOut(world, account);
  try {
    const tokens = await world.oauth.refresh(refreshToken);
    // A provider that does not replace the refresh token goes on with the one it gave.
    await keepGrant(world, account.id, { ...tokens, refreshToken: tokens.refreshToken ?? refreshToken });
    return account;
  } catch (error) {
    // A provider that does not answer has not said no: the next time may find it there.
    return error instanceof OAuthError ? signedOut(world, account) : account;
  }
}

function signedOut(world: World, { id, providerName }: Account): Promise<Account> {
  return world.inTurn(async () => {
    const account = await findAccount(world, id);
    if (!account) throw new ApiError(404, `The account ${id} does not exist`);
    const changed: Account = {
      ...account,
      status: 'error',
      statusReasons: [`The sign-in at ${providerName} has ended. Sign in again.`],
      updatedAt: world.now(),
    };
    await keepGrant(world, id, null);
    await world.store.put('account', id, changed);
    reportAccount(world, 'account.updated', changed);
    return changed;
  });
}
