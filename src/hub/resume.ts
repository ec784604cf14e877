import { asHubError, type HubError } from '../api/errors.js';
import type { ConnectSession } from '../api/schemas.js';
import { type AttemptRecord, rememberAttempt, rememberedAttempts } from '../authorize/record.js';
import type { Authorizing, Filling, Picking, Resumable, Target } from '../flow/state.js';
import { type Follow, follow, isFollowed } from './follow.js';
import { ownerKey } from './owner.js';
import { type Room, targetKey } from './room.js';
import { createSignIn, type Try } from './signIn.js';

/** How long the first screen waits for the server to say whose an attempt is, in milliseconds. */
const PATIENCE = 2_000;

/**
 * An attempt that was under way when the page was reloaded or the hub taken away: found by its record, and followed
 * to its end.
 *
 * @returns where the hub opens instead of `at`; `undefined` where there is nothing to go on with.
 */
export async function resumeSignIn(
  room: Room,
  session: ConnectSession | null,
  at: Resumable,
): Promise<Authorizing | undefined> {
  if (at.name !== 'picking' && at.name !== 'filling') return undefined;
  const candidates = rememberedAttempts(room.baseUrl).filter((one) => isFree(one) && leadsTo(room, at, one));
  const own = await ownAttempts(room, session && ownerKey(session), candidates);
  const isWaitedFor = !room.lifetime.aborted && room.flow.get().name === 'loading';
  const record = own.find(isFree);
  return record && isWaitedFor ? resume(room, at, record) : undefined;
}

/** Two hubs of one owner must not both report its account. */
const isFree = ({ attemptId }: AttemptRecord): boolean => !isFollowed(attemptId);

/**
 * The owner's among the attempts. Where the record or the session does not say whose it is, the server does: it
 * answers for an attempt to its owner alone. Until it has, nothing of the attempt is shown, and where it has not, the
 * record stays for whoever it belongs to.
 */
async function ownAttempts(
  { client }: Room,
  owner: string | null,
  records: readonly AttemptRecord[],
): Promise<readonly AttemptRecord[]> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const isKnown = ({ attemptId }: AttemptRecord): Promise<boolean> =>
    client.attempt(attemptId).then(
      () => true,
      () => false,
    );
  const isOwn = async (record: AttemptRecord): Promise<boolean> =>
    owner && record.owner ? record.owner === owner : Promise.race([patience, isKnown(record)]);
  const verdicts = await Promise.all(records.map(isOwn)).finally(() => clearTimeout(timer));
  return records.filter((_, index) => verdicts[index]);
}

function resume(room: Room, at: Picking | Filling, record: AttemptRecord): Authorizing {
  const { target, integrationId, provider, secrets, leaving } = record;
  const submission = { target, integrationId, provider, pairs: [], credentials: '{}', secrets: [] };
  const returned = takeReturn(record.attemptId);
  const signIn = createSignIn(room, submission, { first: () => resumedTry(room, record, returned) });
  const from: Filling = at.name === 'picking' ? { name: 'filling', target, back: at, failure: null } : at;
  const place = targetKey(target);
  const values = leaving?.values ?? [];
  // What was typed before this page was left is there again where the sign-in comes to nothing.
  if (leaving && values.length + secrets.length > 0 && targetKey(from.target) === place) {
    room.drafts.set(place, { values, secrets });
  }
  signIn.begin();
  return {
    name: 'authorizing',
    id: signIn.id,
    from,
    phase: returned ? 'finishing' : 'waiting',
    silence: null,
  };
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
  return isLedTo && target.mode === 'create' && (!session || provider === session.provider);
}

function resumedTry(
  room: Room,
  { leaving, ...record }: AttemptRecord,
  returned: URLSearchParams | undefined,
): Try {
  const { attemptId, until, secrets } = record;
  const cancelling = new AbortController();
  let following: Follow | undefined;
  return {
    opened: null,
    hindrance: leaving ? 'tab' : undefined,
    cancelling,
    url: () => undefined,
    replace: () => following?.replace(),
    run(context) {
      const isLate = until < Date.now();
      // Back at this page, what was kept for the way is taken out. Until the server has sent the user back there may
      // be a way back to go all the same: the return page finds its page by the record, and the verifier is for then.
      if (leaving) rememberAttempt(returned ? record : { ...record, leaving: { ...leaving, values: [] } });
      const verifier = leaving?.verifier;
      const confirm = returned?.get('confirm');
      const word = verifier && confirm ? { confirm, verifier } : undefined;
      following = follow(room, { attemptId, until, cancelling, verifier, word }, context);
      if (returned) following.nudge();
      return following.end.catch((error: unknown) => {
        const failure = asHubError(error);
        // Nobody saw the attempt's time go by: that it is over is nothing to tell.
        if (isLate && isOver(failure)) return null;
        // The provider may repeat what it was sent, and there is nobody left who could tell it by that.
        throw secrets.length > 0 ? failure.with({ details: undefined }) : failure;
      });
    },
  };
}

const isOver = ({ code }: HubError): boolean => code === 'attempt_expired' || code === 'attempt_not_found';

/** What the server sent back to this page, taken out of the address at once. */
function takeReturn(attemptId: string): URLSearchParams | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  if (fragment.get('attempt') !== attemptId) return undefined;
  history.replaceState(history.state, '', location.href.split('#')[0]);
  return fragment;
}
