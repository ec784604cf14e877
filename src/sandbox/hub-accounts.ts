import { accountData, createdAccount } from './account-answers.js';
import { connect, findAccount, writeAccount } from './accounts.js';
import { parseBody, requiredText } from './body.js';
import { connectable, findConnector } from './connectors.js';
import { checkCredentials, parseCredentials } from './credentials.js';
import type { Account } from './documents.js';
import { ApiError, ConnectionLost } from './errors.js';
import { setupOf } from './fields.js';
import type { HubCall } from './hub-call.js';
import { answerOnce, type Outcome } from './idempotency.js';
import { isFirstLoss, isLost } from './losses.js';
import { tryAtProvider } from './magic-values.js';
import { trustedFields } from './scenarios/open.js';

/** `POST /hub/accounts` */
export async function createAccount(call: HubCall): Promise<Response> {
  const text = await call.request.text();
  return answerOnce(call, text, () => submit(call, text));
}

async function submit(call: HubCall, text: string): Promise<Outcome> {
  const { world, session, request } = call;
  const body = parseBody(text);
  const entry = await connectable(call, requiredText(body, 'integration_id'));
  const { type, fields } = setupOf(entry);
  if (type === 'oauth2') throw new ApiError(400, `${entry.name} is connected by signing in there`);
  const credentials = parseCredentials(body, fields);
  checkCredentials(world, trustedFields(session, fields), credentials);
  const said = await tryAtProvider(world, entry, credentials, request.signal);
  const account = await world.inTurn(() => connect(world, { session, entry, credentials }));
  const lost = said === 'lost' && (await isLost(call, entry.integrationId));
  return { response: Response.json(createdAccount(world, account), { status: 201 }), lost };
}

/** `PATCH /hub/accounts/{id}` */
export async function updateAccount(call: HubCall, id: string): Promise<Response> {
  const { world, session, request } = call;
  const account = await ownAccount(call, id);
  const body = parseBody(await request.text());
  if (requiredText(body, 'integration_id') !== account.integrationId) {
    throw new ApiError(400, 'integration_id is not the one of this account');
  }
  const entry = findConnector(world, session, account.integrationId);
  const { fields } = setupOf(entry);
  const credentials = parseCredentials(body, fields);
  checkCredentials(world, trustedFields(session, fields), credentials, account);
  const said = await tryAtProvider(world, entry, credentials, request.signal);
  const updated = await world.inTurn(async () =>
    writeAccount(world, { session, entry, credentials }, await ownAccount(call, id)),
  );
  if (said === 'lost' && (await isFirstLoss(call, account.integrationId))) throw new ConnectionLost();
  return Response.json(createdAccount(world, updated));
}

/** `GET /hub/accounts/{id}` */
export async function readAccount(call: HubCall, id: string): Promise<Response> {
  return Response.json(accountData(call.world, await ownAccount(call, id)));
}

/** The account; another owner's is as good as none. */
async function ownAccount({ world, session }: HubCall, id: string): Promise<Account> {
  const account = await findAccount(world, id);
  if (account?.owner.id !== session.owner.id) throw new ApiError(404, `The account ${id} does not exist`);
  return account;
}
