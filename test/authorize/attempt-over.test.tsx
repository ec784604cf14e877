import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '../../src/api/schemas.js';
import { watchLeftovers } from '../hub/support/leftovers.js';
import {
  AUTHENTICATED,
  BROKEN,
  connect,
  EXPIRED,
  fault,
  look,
  MINUTE,
  PENDING,
  type Script,
  seconds,
  turn,
  useSteadyTime,
  watching,
} from './support/watching.js';

/** Nothing is left of an attempt that is over, and nothing of one that nobody waits for any more. */

beforeEach(useSteadyTime);

/** Listeners on signals count, too: a signal outlives an attempt. */
function watchSignals(): () => number {
  const added = vi.spyOn(AbortSignal.prototype, 'addEventListener');
  const removed = vi.spyOn(AbortSignal.prototype, 'removeEventListener');
  return () => added.mock.calls.length - removed.mock.calls.length;
}

type Watched = ReturnType<typeof watching>;

/** Runs an attempt, and looks at what is left of it. */
async function leftBy(script: Script, act: (watched: Watched) => Promise<unknown>) {
  const leftovers = watchLeftovers();
  const signals = watchSignals();
  const watched = watching(script);
  expect(leftovers()).toContain('a listener for focus on window');
  expect(signals()).toBeGreaterThan(0);
  await act(watched);
  await turn();
  expect(watched.ended()).toBeDefined();
  const asked = watched.lines().length;
  for (const happen of [() => watched.nudge(), () => look(true), () => connect(true)]) happen();
  window.dispatchEvent(new Event('focus'));
  await seconds(3_600);
  return {
    leftovers: leftovers(),
    timers: vi.getTimerCount(),
    signals: signals(),
    questions: watched.lines().length - asked,
  };
}

const NOTHING = { leftovers: [], timers: 0, signals: 0, questions: 0 };

const never = <T,>(): Promise<T> => new Promise<T>(() => undefined);

describe('of an attempt that has ended nothing is left', () => {
  it.each<[string, Script, (watched: Watched) => Promise<unknown>]>([
    ['because it worked', { answers: [PENDING, AUTHENTICATED] }, () => seconds(10)],
    ['because it failed', { answers: [{ status: 'error' }] }, () => seconds(10)],
    ['because there is none', { answers: [fault('not_found')] }, () => seconds(10)],
    ['because it was cancelled', {}, async (watched) => watched.cancel()],
    ['because nobody could be asked', { answers: [BROKEN] }, async (watched) => watched.cancel()],
    ['because its time was over', { lifetime: MINUTE }, () => seconds(90)],
  ])('%s', async (_, script, act) => {
    expect(await leftBy(script, act)).toEqual(NOTHING);
  });
});

describe('of an attempt that nobody waits for any more nothing is left', () => {
  it.each<[string, Script, (watched: Watched) => Promise<unknown>]>([
    ['at once', {}, turn],
    ['between two questions', {}, () => seconds(3)],
    ['while a question is under way', { answers: [never<Attempt>()] }, () => seconds(3)],
    ['while a broken line is waited for', { answers: [BROKEN] }, () => seconds(20)],
    ['while the network is away', {}, async () => connect(false)],
    ['while nobody looks', {}, async () => look(false)],
    ['while there is no session', { answers: [EXPIRED] }, () => seconds(20)],
    ['while it is taken back', { answers: [never<Attempt>()] }, async (watched) => watched.cancel()],
  ])('%s', async (_, script, act) => {
    const left = await leftBy(script, async (watched) => {
      await act(watched);
      await turn();
      watched.leave();
    });
    expect(left).toEqual(NOTHING);
  });

  it('before it began', async () => {
    const watched = watching();
    watched.leave();
    await seconds(60);
    expect(watched.lines()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('and what is still answered is told to nobody', async () => {
    let answer!: (attempt: Attempt) => void;
    const slow = new Promise<Attempt>((resolve) => {
      answer = resolve;
    });
    const watched = watching({ answers: [slow] });
    await seconds(2);
    watched.leave();
    answer(PENDING);
    await seconds(60);
    expect(watched.heard).toEqual([]);
    expect(watched.lines()).toEqual(['GET']);
    expect(watched.ended()).toEqual({ failure: expect.objectContaining({ name: 'AbortError' }) });
  });
});
