import { asHubError } from '../api/errors.js';
import { type AttemptRecord, rememberAttempt, rememberedAttempts } from '../authorize/record.js';
import type { Authorizing, Filling, Picking, Resumable, Target } from '../flow/state.js';
import { type Follow, follow, isFollowed } from './follow.js';
import { type Room, targetKey } from './room.js';
import { createSignIn, type Try } from './signIn.js';

/**
 * An attempt that was under way when the page was reloaded or the hub taken away: found by its record, and followed
 * to its end.
 *
 * @returns where the hub opens instead of `at`; `undefined` where there is nothing to go on with.
 */
export function resumeSignIn(room: Room, ownerId: string, at: Resumable): Authorizing | undefined {
  if (at.name !== 'picking' && at.name !== 'filling') return undefined;
  const record = rememberedAttempts(ownerId).find(
    (candidate) => !isFollowed(candidate.attemptId) && leadsTo(room, at, candidate),
  );
  if (!record) return undefined;
  const { target, integrationId, provider } = record;
  const submission = { target, integrationId, provider, pairs: [], credentials: '{}', secrets: [] };
  const signIn = createSignIn(room, submission, () => resumedTry(room, record), false);
  signIn.begin();
  const from: Filling = at.name === 'picking' ? { name: 'filling', target, back: at, failure: null } : at;
  return { name: 'authorizing', id: signIn.id, from, phase: 'waiting' };
}

/** A session that is bound to one form goes on with an attempt of that form alone. */
const leadsTo = (room: Room, at: Picking | Filling, record: AttemptRecord): boolean =>
  at.name === 'picking' ||
  targetKey(at.target) === targetKey(record.target) ||
  mayHaveMade(room, at.target, record);

/** A session for one provider leads to the account that is there: the attempt may have made it meanwhile. */
function mayHaveMade(
  { queryClient, queries }: Room,
  at: Target,
  { target, provider }: AttemptRecord,
): boolean {
  const settings = queryClient.getQueryData(queries.settings.queryKey);
  const session = queryClient.getQueryData(queries.session.queryKey);
  const isLedTo = at.mode === 'edit' && at.accountId === settings?.existing_account_id;
  return isLedTo && target.mode === 'create' && provider === session?.provider;
}

function resumedTry(room: Room, { leaving, ...record }: AttemptRecord): Try {
  const { attemptId, until } = record;
  const cancelling = new AbortController();
  let following: Follow | undefined;
  return {
    opened: null,
    cancelling,
    url: () => undefined,
    replace: () => following?.replace(),
    run(context) {
      const verifier = leaving?.verifier;
      const confirm = verifier && takeConfirm(attemptId);
      // The verifier was kept for this one use.
      if (confirm) rememberAttempt(record);
      const word = confirm ? { confirm, verifier } : undefined;
      const options = { attemptId, until, cancelling, verifier, origin: undefined, waits: undefined, word };
      following = follow(room, options, context);
      return until < Date.now() ? following.end.catch(noNews) : following.end;
    },
  };
}

/** Nobody saw the attempt's time go by: that it is over is nothing to tell. */
function noNews(error: unknown): null {
  const { code } = asHubError(error);
  if (code === 'attempt_expired' || code === 'attempt_not_found') return null;
  throw error;
}

/** What the server sent back to this page, taken out of the address at once. */
function takeConfirm(attemptId: string): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (fragment.get('attempt') !== attemptId) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return fragment.get('confirm') ?? undefined;
}
