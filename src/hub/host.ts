import type { HubError } from '../api/errors.js';
import type { ConnectedAccount, HubClosing, HubEvent } from '../contract/events.js';
import type { HubOptions } from '../contract/options.js';

/** The hub's line to the page around it. */
export interface Host {
  success(account: ConnectedAccount): void;
  error(failure: HubError, recoverable: boolean): void;
  event(event: HubEvent): void;
  close(reason: HubClosing['reason']): void;
  /** Ends without a word: what comes next goes on where this one is. */
  mute(): void;
}

/** A callback that throws is its author's affair: the page hears of it, the hub goes on. */
export function callSafely(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}

/** Tells the host each thing once, in its own words; nothing after the end. */
export function createHost(callbacks: () => HubOptions): Host {
  const accounts: ConnectedAccount[] = [];
  const told = new WeakSet<HubError>();
  let over = false;
  const tell = (call: (options: HubOptions) => void) => {
    if (!over) callSafely(() => call(callbacks()));
  };
  return {
    success(account) {
      accounts.push(account);
      // Even after the end: an account that a write under way has made is there, and nobody else would say so.
      callSafely(() => callbacks().onSuccess?.(account));
    },
    error(failure, recoverable) {
      if (told.has(failure)) return;
      told.add(failure);
      const { code, requestId } = failure;
      tell(({ onError }) => onError?.({ code, recoverable, ...(requestId && { requestId }) }));
    },
    event(event) {
      tell(({ onEvent }) => onEvent?.(event));
    },
    mute() {
      over = true;
    },
    close(reason) {
      if (over) return;
      // Before the call: a host that ends the hub in it must not hear of the same end twice.
      over = true;
      callSafely(() => callbacks().onClose?.({ reason, accounts: [...accounts] }));
    },
  };
}
