import type { BrowserContext } from 'playwright-core';
import type { Tab } from '../e2e/tab.js';

/** All that code can leave behind on a page that it was on. */
export interface Traces {
  /** Without the hints by which a host's bundler fetches a chunk sooner: they are the host's own. */
  readonly markup: string;
  readonly sheets: number;
  readonly globals: readonly string[];
  /** What is no longer as the browser has it, by its name. */
  readonly builtIns: readonly string[];
  /** Who listens to the window, the document, what is in it, or to what the user's device prefers. */
  readonly listeners: readonly string[];
  /** For how long those that still run were set. */
  readonly timers: readonly string[];
  /** Those that other pages can still be heard on. */
  readonly channels: readonly string[];
  /** What the page's origin keeps for scripts, by its names, without what makes each of them unique. */
  readonly stored: readonly string[];
  readonly scroll: { readonly top: number; readonly overflow: string };
  /** What has the focus. */
  readonly focus: string;
  readonly history: { readonly length: number; readonly state: unknown };
}

declare global {
  /** Reads the {@link Traces} of a page that is watched. */
  var traces: () => Traces;
}

/** Watches every page of a context, from before its own scripts. */
export async function watchTraces(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

export const tracesOn = (page: Pick<Tab, 'evaluate'>): Promise<Traces> => page.evaluate(() => traces());

/** Runs in the page. */
export function watch(): void {
  type Method = (this: unknown, ...given: unknown[]) => unknown;
  type Methods<Name extends string> = { readonly [name in Name]: Method };

  /** One listener of one target, and whether it is the page's: what has no address is the test's, or the browser's. */
  class Listening {
    readonly isPages = /\bhttps?:/.test(new Error().stack ?? '');
    readonly target: EventTarget;
    readonly type: unknown;
    readonly listener: unknown;
    readonly options: AddEventListenerOptions;

    constructor(target: unknown, [type, listener, how]: readonly unknown[]) {
      this.target = (target ?? window) as EventTarget;
      this.type = type;
      this.listener = listener;
      this.options = typeof how === 'object' ? { ...how } : { capture: how === true };
    }

    is({ target, type, listener, options }: Listening): boolean {
      return (
        target === this.target &&
        type === this.type &&
        listener === this.listener &&
        (options.capture ?? false) === (this.options.capture ?? false)
      );
    }
  }
  const listening = new Set<Listening>();
  const known = (wanted: Listening) => [...listening].find((one) => one.is(wanted));
  const targets = EventTarget.prototype as unknown as Methods<'addEventListener' | 'removeEventListener'>;
  const { addEventListener: add, removeEventListener: remove } = targets;
  Object.assign(targets, {
    addEventListener(this: unknown, ...given: unknown[]) {
      Reflect.apply(add, this, given);
      const one = new Listening(this, given);
      const { once, signal, capture } = one.options;
      if (!one.isPages || signal?.aborted || known(one)) return;
      listening.add(one);
      const forget = () => listening.delete(one);
      if (once) Reflect.apply(add, one.target, [one.type, forget, { capture, once }]);
      if (signal) Reflect.apply(add, signal, ['abort', forget]);
    },
    removeEventListener(this: unknown, ...given: unknown[]) {
      Reflect.apply(remove, this, given);
      const one = known(new Listening(this, given));
      if (one) listening.delete(one);
    },
  });

  const timers = new Map<unknown, string>();
  const {
    setTimeout: start,
    setInterval: repeat,
    clearTimeout: stop,
  } = window as unknown as Methods<'setTimeout' | 'setInterval' | 'clearTimeout'>;
  // Browsers take either for the other.
  const clear = (timer: unknown) => {
    timers.delete(timer);
    stop(timer);
  };
  Object.assign(window, {
    setTimeout(run: Method, wait: number = 0, ...given: unknown[]) {
      const runOnce = () => {
        timers.delete(timer);
        run(...given);
      };
      const timer = start(runOnce, wait);
      timers.set(timer, `${wait} ms`);
      return timer;
    },
    setInterval(run: Method, wait: number = 0, ...given: unknown[]) {
      const timer = repeat(run, wait, ...given);
      timers.set(timer, `every ${wait} ms`);
      return timer;
    },
    clearTimeout: clear,
    clearInterval: clear,
  });

  const channels = new Set<BroadcastChannel>();
  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(name);
      channels.add(this);
    }
  };
  const closed = new Set<unknown>();
  for (const { prototype } of [BroadcastChannel, MessagePort]) {
    const { close } = prototype as unknown as Methods<'close'>;
    Object.assign(prototype, {
      close(this: unknown) {
        closed.add(this);
        Reflect.apply(close, this, []);
      },
    });
  }
  const isThere = (target: EventTarget): boolean =>
    target instanceof Node ? target.isConnected : !(target instanceof AbortSignal || closed.has(target));

  /** What the browser brings along, and what each of it has; as it is when somebody looks for the first time. */
  const own = Reflect.ownKeys(window).flatMap((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(window, name)?.value;
    const objects = typeof value === 'function' ? [value, value.prototype as unknown] : [value];
    return objects.flatMap((one, index) =>
      Object(one) === one && one !== window
        ? [[String(name) + (index ? '.prototype' : ''), one as object]]
        : [],
    );
  }) as [name: string, object: object][];
  const parts = ([name, object]: (typeof own)[number]) =>
    Reflect.ownKeys(object).map((key) => {
      const has = Object.getOwnPropertyDescriptor(object, key) ?? {};
      const held = ['value', 'get', 'set'].map((part) => {
        const one: unknown = Reflect.get(has, part);
        return typeof one === 'function' ? one : undefined;
      });
      return [`${name}.${String(key)}`, held] as const;
    });
  let first: ReadonlyMap<string, readonly unknown[]> | undefined;
  const changed = (): string[] => {
    const now = new Map<string, readonly unknown[]>(own.flatMap(parts));
    const before = (first ??= now);
    return [...new Set([...before.keys(), ...now.keys()])].filter((name) => {
      const [was, is] = [before.get(name), now.get(name)];
      return !was || !is || was.some((one, index) => one !== is[index]);
    });
  };

  globalThis.traces = () => {
    const page = document.documentElement.cloneNode(true) as HTMLElement;
    for (const hint of page.querySelectorAll('link[rel=modulepreload]')) hint.remove();
    return {
      markup: page.outerHTML,
      sheets: document.adoptedStyleSheets.length,
      globals: Reflect.ownKeys(window).map(String).toSorted(),
      builtIns: changed(),
      listeners: [...listening]
        .filter(({ target }) => isThere(target))
        .map(({ target, type }) => `${String(type)} on ${target.constructor.name}`)
        .toSorted(),
      timers: [...timers.values()],
      channels: [...channels].filter(isThere).map(({ name }) => name),
      stored: [...document.cookie.split(/; */), ...Object.keys(localStorage), ...Object.keys(sessionStorage)]
        .filter((name) => name !== '')
        .map((name) => name.replace(/\.[\da-f-]{36}$/, ''))
        .toSorted(),
      scroll: { top: scrollY, overflow: getComputedStyle(document.documentElement).overflowY },
      focus: document.activeElement?.tagName ?? '',
      history: { length: history.length, state: history.state },
    };
  };
}
