import { type AttemptRecord, rememberedAttempts } from '../authorize/record.js';
import type { Authorizing, Filling, Resumable } from '../flow/state.js';
import { type Follow, follow } from './follow.js';
import { type Room, targetKey } from './room.js';
import { createSignIn, type Try } from './signIn.js';

/** The attempts that a hub on this page is following: two hubs of one owner must not both report its account. */
const followed = new Set<string>();

/**
 * An attempt that was under way when the page was reloaded or the hub taken away: found by its record, and followed
 * to its end.
 *
 * @returns where the hub opens instead of `at`; `undefined` where there is nothing to go on with.
 */
export function resumeSignIn(room: Room, ownerId: string, at: Resumable): Authorizing | undefined {
  const record = rememberedAttempts(ownerId).find(
    (candidate) => !followed.has(candidate.attemptId) && leadsTo(at, candidate),
  );
  if (!record) return undefined;
  const { attemptId, target, integrationId, provider } = record;
  followed.add(attemptId);
  const submission = { target, integrationId, provider, pairs: [], credentials: '{}', secrets: [] };
  const signIn = createSignIn(room, submission, () => resumedTry(room, record), false);
  signIn.begin();
  const back = at.name === 'picking' ? at : null;
  const from: Filling = { name: 'filling', target, back, failure: null };
  return { name: 'authorizing', id: signIn.id, from, phase: 'waiting' };
}

/** A session that is bound to one form goes on with an attempt of that form alone. */
const leadsTo = (at: Resumable, { target }: AttemptRecord): boolean =>
  at.name === 'picking' || (at.name === 'filling' && targetKey(at.target) === targetKey(target));

function resumedTry(room: Room, { attemptId, until, leaving }: AttemptRecord): Try {
  const cancelling = new AbortController();
  let following: Follow | undefined;
  return {
    opened: null,
    cancelling,
    url: () => undefined,
    replace: () => following?.replace(),
    async run(context) {
      const confirm = leaving && takeConfirm(attemptId);
      if (leaving && confirm) {
        const proof = { confirm, verifier: leaving.verifier };
        await room.client.confirmAttempt(attemptId, proof).catch(() => undefined);
      }
      const verifier = leaving?.verifier;
      const options = { attemptId, until, cancelling, verifier, origin: undefined, waits: undefined };
      following = follow(room, options, context);
      return following.end.finally(() => followed.delete(attemptId));
    },
  };
}

/** What the server sent back to this page, taken out of the address at once. */
function takeConfirm(attemptId: string): string | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (fragment.get('attempt') !== attemptId) return undefined;
  history.replaceState(history.state, '', location.pathname + location.search);
  return fragment.get('confirm') ?? undefined;
}
