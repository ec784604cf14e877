import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt } from '../../src/api/schemas.js';
import {
  BROKEN,
  connect,
  fault,
  look,
  MINUTE,
  PENDING,
  seconds,
  turn,
  useSteadyTime,
  watching,
} from './support/watching.js';

/** How often, and when, the server is asked about an attempt. */

beforeEach(useSteadyTime);

const gaps = (times: readonly number[]): number[] =>
  times.map((time, index) => Number((time - (times[index - 1] ?? 0)).toFixed(3)));

describe('an attempt is asked about', () => {
  it('every 2 s in the first minute, then ever slower, up to 10 s', async () => {
    const watched = watching();
    await seconds(120);
    const all = gaps(watched.times());
    expect(all.slice(0, 30)).toEqual(Array(30).fill(2));
    expect(all.slice(30)).toEqual([3, 4.5, 6.75, 10, 10, 10, 10]);
  });

  it.each([
    ['sooner', 0, 1.6],
    ['later', 1, 2.4],
  ])('a little %s by chance, a fifth at most', async (_, chance, first) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const watched = watching();
    await seconds(10);
    for (const gap of gaps(watched.times())) expect(gap).toBeCloseTo(first);
  });

  it.each([0, 0.5, 1])('no sooner than the server wants (chance %d)', async (chance) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const watched = watching({ answers: [{ ...PENDING, poll_after: 7 }] });
    await seconds(24);
    expect(gaps(watched.times()).slice(1)).toEqual([7, 7, 7]);
  });

  it.each([
    ['a minute at most', 3600, 60],
    ['no sooner than it would be', 0.5, 2],
    ['as ever where it says nonsense', -10, 2],
  ])('after a wait that the server chooses: %s', async (_, poll_after, gap) => {
    const watched = watching({ answers: [{ ...PENDING, poll_after }, PENDING] });
    await seconds(70);
    expect(gaps(watched.times())[1]).toBe(gap);
  });

  it.each([
    ['seconds', 20, 20],
    ['more than a minute, of which it is a minute', 3600, 60],
    ['less than it would wait anyway', 1, 4],
  ])('after a Retry-After of %s', async (_, retryAfter, gap) => {
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const watched = watching({
      answers: [fault('rate_limited', { retryable: true, retryAfter }), PENDING],
    });
    await seconds(70);
    expect(gaps(watched.times())[1]).toBe(gap);
  });

  it('after a Retry-After no sooner, by no chance', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const watched = watching({
      answers: [fault('rate_limited', { retryable: true, retryAfter: 20 }), PENDING],
    });
    await seconds(30);
    expect(gaps(watched.times())[1]).toBe(20);
  });

  it('more slowly after every fault of the line, up to 30 s, and as before once it is whole', async () => {
    const watched = watching({ answers: [BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, BROKEN, PENDING] });
    await seconds(130);
    expect(gaps(watched.times())).toEqual([2, 4, 8, 16, 30, 30, 30, 10]);
  });

  it('by one question at a time, however many reasons there are to ask', async () => {
    let answer!: (attempt: Attempt) => void;
    const slow = new Promise<Attempt>((resolve) => {
      answer = resolve;
    });
    const watched = watching({ answers: [slow, PENDING] });
    await seconds(2);
    watched.nudge();
    look(true);
    connect(true);
    window.dispatchEvent(new Event('focus'));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await seconds(9);
    expect(watched.times()).toEqual([2]);
    answer({
      status: 'pending',
      account: undefined,
      error: undefined,
      phase: undefined,
      poll_after: undefined,
    });
    await seconds(2);
    expect(watched.times()).toEqual([2, 13]);
    expect(watched.mostAtOnce()).toBe(1);
  });
});

describe('an attempt is asked about at once', () => {
  const NEWS: readonly (readonly [what: string, happen: () => void])[] = [
    ['the window gets the focus back', () => window.dispatchEvent(new Event('focus'))],
    ['the page is looked at again', () => look(true)],
    ['the network is back', () => connect(true)],
    [
      'the page comes back from the back/forward cache',
      () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ],
  ];

  it.each(NEWS)('when %s', async (_, happen) => {
    const watched = watching();
    await seconds(1);
    happen();
    await turn();
    expect(watched.times()).toEqual([1]);
    await seconds(2);
    expect(watched.times()).toEqual([1, 3]);
  });

  it('when somebody has heard of news', async () => {
    const watched = watching();
    await seconds(1);
    watched.nudge();
    await turn();
    expect(watched.times()).toEqual([1]);
  });

  it('though the server wanted more time, or the line was broken', async () => {
    const watched = watching({ answers: [{ ...PENDING, poll_after: 60 }, BROKEN, PENDING] });
    await seconds(12);
    window.dispatchEvent(new Event('focus'));
    await seconds(1);
    window.dispatchEvent(new Event('focus'));
    await turn();
    expect(watched.times()).toEqual([2, 12, 13]);
  });

  it('but for nothing that is no news: the page is left, the network is lost', async () => {
    const watched = watching();
    await seconds(1);
    look(false);
    connect(false);
    window.dispatchEvent(new Event('blur'));
    await turn();
    expect(watched.times()).toEqual([]);
  });
});

describe('without a network', () => {
  it('nothing is asked, and all at once when it is back', async () => {
    connect(false);
    const watched = watching();
    await seconds(120);
    expect(watched.times()).toEqual([]);
    connect(true);
    await turn();
    expect(watched.times()).toEqual([120]);
  });

  it('nothing is asked where it was lost in the middle of a wait', async () => {
    const watched = watching();
    await seconds(3);
    connect(false);
    await seconds(120);
    expect(watched.times()).toEqual([2]);
    connect(true);
    await turn();
    expect(watched.times()).toEqual([2, 123]);
  });

  it('nothing is asked, whatever else seems to be news', async () => {
    connect(false);
    const watched = watching();
    await seconds(5);
    watched.nudge();
    look(true);
    window.dispatchEvent(new Event('focus'));
    await turn();
    expect(watched.times()).toEqual([]);
  });

  it('nothing is lost where it comes back while nobody looks', async () => {
    connect(false);
    look(false);
    const watched = watching();
    await seconds(20);
    connect(true);
    await seconds(9);
    expect(watched.times()).toEqual([20]);
  });

  it('nothing is heard of a network that is said to be back and is not', async () => {
    connect(false);
    const watched = watching();
    await seconds(5);
    window.dispatchEvent(new Event('online'));
    await seconds(30);
    expect(watched.times()).toEqual([]);
  });
});

describe('while nobody looks', () => {
  it('an attempt is asked about every 10 s at most', async () => {
    look(false);
    const watched = watching();
    await seconds(MINUTE / 1000);
    for (const gap of gaps(watched.times())) expect(gap).toBeGreaterThanOrEqual(10);
    expect(watched.times()).toHaveLength(6);
  });

  it('10 s is the least, by no chance', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    look(false);
    const watched = watching();
    await seconds(MINUTE / 1000);
    for (const gap of gaps(watched.times())) expect(gap).toBeGreaterThanOrEqual(10);
  });

  it('and at once when somebody does', async () => {
    look(false);
    const watched = watching();
    await seconds(3);
    look(true);
    await turn();
    expect(watched.times()).toEqual([3]);
    await seconds(2);
    expect(watched.times()).toEqual([3, 5]);
  });
});
