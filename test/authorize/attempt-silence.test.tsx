import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt } from '../../src/api/schemas.js';
import {
  AUTHENTICATED,
  BROKEN,
  fault,
  PENDING,
  type Reply,
  seconds,
  turn,
  useSteadyTime,
  watching,
} from './support/watching.js';

/** A server of which nothing helpful is heard: when that is noticed, when it is told, and that it is no end. */

beforeEach(useSteadyTime);

type Watched = ReturnType<typeof watching>;

/** What was told of it so far, in short. */
const told = ({ silences }: Watched): readonly (string | null)[] =>
  silences.map((silence) => silence && `${silence.why.code}${silence.lasts ? ', lasting' : ''}`);

const QUEUED: Partial<Attempt> = { status: 'queued' };
const times = (count: number, reply: Reply): readonly Reply[] => Array<Reply>(count).fill(reply);

describe('a line that breaks', () => {
  it('once is nothing to tell', async () => {
    const watched = watching({ answers: [BROKEN, PENDING, BROKEN, PENDING] });
    await seconds(60);
    expect(told(watched)).toEqual([]);
  });

  it('twice in a row is noticed, and that it is whole again is, too', async () => {
    const watched = watching({ answers: [BROKEN, BROKEN, BROKEN, PENDING] });
    await seconds(2);
    expect(told(watched)).toEqual([]);
    await seconds(4);
    expect(told(watched)).toEqual(['network_unreachable']);
    await seconds(30);
    expect(told(watched)).toEqual(['network_unreachable', null]);
  });

  it('for a minute lasts, which is told once, and ends nothing', async () => {
    const watched = watching({ answers: [...times(9, BROKEN), PENDING, AUTHENTICATED] });
    // Asked at 2, 6, 14, 30, 60 and 90 s.
    await seconds(61);
    expect(told(watched)).toEqual(['network_unreachable']);
    await seconds(30);
    expect(told(watched)).toEqual(['network_unreachable', 'network_unreachable, lasting']);
    await seconds(200);
    expect(told(watched)).toEqual(['network_unreachable', 'network_unreachable, lasting', null]);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('again after it was whole is told again', async () => {
    const watched = watching({ answers: [BROKEN, BROKEN, PENDING, BROKEN, BROKEN, PENDING] });
    await seconds(60);
    expect(told(watched)).toEqual(['network_unreachable', null, 'network_unreachable', null]);
  });

  it.each([
    ['a server that fails', fault('server_error', { retryable: true, status: 502 }), 'server_error'],
    ['answers that are late', fault('timeout', { retryable: true }), 'timeout'],
  ] as const)('is as good as %s', async (_, failure, code) => {
    const watched = watching({ answers: [failure] });
    await seconds(100);
    expect(told(watched)).toEqual([code, `${code}, lasting`]);
  });
});

describe('answers that nobody can make sense of', () => {
  it.each<[string, Reply]>([
    ['a status that nobody knows', QUEUED],
    ['an answer that is none', fault('invalid_response')],
  ])('are told at the fifth in a row, and end nothing: %s', async (_, reply) => {
    const watched = watching({ answers: [...times(5, reply), PENDING, AUTHENTICATED] });
    await seconds(200);
    expect(told(watched)).toEqual(['invalid_response, lasting', null]);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('are nothing to tell while one makes sense in between', async () => {
    const watched = watching({ answers: [...times(4, QUEUED), PENDING, ...times(4, QUEUED), PENDING] });
    await seconds(60);
    expect(told(watched)).toEqual([]);
  });

  it('are told each time as a failure of its own', async () => {
    const watched = watching({ answers: [...times(5, QUEUED), PENDING, ...times(5, QUEUED), PENDING] });
    await seconds(60);
    const [first, , second] = watched.silences;
    expect(told(watched)).toEqual(['invalid_response, lasting', null, 'invalid_response, lasting', null]);
    expect(first?.why).not.toBe(second?.why);
  });
});

describe('an account that the server does not name', () => {
  const NAMELESS: Partial<Attempt> = { status: 'authenticated', account: null };

  it('is asked for three times more, and then is an end: it may be there', async () => {
    const watched = watching({ answers: [NAMELESS] });
    await seconds(7);
    expect(watched.ended()).toBeUndefined();
    await seconds(60);
    expect(watched.ended()).toMatchObject({
      failure: { code: 'invalid_response', retryable: false, outcomeUnknown: true },
    });
    expect(watched.lines()).toEqual(['GET', 'GET', 'GET', 'GET']);
  });

  it('counts once it is named, at the last time of asking, too', async () => {
    const watched = watching({ answers: [...times(3, NAMELESS), AUTHENTICATED] });
    await seconds(60);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('may be there though the user has cancelled', async () => {
    const watched = watching({ answers: [NAMELESS] });
    watched.cancel();
    await turn();
    expect(watched.ended()).toMatchObject({ failure: { code: 'invalid_response', outcomeUnknown: true } });
  });

  it('after the attempt’s time is an end, too, and is not asked for for ever', async () => {
    const watched = watching({ answers: [PENDING], lifetime: 60_000 });
    await seconds(60);
    watched.answers(NAMELESS);
    await seconds(600);
    expect(watched.ended()).toMatchObject({ failure: { code: 'invalid_response', outcomeUnknown: true } });
  });
});
