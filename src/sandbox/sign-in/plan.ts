import { findAccount } from '../accounts.js';
import { type JsonObject, requiredText } from '../body.js';
import { connectable, editedAccount, findConnector } from '../connectors.js';
import { checkCredentials, parseCredentials } from '../credentials.js';
import type { Account, Plan } from '../documents.js';
import { ApiError } from '../errors.js';
import { setupOf } from '../fields.js';
import type { HubCall } from '../hub-call.js';
import { isLost } from '../losses.js';
import { tryAtProvider } from '../magic-values.js';
import { definitionOf, trustedFields } from '../scenarios/open.js';

interface Planned {
  readonly plan: Plan;
  /** By which the window that is open already finds its attempt. */
  readonly nonce: string;
  /** The answer shall not arrive. */
  readonly lost: boolean;
}

/**
 * What an attempt with a start address is for: `{ integration_id, credentials, account_id?, challenge, nonce }`. The
 * credentials are checked as those of `POST /hub/accounts` are, in the same words, before any window leaves.
 */
export async function planFor(call: HubCall, body: JsonObject): Promise<Planned | undefined> {
  const { world, session, request } = call;
  if (!world.extensions.has('attempt_start_url') || body['integration_id'] === undefined) return undefined;
  const integrationId = requiredText(body, 'integration_id');
  const account = await accountToEdit(call, body);
  const entry = account
    ? findConnector(world, session, integrationId)
    : await connectable(call, integrationId);
  const nonce = matching(body, 'nonce', /^[\w-]{16,128}$/);
  const bound = world.extensions.has('attempt_binding');
  const challenge = bound ? matching(body, 'challenge', /^[\w-]{43}$/) : null;
  const { type, fields } = setupOf(entry);
  if (type !== 'oauth2') throw new ApiError(400, `${entry.name} is not connected by signing in`);
  if (await world.store.get('opening', nonce)) throw new ApiError(409, 'This nonce was used before');
  const credentials = parseCredentials(body, fields);
  checkCredentials(world, trustedFields(session, fields), credentials, account);
  const said = await tryAtProvider(world, entry, credentials, request.signal);
  const plan: Plan = {
    token: session.token,
    integrationId,
    credentials: Object.fromEntries(credentials),
    accountId: account?.id ?? null,
    challenge,
    ...hostOf(call),
    asks: world.extensions.has('attempt_phases') && world.extensions.has('account_names'),
  };
  return { plan, nonce, lost: said === 'lost' && (await isLost(call, integrationId)) };
}

/** The account to sign in to again: the one that the hub names, or that the session is about. */
async function accountToEdit({ world, session }: HubCall, body: JsonObject): Promise<Account | undefined> {
  const integrationId = body['integration_id'];
  if (body['account_id'] === undefined || body['account_id'] === null) {
    const edited = await editedAccount(world, session);
    return edited?.integrationId === integrationId ? edited : undefined;
  }
  const id = requiredText(body, 'account_id');
  const account = await findAccount(world, id);
  if (account?.owner.id !== session.owner.id) throw new ApiError(404, `The account ${id} does not exist`);
  if (account.integrationId === integrationId) return account;
  throw new ApiError(400, 'integration_id is not the one of this account');
}

function matching(body: JsonObject, key: string, pattern: RegExp): string {
  const value = requiredText(body, key);
  if (!pattern.test(value)) throw new ApiError(400, `${key} does not have the expected form`);
  return value;
}

/**
 * Whose pages may start the sign-in. A ready-made session was made by nobody's backend: it is of the page that uses
 * it, and comes back by that page's `/connect-return.html`.
 */
function hostOf({ session, request }: HubCall): Pick<Plan, 'allowedOrigins' | 'returnUrl'> {
  const { allowedOrigins, returnUrl } = session;
  const origin = request.headers.get('origin');
  if (!definitionOf(session.token) || !origin || origin === 'null') return { allowedOrigins, returnUrl };
  return { allowedOrigins: [origin], returnUrl: `${origin}/connect-return.html` };
}
