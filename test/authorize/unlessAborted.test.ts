import { describe, expect, it, vi } from 'vitest';
import { unlessAborted } from '../../src/authorize/unlessAborted.js';

const never = new Promise<never>(() => undefined);

describe('a promise that is waited for unless a signal is aborted', () => {
  it('comes to what it comes to', async () => {
    const { signal } = new AbortController();
    await expect(unlessAborted(signal, Promise.resolve(7))).resolves.toBe(7);
    await expect(unlessAborted(signal, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('is not waited for any more once the signal is aborted, and fails with its reason', async () => {
    const controller = new AbortController();
    const waiting = unlessAborted(controller.signal, never);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
  });

  it('is not waited for at all where the signal was aborted before, though it is there', async () => {
    await expect(unlessAborted(AbortSignal.abort(new Error('gone')), Promise.resolve(7))).rejects.toThrow(
      'gone',
    );
  });

  it('may fail later: nobody hears of it', async () => {
    const controller = new AbortController();
    let fail!: (error: Error) => void;
    const late = new Promise<never>((_, reject) => {
      fail = reject;
    });
    const waiting = unlessAborted(controller.signal, late);
    controller.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    fail(new Error('late'));
    await new Promise(setImmediate);
  });

  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await unlessAborted(signal, Promise.resolve(7));
    expect(removed.mock.calls).toEqual(added.mock.calls);
    expect(added).toHaveBeenCalledOnce();
  });
});
