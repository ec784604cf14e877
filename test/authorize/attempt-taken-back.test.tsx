import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asHubError, type HubError } from '../../src/api/errors.js';
import type { Attempt } from '../../src/api/schemas.js';
import {
  AUTHENTICATED,
  BROKEN,
  connect,
  EXPIRED,
  fault,
  LIFETIME,
  MINUTE,
  PENDING,
  type Reply,
  seconds,
  turn,
  useSteadyTime,
  watching,
} from './support/watching.js';

/** An attempt that is cancelled, or whose time is over: it is taken back, and the server's answer decides. */

beforeEach(useSteadyTime);

const failureOf = (watched: ReturnType<typeof watching>): HubError | undefined => {
  const ended = watched.ended();
  return ended && 'failure' in ended ? asHubError(ended.failure) : undefined;
};

const CANCELLED = { status: 'cancelled' } as const;

describe('an attempt that the user cancels', () => {
  it('is taken back at once, and asked about once more', async () => {
    const watched = watching();
    await seconds(3);
    watched.answers(CANCELLED);
    watched.cancel();
    await turn();
    expect(watched.lines()).toEqual(['GET', 'DELETE', 'GET']);
    expect(watched.ended()).toEqual({ account: null });
  });

  it('before it was ever asked about is taken back all the same', async () => {
    const watched = watching();
    watched.cancel();
    await turn();
    expect(watched.lines()).toEqual(['DELETE', 'GET']);
    expect(watched.ended()).toEqual({ account: null });
  });

  it('has worked where the user finished in the same second', async () => {
    const watched = watching();
    watched.answers(AUTHENTICATED);
    watched.cancel();
    await turn();
    expect(watched.lines()).toEqual(['DELETE', 'GET']);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('has worked where the server only says so; its account is not known yet', async () => {
    const watched = watching({ answers: [{ status: 'authenticated' }] });
    watched.cancel();
    await turn();
    expect(failureOf(watched)).toMatchObject({ retryable: true });
  });

  it.each<[string, Reply]>([
    ['is still pending', PENDING],
    ['has failed', { status: 'error', error: { code: 'access_denied', description: null } }],
    ['has expired', { status: 'expired' }],
    ['is something nobody knows', { status: 'queued' }],
    ['does not exist', fault('not_found')],
    ['is not the user’s', fault('forbidden')],
  ])('is cancelled where it then %s', async (_, answer) => {
    const watched = watching({ answers: [answer] });
    watched.cancel();
    await seconds(60);
    expect(watched.ended()).toEqual({ account: null });
    expect(watched.lines()).toEqual(['DELETE', 'GET']);
  });

  it.each([
    ['cannot be reached', BROKEN],
    ['refuses', fault('conflict')],
    ['knows of none', fault('not_found')],
    ['fails', fault('server_error', { retryable: true })],
  ])('is asked about though the server %s when it is taken back', async (_, failure) => {
    const watched = watching({ answers: [AUTHENTICATED], deletions: [failure] });
    watched.cancel();
    await turn();
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('while a question is under way is taken back after its answer', async () => {
    let answer!: (attempt: Attempt) => void;
    const slow = new Promise<Attempt>((resolve) => {
      answer = resolve;
    });
    const watched = watching({ answers: [slow, CANCELLED] });
    await seconds(2);
    watched.cancel();
    await turn();
    answer(PENDING);
    await turn();
    expect(watched.lines()).toEqual(['GET', 'DELETE', 'GET']);
    expect(watched.mostAtOnce()).toBe(1);
    expect(watched.ended()).toEqual({ account: null });
  });

  it('ends where nobody can be asked, with the fault: how it went is not known', async () => {
    const watched = watching({ answers: [BROKEN], deletions: [BROKEN] });
    watched.cancel();
    await turn();
    expect(watched.lines()).toEqual(['DELETE', 'GET']);
    expect(failureOf(watched)).toMatchObject({ code: 'network_unreachable', retryable: true });
  });

  it('ends without a network, too, and at once', async () => {
    connect(false);
    const offline = fault('network_offline', { retryable: true });
    const watched = watching({ answers: [offline], deletions: [offline] });
    await seconds(30);
    watched.cancel();
    await turn();
    expect(failureOf(watched)).toMatchObject({ code: 'network_offline' });
  });

  it('while a broken line is waited for is taken back at once', async () => {
    const watched = watching({ answers: [BROKEN] });
    await seconds(20);
    watched.answers(CANCELLED);
    watched.cancel();
    await turn();
    expect(watched.ended()).toEqual({ account: null });
  });

  it('without a session is taken back with the next one', async () => {
    let renew!: () => void;
    const renewed = () =>
      new Promise<void>((resolve) => {
        renew = resolve;
      });
    const watched = watching({ answers: [AUTHENTICATED], deletions: [EXPIRED, 'done'], renewed });
    watched.cancel();
    await turn();
    expect(watched.ended()).toBeUndefined();
    renew();
    await turn();
    expect(watched.lines()).toEqual(['DELETE', 'DELETE', 'GET']);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });
});

const answersUntilThen = (...last: readonly Reply[]) => {
  const watched = watching({ lifetime: MINUTE });
  return seconds(60).then(() => {
    watched.answers(...last);
    return watched;
  });
};

describe('an attempt whose time is over', () => {
  it('is asked about once more, taken back, and asked about again', async () => {
    const watched = await answersUntilThen(PENDING, CANCELLED);
    await seconds(30);
    expect(watched.lines().slice(30)).toEqual(['GET', 'DELETE', 'GET']);
    expect(failureOf(watched)).toMatchObject({ code: 'attempt_expired' });
  });

  it('is not asked about for long after it: half a minute at most', async () => {
    const watched = watching({ lifetime: LIFETIME });
    await seconds(LIFETIME / 1000);
    expect(watched.ended()).toBeUndefined();
    await seconds(30);
    expect(failureOf(watched)).toMatchObject({ code: 'attempt_expired' });
  });

  it.each<[string, readonly Reply[]]>([
    ['the question before it is taken back', [AUTHENTICATED]],
    ['the question after it', [PENDING, AUTHENTICATED]],
  ])('has worked where %s says so', async (_, answers) => {
    const watched = await answersUntilThen(...answers);
    await seconds(30);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it.each<[string, Reply]>([
    ['is still pending', PENDING],
    ['is cancelled', CANCELLED],
    ['has failed', { status: 'error' }],
    ['does not exist', fault('not_found')],
    ['cannot be understood', fault('invalid_response')],
  ])('has expired where it then %s', async (_, answer) => {
    const watched = await answersUntilThen(PENDING, answer);
    await seconds(30);
    expect(failureOf(watched)).toMatchObject({ code: 'attempt_expired' });
  });

  it('has expired where the server makes no sense any more', async () => {
    const watched = await answersUntilThen(fault('invalid_response'));
    await seconds(60);
    expect(failureOf(watched)).toMatchObject({ code: 'attempt_expired' });
  });

  it.each<[string, readonly Reply[]]>([
    ['before it is taken back', [BROKEN, BROKEN, BROKEN, AUTHENTICATED]],
    ['after it was', [PENDING, BROKEN, BROKEN, AUTHENTICATED]],
    ['for its account', [PENDING, { status: 'authenticated' }, { status: 'authenticated' }, AUTHENTICATED]],
  ])('is not over while nobody can be asked: %s', async (_, answers) => {
    const watched = await answersUntilThen(...answers);
    await seconds(120);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('while the network is away is asked about when it is back', async () => {
    const watched = watching({ lifetime: MINUTE });
    await seconds(10);
    connect(false);
    watched.answers(AUTHENTICATED);
    await seconds(600);
    expect(watched.ended()).toBeUndefined();
    connect(true);
    await turn();
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });
});

/** Two hours in which no timer ran. */
const sleep = (): void => void vi.setSystemTime(Date.now() + 120 * MINUTE);

describe('a computer that slept', () => {
  it('asks first, and finds that the sign-in worked', async () => {
    const watched = watching();
    await seconds(3);
    watched.answers(AUTHENTICATED);
    sleep();
    await seconds(1);
    expect(watched.ended()).toEqual({ account: 'account-1' });
    expect(watched.lines()).toEqual(['GET', 'GET']);
  });

  it('asks first, and only then takes it back', async () => {
    const watched = watching();
    await seconds(3);
    sleep();
    await seconds(1);
    expect(watched.lines()).toEqual(['GET', 'GET', 'DELETE', 'GET']);
    expect(failureOf(watched)).toMatchObject({ code: 'attempt_expired' });
  });

  it('asks again where the network is not back yet', async () => {
    const watched = watching();
    await seconds(3);
    watched.answers(BROKEN, AUTHENTICATED);
    sleep();
    await seconds(30);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });
});
