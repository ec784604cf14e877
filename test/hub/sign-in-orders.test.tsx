import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberedAttempts } from '../../src/authorize/record.js';
import { loadSignIn } from '../authorize/support/page.js';
import { HAPPENINGS, type Pace, play, type Scene, settle } from '../authorize/support/scene.js';
import { BASE_URL, PAGES } from '../authorize/support/server.js';
import { useSteadyTime } from '../authorize/support/watching.js';

/** Whatever happens while a sign-in is under way, and in whichever order. */

/** Where a user can stay: each has a way on. */
const RESTS = new Set(['picking', 'filling', 'succeeded']);

const PACES: readonly Pace[] = [
  { name: 'one thing well after another', atProvider: true, between: 5 },
  { name: 'one thing right after another', atProvider: true, between: 0 },
  { name: 'everything at once, at the provider', atProvider: true },
  { name: 'everything at once, before there is an attempt', atProvider: false },
];

const WAYS = [
  ['the plain contract', []],
  ['pages of the server’s own', PAGES],
] as const;

beforeAll(loadSignIn);
beforeEach(useSteadyTime);

/** What is wrong with how it ended, in words; nothing, as a rule. */
async function wrongs(scene: Scene): Promise<readonly string[]> {
  const found: string[] = [];
  const check = (right: boolean, wrong: string): void => {
    if (!right) found.push(wrong);
  };
  const { server, windows, pages } = scene;
  const now = () => pages.at(-1)?.state().name ?? '';

  check(hasWayOn(scene), `no way on from ${now()}`);
  await settle(scene);
  check(RESTS.has(now()), `stuck in ${now()}`);
  await scene.reload();
  await settle(scene);
  check(RESTS.has(now()), `stuck in ${now()} after another reload`);
  check(rememberedAttempts(BASE_URL).length === 0, 'an attempt is remembered for good');
  await pages.at(-1)?.leave();
  check(vi.getTimerCount() === 0, 'a timer is left');

  const made = server.attempts.flatMap(({ account }) => account ?? []);
  const told = pages.flatMap(({ heard }) => heard.successes.map(({ id }) => id));
  check(new Set(told).size === told.length, `told twice: ${told.join()}`);
  check(made.join() === told.join(), `made: ${made.join() || 'none'}, told: ${told.join() || 'none'}`);
  check(made.length <= 1, 'a second account');
  // The plain contract's server minds no time: whatever is left is left for good.
  const pending = server.attempts.filter(({ status, phase }) => status === 'pending' && phase === null);
  check(pending.length === 0, `${pending.length} attempts left behind`);
  check(windows.opened.length === 1 + scene.reopened, `${windows.opened.length} windows`);
  for (const { heard } of pages) {
    check(heard.closings.length <= 1, `closed ${heard.closings.length} times`);
    check(!heard.order.slice(0, -1).includes('onClose'), 'something is told after the end');
  }
  return found;
}

/** Nothing is under way, and nothing is waited for: what happens now happens to a form like any other. */
const isAtRest = ({ pages }: Scene): boolean =>
  RESTS.has(pages.at(-1)?.state().name ?? '') && rememberedAttempts(BASE_URL).length === 0;

/** Whatever has just happened, the user can press something, or the host can give a session. */
function hasWayOn({ pages }: Scene): boolean {
  const page = pages.at(-1);
  const state = page?.state();
  if (state?.name === 'authorizing') return page?.control() !== null;
  return state?.name === 'unavailable' ? state.reason === 'expired' : RESTS.has(state?.name ?? '');
}

/**
 * Plays every order of all that can happen once, and of every part of it, but for those that lead nowhere new: after one
 * that came to rest, or whose last happening could not happen.
 */
async function walk(extensions: readonly string[], pace: Pace) {
  const failed: string[] = [];
  const happened = new Set<string>();
  let played = 0;
  const orders: (readonly string[])[] = [[]];
  // A list hands out what is added to it while it is walked.
  for (const order of orders) {
    vi.clearAllTimers();
    const { scene, could } = await play(order, extensions, pace);
    if (!could) {
      await scene.pages.at(-1)?.leave();
      continue;
    }
    played += 1;
    for (const name of order) happened.add(name);
    if (!isAtRest(scene)) {
      const next = Object.keys(HAPPENINGS).filter((name) => !order.includes(name));
      orders.push(...next.map((name) => [...order, name]));
    }
    const found = await wrongs(scene);
    if (found.length > 0) failed.push(`${order.join(', ')}: ${found.join('; ')}`);
  }
  return { failed, played, happened };
}

describe.each(WAYS)('by %s', (_, extensions) => {
  it.each(PACES)('every order ends well: $name', { timeout: 120_000 }, async (pace) => {
    const { failed, played, happened } = await walk(extensions, pace);
    expect(failed).toEqual([]);
    expect(played).toBeGreaterThan(50);
    const possible = pace.atProvider ? Object.keys(HAPPENINGS) : ['cancel', 'reload', 'token expiry'];
    expect([...happened]).toEqual(expect.arrayContaining(possible));
  });
});
