import type { HubOptions } from '../../contract/options.js';
import { createPageSide } from '../../frame/pageSide.js';
import type { Chosen, HostMessage } from '../../frame/protocol.js';
import type { Surroundings } from '../../hub/surroundings.js';
import type { HostedConfig } from '../config.js';

/** What the page around this one has to do with it so far. */
export type FrameState =
  /** It has not answered yet. */
  | { readonly name: 'waiting' }
  /** It has, and there is something wrong with it. */
  | { readonly name: 'refused'; readonly problem: string }
  | { readonly name: 'connected'; readonly chosen: Chosen };

type FunctionName = 'getToken' | 'onSuccess' | 'onError' | 'onClose' | 'onEvent';

/** The options that are functions, and stay with the host: here they are messages. */
export type HostFunctions = { readonly [name in FunctionName]: NonNullable<HubOptions[name]> };

/** The host, which is the page around this one. */
export interface FrameHost {
  readonly get: () => FrameState;
  readonly subscribe: (watcher: () => void) => () => void;
  /** What the hub tells and asks. */
  readonly functions: HostFunctions;
  readonly surroundings: Surroundings;
  /** The hub can be seen, under this title. */
  readonly shown: (title: string) => void;
  readonly resized: (height: number) => void;
  /** The user wants to close: the hub is asked. */
  readonly ask: () => void;
}

type Answer = (token: Promise<string>) => void;

export function createFrameHost(parent: Window, { allowedOrigins }: HostedConfig): FrameHost {
  const watchers = new Set<() => void>();
  let state: FrameState = { name: 'waiting' };
  let closing: (() => boolean) | undefined;
  let lastSeq = 0;
  const asked = new Map<number, Answer>();
  /** Who waits for a word of the host's return page, by the id of the sign-in. */
  const returning = new Map<string, (confirm: string) => void>();

  const become = (next: FrameState): void => {
    state = next;
    for (const watcher of watchers) watcher();
  };
  const { send } = createPageSide({
    parent,
    origins: allowedOrigins,
    onMessage: hear,
    onRefused: (origin) =>
      become({ name: 'refused', problem: `hub.json: "${origin}" is not among "allowedOrigins".` }),
    onVersion: (version) =>
      become({
        name: 'refused',
        problem: `The loader speaks version ${version} of the protocol, which this page does not know.`,
      }),
  });

  function hear({ t, p }: HostMessage): void {
    switch (t) {
      case 'options':
        return become({ name: 'connected', chosen: p });
      case 'token': {
        const { seq, token } = p;
        asked.get(seq)?.(typeof token === 'string' ? Promise.resolve(token) : Promise.reject(NO_TOKEN));
        asked.delete(seq);
        return;
      }
      case 'request-close':
        return ask();
      case 'returned':
        returning.get(p.id)?.(p.confirm);
        returning.delete(p.id);
    }
  }

  function ask(): void {
    if (!closing) return send({ t: 'close', p: { reason: 'cancelled', accounts: [] } });
    // Where the hub closes it says so itself.
    if (closing()) send({ t: 'stay', p: true });
  }

  return {
    get: () => state,
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    functions: {
      getToken: () =>
        new Promise((resolve) => {
          lastSeq += 1;
          asked.set(lastSeq, resolve);
          send({ t: 'need-token', p: lastSeq });
        }),
      onSuccess: (account) => send({ t: 'success', p: account }),
      onError: (failure) => send({ t: 'error', p: failure }),
      onClose: (end) => send({ t: 'close', p: end }),
      onEvent: (event) => send({ t: 'event', p: event }),
    },
    surroundings: {
      offerClosing(offered) {
        closing = offered;
      },
      hearReturnPage(attemptId, confirm) {
        returning.set(attemptId, confirm);
        send({ t: 'listen-return', p: attemptId });
        return () => returning.delete(attemptId);
      },
      // The host's page would have to open the hub again on the way back, and knows nothing of it.
      leaveFor: null,
    },
    shown: (title) => send({ t: 'shown', p: title }),
    resized: (height) => send({ t: 'resize', p: height }),
    ask,
  };
}

const NO_TOKEN = new Error('The host has no token.');
