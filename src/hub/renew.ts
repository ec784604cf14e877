import { HubError } from '../api/errors.js';
import { cleanToken } from '../api/tokens.js';
import type { ConnectSession } from '../api/schemas.js';
import { ownerKey } from './owner.js';
import type { Room } from './room.js';

const sameOwner = (one: ConnectSession, other: ConnectSession): boolean => ownerKey(one) === ownerKey(other);

/**
 * A token that `getToken` gave in place of an older one: the same owner's, unless its session says otherwise. Then
 * nothing may be sent with it, for what was typed would become another owner's account. A server that does not say
 * it, although it was asked again, holds nobody up: its own checks of the token stand.
 *
 * @throws HubError `session_replaced`
 */
export async function checkRenewed(room: Room, token: string): Promise<void> {
  const { client, queryClient, queries } = room;
  const session = await client.inspect(token).catch(() => undefined);
  if (!session) return;
  const before = queryClient.getQueryData(queries.session.queryKey);
  if (before && !sameOwner(before, session)) {
    room.replaced();
    throw new HubError({ code: 'session_replaced' });
  }
  sessionKnown(room, session);
  queryClient.setQueryData(queries.session.queryKey, session);
}

/** What the session says of its own end. */
export function sessionKnown({ tokens }: Room, { expires_at }: ConnectSession): void {
  const at = Date.parse(expires_at ?? '');
  if (!Number.isNaN(at)) tokens.expires(at);
}

/**
 * The host gave another token. Nothing is sent with it until its session says whose it is: the same owner goes on
 * where they were; anybody else, or somebody unknown, must not inherit a room with things typed in it.
 *
 * @returns whether the room may go on with it.
 */
export async function adoptToken(room: Room, token: string): Promise<boolean> {
  const { client, queryClient, queries, tokens, flow } = room;
  const before = queryClient.getQueryData(queries.session.queryKey);
  if (!before) return false;

  const inspected = Promise.resolve(token).then(cleanToken).then(client.inspect);
  // Requests made meanwhile wait for the verdict, and fail with it.
  tokens.offer(
    inspected.then((session) =>
      sameOwner(before, session) ? token : Promise.reject(new HubError({ code: 'session_replaced' })),
    ),
  );
  const session = await inspected.catch(() => undefined);
  if (!session || !sameOwner(before, session)) return false;

  sessionKnown(room, session);
  queryClient.setQueryData(queries.session.queryKey, session);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  flow.dispatch({ type: 'sessionRenewed' });
  return true;
}
