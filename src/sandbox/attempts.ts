import { type Attempt, type Phase, PHASES, type Plan, type Session } from './documents.js';
import { ApiError } from './errors.js';
import { uuid } from './ids.js';
import { definitionOf } from './scenarios/open.js';
import type { World } from './world.js';

/** An attempt as it begins. */
export const newAttempt = (world: World, session: Session, plan: Plan | null): Attempt => ({
  id: uuid(world.random),
  ownerId: session.owner.id,
  status: 'pending',
  phase: 'created',
  accountId: null,
  error: null,
  expiresAt: world.now() + lifetimeOf(world, session) * 1000,
  hasStartPage: plan !== null,
  begun: false,
  plan,
  question: null,
});

/** Seconds that an attempt may take. */
export const lifetimeOf = (world: World, { token }: Session): number =>
  definitionOf(token)?.attemptLifetime ?? world.attemptLifetime;

export const findAttempt = (world: World, id: string): Promise<Attempt | undefined> =>
  world.store.get<Attempt>('attempt', id);

/** The owner's attempt; another owner's is as good as none. */
export async function ownAttempt(world: World, ownerId: string, id: string): Promise<Attempt> {
  const attempt = await findAttempt(world, id);
  if (attempt?.ownerId !== ownerId) throw new ApiError(404, `The connection attempt ${id} does not exist`);
  return attempt;
}

/** The status right now: time itself ends an attempt. */
export const statusOf = (world: World, { status, expiresAt }: Attempt): Attempt['status'] | 'expired' =>
  status === 'pending' && world.now() >= expiresAt ? 'expired' : status;

/** Says no to what would go on with an attempt that is over. */
export function checkPending(world: World, attempt: Attempt | undefined): asserts attempt is Attempt {
  if (!attempt || statusOf(world, attempt) !== 'pending') throw signInOver();
}

export const signInOver = (): ApiError =>
  new ApiError(410, 'This sign-in is over. Start again where you came from.');

/**
 * Changes a pending attempt, one change after the other. One that is over stays as it is: whoever comes second
 * learns from what is returned how it ended.
 *
 * @param change gets the attempt as it is then; to be quick, as everything else waits for it.
 */
export function changeAttempt(
  world: World,
  id: string,
  change: (attempt: Attempt) => Promise<Partial<Attempt>>,
): Promise<Attempt> {
  return world.inTurn(async () => {
    const attempt = await findAttempt(world, id);
    if (!attempt) throw signInOver();
    const isOver = statusOf(world, attempt) !== 'pending';
    const changed = isOver ? attempt : { ...attempt, ...(await change(attempt)) };
    // What is over needs nothing that it was given any more.
    const kept =
      statusOf(world, changed) === 'pending' ? changed : { ...changed, plan: null, question: null };
    await world.store.put('attempt', id, kept);
    return kept;
  });
}

/** Notes how far the window has come. It never goes back: a page that is loaded again was loaded before. */
export const reachPhase = (world: World, id: string, phase: Phase): Promise<Attempt> =>
  changeAttempt(world, id, async (attempt) => (isLater(phase, attempt.phase) ? { phase } : {}));

const isLater = (one: Phase, other: Phase): boolean => PHASES.indexOf(one) > PHASES.indexOf(other);

export const isStartable = (world: World, attempt: Attempt): boolean =>
  !attempt.begun && statusOf(world, attempt) === 'pending';

/** Notes that the window goes on; whether this was the first to say so, for nobody else may. */
export async function beginOnce(world: World, id: string): Promise<boolean> {
  let isFirst = false;
  await changeAttempt(world, id, async ({ begun }) => {
    isFirst = !begun;
    return { begun: true };
  });
  return isFirst;
}
