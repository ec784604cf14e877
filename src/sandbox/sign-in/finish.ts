import { accountsOf, accountToChange, findAccount, writeAccount } from '../accounts.js';
import { changeAttempt } from '../attempts.js';
import { findConnector } from '../connectors.js';
import type { Account, Attempt, Plan, Session } from '../documents.js';
import { ApiError, tokenNotValid } from '../errors.js';
import { keepGrant } from '../grants.js';
import type { Connector } from '../scenarios/definition.js';
import type { World } from '../world.js';
import { type AuthorizationAnswer, OAuthError, type SignedIn } from './oauth.js';

type Change = (attempt: Attempt) => Promise<Partial<Attempt>>;

export const failed =
  (code: string, description: string | null): Change =>
  async () => ({ status: 'error', error: { code, description } });

/** Exchanges the provider's answer, and ends the attempt one way or the other: none is left behind half done. */
export async function exchange(
  world: World,
  attemptId: string,
  answer: AuthorizationAnswer,
): Promise<Attempt> {
  let signedIn: SignedIn;
  try {
    signedIn = await world.oauth.exchange(answer);
  } catch (error) {
    const description = error instanceof OAuthError ? error.message : 'The provider does not answer.';
    return changeAttempt(world, attemptId, failed('provider_error', description));
  }
  return connectSignedIn(world, attemptId, signedIn);
}

/**
 * Makes the account of who signed in, or changes the one that is there.
 *
 * @param replaces whether the hub has agreed that another account takes the place of the one that is there.
 */
export async function connectSignedIn(
  world: World,
  attemptId: string,
  signedIn: SignedIn,
  replaces = false,
): Promise<Attempt> {
  try {
    return await changeAttempt(world, attemptId, connection(world, signedIn, replaces));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return changeAttempt(world, attemptId, failed('provider_error', error.message));
  }
}

function connection(world: World, signedIn: SignedIn, replaces: boolean): Change {
  return async ({ plan }) => {
    const session = plan && (await world.store.get<Session>('session', plan.token));
    if (!session) throw tokenNotValid();
    const entry = findConnector(world, session, plan.integrationId);
    const before = await accountBefore(world, session, entry, plan);
    const insteadOf = before?.signedInAs;
    if (plan.asks && !replaces && insteadOf && insteadOf !== signedIn.account) {
      const question = { kind: 'another_account', signedIn, insteadOf } as const;
      return { phase: 'awaiting_confirmation', question };
    }
    if (!before && (await isConnected(world, session, entry, signedIn.account))) {
      const description = `${signedIn.account} is connected already.`;
      return { status: 'error', error: { code: 'already_connected', description } };
    }
    const credentials = new Map(Object.entries(plan.credentials));
    const submitted = { session, entry, credentials, signedInAs: signedIn.account };
    const account = await writeAccount(world, submitted, before);
    await keepGrant(world, account.id, signedIn.tokens);
    return { status: 'authenticated', accountId: account.id };
  };
}

async function accountBefore(
  world: World,
  session: Session,
  entry: Connector,
  { accountId }: Plan,
): Promise<Account | undefined> {
  const named = accountId === null ? undefined : await findAccount(world, accountId);
  return named ?? accountToChange(world, { session, entry });
}

/** Whether this very account is there, where several of one provider may be. */
async function isConnected(
  world: World,
  { owner }: Session,
  { integrationId }: Connector,
  signedInAs: string,
): Promise<boolean> {
  const accounts = await accountsOf(world, owner.id);
  return accounts.some(
    (account) => account.integrationId === integrationId && account.signedInAs === signedInAs,
  );
}
