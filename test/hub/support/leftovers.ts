import { onTestFinished, vi } from 'vitest';

/** Hears of every timer and every listener on the page from now on; gives those that are still there. */
export function watchLeftovers(): () => readonly string[] {
  const timers = watchTimers();
  const listeners = [watchListeners('window', window), watchListeners('document', document)];
  return () => [...timers(), ...listeners.flatMap((open) => open())];
}

function watchTimers(): () => readonly string[] {
  const open = new Map<unknown, string>();
  const { setTimeout: start, clearTimeout: stop } = globalThis;
  const starting = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((
    run: (...args: unknown[]) => void,
    wait?: number,
    ...args: unknown[]
  ) => {
    const timer = start(() => {
      open.delete(timer);
      run(...args);
    }, wait);
    open.set(timer, `a timer of ${wait} ms`);
    return timer;
  }) as typeof setTimeout);
  const stopping = vi.spyOn(globalThis, 'clearTimeout').mockImplementation((timer) => {
    open.delete(timer);
    stop(timer);
  });
  onTestFinished(() => {
    starting.mockRestore();
    stopping.mockRestore();
  });
  return () => [...open.values()];
}

type Listen = EventTarget['addEventListener'];

function watchListeners(name: string, target: EventTarget): () => readonly string[] {
  const open: (readonly [type: string, listener: unknown])[] = [];
  const add: Listen = target.addEventListener.bind(target);
  const remove: Listen = target.removeEventListener.bind(target);
  const adding = vi.spyOn(target, 'addEventListener').mockImplementation((type, listener, how) => {
    open.push([type, listener]);
    add(type, listener, how);
  });
  const removing = vi.spyOn(target, 'removeEventListener').mockImplementation((type, listener, how) => {
    const index = open.findIndex((one) => one[0] === type && one[1] === listener);
    if (index >= 0) open.splice(index, 1);
    remove(type, listener, how);
  });
  onTestFinished(() => {
    adding.mockRestore();
    removing.mockRestore();
  });
  return () => open.map(([type]) => `a listener for ${type} on ${name}`);
}
