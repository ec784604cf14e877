import { describe, expect, test } from 'vitest';
import { cookieOf, fragmentOf, started, type Started, VERIFIER } from './started.js';

const phaseOf = async ({ attempt }: Started) => (await attempt()).phase;

describe('phases', () => {
  test('of a window with an opener', async () => {
    const attempt = await started();
    const phases = [await phaseOf(attempt)];
    await attempt.begin(true);
    phases.push(await phaseOf(attempt));
    const redeemed = await attempt.redeem();
    phases.push(await phaseOf(attempt));
    attempt.provider.meanwhile(async () => phases.push(await phaseOf(attempt)));
    await attempt.comeBack({ code: 'code' }, cookieOf(redeemed));
    expect(phases).toEqual(['created', 'start_loaded', 'at_provider', 'callback_received']);
    expect((await attempt.attempt()).status).toBe('authenticated');
  });

  test('of a window that is cut off', async () => {
    const attempt = await started();
    const phases: unknown[] = [];
    attempt.provider.meanwhile(async () => phases.push(await phaseOf(attempt)));
    await attempt.begin(false);
    phases.push(await phaseOf(attempt));
    const { confirm } = fragmentOf(await attempt.comeBack());
    phases.push(await phaseOf(attempt));
    await attempt.confirm({ confirm, verifier: VERIFIER });
    // The last one is that of the exchange.
    expect(phases).toEqual([
      'start_loaded_no_opener',
      'at_provider',
      'awaiting_confirmation',
      'awaiting_confirmation',
    ]);
    expect((await attempt.attempt()).status).toBe('authenticated');
  });

  test('never go back', async () => {
    const attempt = await started();
    await attempt.begin(true);
    await attempt.startPage();
    await attempt.begin(true);
    expect(await phaseOf(attempt)).toBe('start_loaded');
  });

  test('come with the seconds until it is worth asking again', async () => {
    const attempt = await started();
    expect((await attempt.attempt()).poll_after).toBe(1);
    await attempt.bind();
    expect((await attempt.attempt()).poll_after).toBe(2);
  });

  test('are told where the extension is on, and not otherwise', async () => {
    const { answer } = await started({ extensions: ['attempt_start_url', 'attempt_binding'] });
    expect(Object.keys(await answer())).toEqual(['status', 'account', 'error']);
    const { hub, id } = await started();
    const plain = await (await hub.get(`/plain/hub/connection_attempts/${id}`)).json();
    expect(plain).toEqual({ status: 'pending', account: null, error: null });
  });
});

describe('time ends an attempt', () => {
  const steps: readonly (readonly [string, (attempt: Started) => Promise<() => Promise<Response>>])[] = [
    [
      'before the window starts',
      async ({ begin }) =>
        () =>
          begin(true),
    ],
    [
      'while the page proves itself',
      async ({ begin, redeem }) => {
        await begin(true);
        return redeem;
      },
    ],
    [
      'at the provider',
      async ({ bind, comeBack }) => {
        const cookie = await bind();
        return () => comeBack({ code: 'code' }, cookie);
      },
    ],
    [
      'while it waits to be confirmed',
      async ({ begin, comeBack, confirm }) => {
        await begin(false);
        const back = fragmentOf(await comeBack());
        return () => confirm({ confirm: back.confirm, verifier: VERIFIER });
      },
    ],
  ];

  test.each(steps)('%s', async (_, upTo) => {
    const attempt = await started();
    const goOn = await upTo(attempt);
    attempt.sandbox.pass(299);
    expect((await attempt.attempt()).status).toBe('pending');
    attempt.sandbox.pass(1);
    expect((await goOn()).ok).toBe(false);
    expect((await attempt.attempt()).status).toBe('expired');
    expect(attempt.provider.exchanged).toEqual([]);
  });

  test('sooner, for a ready-made session in a hurry', async () => {
    const { sandbox } = await started();
    const hub = sandbox.hub('sandbox:oauth-expires');
    const made = await hub.post('/hub/connection_attempts', { token: 'sandbox:oauth-expires' });
    const { id } = (await made.json()) as { id: string };
    sandbox.pass(15);
    expect(await (await hub.get(`/hub/connection_attempts/${id}`)).json()).toMatchObject({
      status: 'expired',
    });
  });
});
