import { linkedAccount } from './account-answers.js';
import { findAccount, removeAccount } from './accounts.js';
import { parseBody } from './body.js';
import type { Account } from './documents.js';
import { ApiError } from './errors.js';
import { withFreshToken } from './refresh.js';
import { parseSessionInput } from './session-input.js';
import { createSession, sessionAnswer } from './sessions.js';
import type { World } from './world.js';

/** Only the API key opens these: it is the user name of HTTP Basic, and there is no password. */
function authorize(world: World, request: Request): void {
  const [, encoded = ''] = /^Basic\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (decode(encoded) !== `${world.apiKey}:`) throw new ApiError(401, 'The API key is missing or not valid');
}

function decode(base64: string): string | undefined {
  try {
    return atob(base64);
  } catch {
    return undefined;
  }
}

/** `POST /connect_sessions` */
export async function makeSession(world: World, request: Request): Promise<Response> {
  authorize(world, request);
  const input = parseSessionInput(parseBody(await request.text()));
  const session = await createSession(world, input);
  const app = world.appUrl ?? new URL(request.url).origin;
  const body = {
    ...sessionAnswer(world, session),
    token: session.token,
    auth_link_url: `${app}/#token=${encodeURIComponent(session.token)}`,
  };
  return Response.json(body, { status: 201 });
}

/** `GET /accounts` */
export async function listAccounts(world: World, request: Request): Promise<Response> {
  authorize(world, request);
  const { searchParams } = new URL(request.url);
  const owner = searchParams.get('origin_owner_id');
  const provider = searchParams.get('provider');
  const accounts = await world.store.list<Account>('account');
  const wanted = accounts.filter(
    (account) => (!owner || account.owner.id === owner) && (!provider || account.provider === provider),
  );
  return Response.json(wanted.map(linkedAccount));
}

/** `GET /accounts/{id}`: as it is with the provider right now, for which its token has to hold. */
export async function readLinkedAccount(world: World, request: Request, id: string): Promise<Response> {
  authorize(world, request);
  return Response.json(linkedAccount(await withFreshToken(world, await someAccount(world, id))));
}

/** `DELETE /accounts/{id}` */
export async function deleteAccount(world: World, request: Request, id: string): Promise<Response> {
  authorize(world, request);
  return world.inTurn(async () => {
    const account = await someAccount(world, id);
    await removeAccount(world, account);
    return Response.json(linkedAccount(account));
  });
}

async function someAccount(world: World, id: string): Promise<Account> {
  const account = await findAccount(world, id);
  if (!account) throw new ApiError(404, `The account ${id} does not exist`);
  return account;
}
