import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asHubError, type HubError } from '../../src/api/errors.js';
import type { Attempt } from '../../src/api/schemas.js';
import {
  AUTHENTICATED,
  BROKEN,
  EXPIRED,
  fault,
  PENDING,
  type Reply,
  seconds,
  turn,
  useSteadyTime,
  watching,
} from './support/watching.js';

/** How an attempt ends by what the server says of it, and what is no end. */

beforeEach(useSteadyTime);

type Watched = ReturnType<typeof watching>;

const failureOf = (watched: Watched): HubError | undefined => {
  const ended = watched.ended();
  return ended && 'failure' in ended ? asHubError(ended.failure) : undefined;
};

const failed = (code: string | null, description: string | null = null): Partial<Attempt> => ({
  status: 'error',
  error: { code, description },
});

describe('the server’s word', () => {
  it('is the account, once there is one, and nothing is asked after it', async () => {
    const watched = watching({ answers: [PENDING, AUTHENTICATED] });
    await seconds(60);
    expect(watched.ended()).toEqual({ account: 'account-1' });
    expect(watched.lines()).toEqual(['GET', 'GET']);
  });

  it('on the way is passed on', async () => {
    const answers = [
      { ...PENDING, phase: 'created' },
      { ...PENDING, phase: 'at_provider' },
    ];
    const watched = watching({ answers: [...answers, AUTHENTICATED] });
    await seconds(60);
    expect(watched.heard).toEqual(answers);
  });

  it.each([
    ['error without more', { status: 'error' }, 'provider_error'],
    ['cancelled by somebody else', { status: 'cancelled' }, 'window_closed'],
    ['expired', { status: 'expired' }, 'attempt_expired'],
    ['error: access_denied', failed('access_denied'), 'access_denied'],
    ['error: not_same_browser', failed('not_same_browser'), 'not_same_browser'],
    ['error: already_connected', failed('already_connected'), 'already_connected'],
    ['error: attempt_expired', failed('attempt_expired'), 'attempt_expired'],
    ['error: provider_error', failed('provider_error'), 'provider_error'],
    ['error: something of the provider’s own', failed('temporarily_unavailable'), 'provider_error'],
    ['error: a code that only the hub itself may tell', failed('session_expired'), 'provider_error'],
    ['error: constructor', failed('constructor'), 'provider_error'],
    ['error without a code', failed(null, 'It broke.'), 'provider_error'],
  ] as const)('%s is an end', async (_, answer, code) => {
    const watched = watching({ answers: [PENDING, answer] });
    await seconds(60);
    expect(failureOf(watched)).toMatchObject({ code, retryable: false });
    expect(watched.lines()).toEqual(['GET', 'GET']);
  });

  it('of what went wrong is kept whole: it is cut when what is secret is out of it', async () => {
    const words = `Acme: ${'x'.repeat(1_000)}`;
    const watched = watching({ answers: [failed('access_denied', words)] });
    await seconds(2);
    expect(failureOf(watched)?.details).toBe(words);
  });

  it.each(['', null])('need not have a description: %j', async (description) => {
    const watched = watching({ answers: [failed('access_denied', description)] });
    await seconds(2);
    expect(failureOf(watched)?.details).toBeFalsy();
  });

  it.each(['AUTHENTICATED', 'Expired', 'queued', '', 'toString'])(
    '%j is none that anybody knows, and no end',
    async (status) => {
      const watched = watching({ answers: [{ ...AUTHENTICATED, status }, PENDING, AUTHENTICATED] });
      await seconds(4);
      expect(watched.ended()).toBeUndefined();
      await seconds(2);
      expect(watched.ended()).toEqual({ account: 'account-1' });
    },
  );

  it.each([
    ['no account', { status: 'authenticated' }],
    ['null for an account', { status: 'authenticated', account: null }],
  ] as const)('authenticated with %s is no end yet', async (_, answer) => {
    const watched = watching({ answers: [answer, answer, AUTHENTICATED] });
    await seconds(4);
    expect(watched.ended()).toBeUndefined();
    await seconds(2);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });
});

describe('a fault', () => {
  it.each([
    ['the network is not there', fault('network_offline', { retryable: true })],
    ['the server cannot be reached', BROKEN],
    ['the answer is late', fault('timeout', { retryable: true })],
    ['the server failed', fault('server_error', { retryable: true, status: 502 })],
    ['too much was asked', fault('rate_limited', { retryable: true, status: 429 })],
    ['the answer makes no sense', fault('invalid_response')],
  ])('is no end where %s', async (_, failure) => {
    const watched = watching({ answers: [failure, AUTHENTICATED] });
    await seconds(60);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('is no end, however often it comes back', async () => {
    const watched = watching({ answers: [...Array<Reply>(9).fill(BROKEN), AUTHENTICATED] });
    await seconds(250);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it.each([
    ['there is no such attempt', 'not_found', 'attempt_not_found'],
    ['it is forbidden', 'forbidden', 'forbidden'],
    ['the server refuses the question', 'validation_failed', 'validation_failed'],
    ['the token has become another owner’s', 'session_replaced', 'session_replaced'],
  ] as const)('is the end where %s', async (_, code, told) => {
    const watched = watching({ answers: [PENDING, fault(code, { status: 400, requestId: 'request-1' })] });
    await seconds(60);
    expect(failureOf(watched)).toMatchObject({ code: told, requestId: 'request-1' });
    expect(watched.lines()).toEqual(['GET', 'GET']);
  });
});

const renewable = () => {
  const renewals: (() => void)[] = [];
  const renewed = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        renewals.push(resolve);
      }),
  );
  return { renewed, renew: () => renewals.shift()?.() };
};

describe('a session that ends on the way', () => {
  it('waits for the next one, and goes on with the same attempt at once', async () => {
    const { renewed, renew } = renewable();
    const watched = watching({ answers: [PENDING, EXPIRED, AUTHENTICATED], renewed });
    await seconds(4);
    expect(renewed.mock.calls).toEqual([[EXPIRED]]);
    await seconds(60);
    window.dispatchEvent(new Event('focus'));
    watched.nudge();
    await turn();
    expect(watched.lines()).toEqual(['GET', 'GET']);
    renew();
    await turn();
    expect(watched.lines()).toEqual(['GET', 'GET', 'GET']);
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('may be followed by one that has ended too', async () => {
    const { renewed, renew } = renewable();
    const watched = watching({ answers: [EXPIRED, fault('session_invalid'), AUTHENTICATED], renewed });
    await seconds(2);
    renew();
    await turn();
    expect(renewed).toHaveBeenCalledTimes(2);
    renew();
    await turn();
    expect(watched.ended()).toEqual({ account: 'account-1' });
  });

  it('does not use up the attempt’s time: it is asked about once more, though that is over', async () => {
    const { renewed, renew } = renewable();
    const watched = watching({ answers: [EXPIRED, AUTHENTICATED], renewed, lifetime: 60_000 });
    await seconds(600);
    renew();
    await turn();
    expect(watched.ended()).toEqual({ account: 'account-1' });
    expect(watched.lines()).toEqual(['GET', 'GET']);
  });
});
