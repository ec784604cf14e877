import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import type { ConnectedAccount } from '../../src/contract/events.js';
import type { HubOptions } from '../../src/contract/options.js';
import { createHost } from '../../src/hub/host.js';

const account = (id: string): ConnectedAccount => ({
  id,
  provider: 'bamboohr',
  integrationId: 'integration-1',
  mode: 'created',
});

function listening() {
  const callbacks = { onSuccess: vi.fn(), onError: vi.fn(), onClose: vi.fn(), onEvent: vi.fn() };
  return { ...callbacks, host: createHost(() => callbacks) };
}

/** What the page hears as uncaught while `run` is under way; Vitest does not see it meanwhile. */
async function uncaughtDuring(run: () => void): Promise<unknown> {
  const listeners = process.rawListeners('uncaughtException') as NodeJS.UncaughtExceptionListener[];
  process.removeAllListeners('uncaughtException');
  try {
    const caught = once(process, 'uncaughtException');
    run();
    const [error] = (await caught) as [unknown];
    return error;
  } finally {
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
}

describe('the host', () => {
  it('hears of an account', () => {
    const { host, onSuccess } = listening();
    host.success(account('a'));
    expect(onSuccess.mock.calls).toEqual([[account('a')]]);
  });

  it('hears what failed, and nothing that a server or a provider said', () => {
    const { host, onError } = listening();
    const failure = new HubError({
      code: 'provider_error',
      requestId: 'req-1',
      details: 'Key abc is wrong',
      fields: new Map([['apiKey', 'Key abc is wrong']]),
      status: 422,
      cause: new Error('abc'),
    });
    host.error(failure, true);
    host.error(new HubError({ code: 'timeout' }), false);
    expect(onError.mock.calls).toEqual([
      [{ code: 'provider_error', recoverable: true, requestId: 'req-1' }],
      [{ code: 'timeout', recoverable: false }],
    ]);
  });

  it('hears of one failure once, however many screens it passes', () => {
    const { host, onError } = listening();
    const failure = new HubError({ code: 'timeout' });
    host.error(failure, true);
    host.error(failure, false);
    host.error(new HubError({ code: 'timeout' }), true);
    expect(onError).toHaveBeenCalledTimes(2);
  });

  it('hears what happens on the way', () => {
    const { host, onEvent } = listening();
    host.event({ type: 'screen', screen: 'picker' });
    host.event({ type: 'screen', screen: 'form', integrationId: 'integration-1' });
    expect(onEvent.mock.calls).toEqual([
      [{ type: 'screen', screen: 'picker' }],
      [{ type: 'screen', screen: 'form', integrationId: 'integration-1' }],
    ]);
  });

  it('hears the end, with every account', () => {
    const { host, onClose } = listening();
    host.success(account('a'));
    host.success(account('b'));
    host.close('done');
    expect(onClose.mock.calls).toEqual([[{ reason: 'done', accounts: [account('a'), account('b')] }]]);
  });

  it('hears the end once, and nothing after it but an account that a write under way has made', () => {
    const { host, onSuccess, onError, onClose, onEvent } = listening();
    host.close('cancelled');
    host.close('unmounted');
    host.success(account('a'));
    host.error(new HubError({ code: 'timeout' }), true);
    host.event({ type: 'screen', screen: 'closed' });
    expect(onClose.mock.calls).toEqual([[{ reason: 'cancelled', accounts: [] }]]);
    expect(onSuccess.mock.calls).toEqual([[account('a')]]);
    for (const callback of [onError, onEvent]) expect(callback).not.toHaveBeenCalled();
  });

  it('may listen to nothing', () => {
    const host = createHost(() => ({}));
    expect(() => {
      host.success(account('a'));
      host.error(new HubError({ code: 'timeout' }), true);
      host.event({ type: 'screen', screen: 'closed' });
      host.close('done');
    }).not.toThrow();
  });

  it('is told through the callbacks that it has now', () => {
    const first = vi.fn();
    const second = vi.fn();
    let options: HubOptions = { onSuccess: first };
    const host = createHost(() => options);
    host.success(account('a'));
    options = { onSuccess: second };
    host.success(account('b'));
    expect(first.mock.calls).toEqual([[account('a')]]);
    expect(second.mock.calls).toEqual([[account('b')]]);
  });
});

describe('a callback that throws', () => {
  const defect = new Error("the host's own");
  const throwing = () => {
    throw defect;
  };

  it.each<[string, (host: ReturnType<typeof createHost>) => void]>([
    ['onSuccess', (host) => host.success(account('a'))],
    ['onError', (host) => host.error(new HubError({ code: 'timeout' }), true)],
    ['onEvent', (host) => host.event({ type: 'screen', screen: 'picker' })],
    ['onClose', (host) => host.close('done')],
  ])('does not break the hub, and is the page’s to hear of: %s', async (name, tell) => {
    const host = createHost(() => ({ [name]: throwing }));
    expect(await uncaughtDuring(() => tell(host))).toBe(defect);
  });

  it('costs no later one', async () => {
    const onClose = vi.fn();
    const host = createHost(() => ({ onSuccess: throwing, onClose }));
    await uncaughtDuring(() => host.success(account('a')));
    host.close('done');
    expect(onClose.mock.calls).toEqual([[{ reason: 'done', accounts: [account('a')] }]]);
  });
});
