import type { Event, State } from '../flow/state.js';
import { LOADING, transition } from '../flow/transition.js';

/** The flow's current state and those who watch it. Steps are synchronous and happen outside of rendering. */
export interface FlowStore {
  readonly get: () => State;
  readonly dispatch: (event: Event) => void;
  readonly subscribe: (watcher: () => void) => () => void;
  /** Whether the user has got anywhere yet: only then may a screen take the focus. */
  readonly hasMoved: () => boolean;
}

export function createFlowStore(stepped: (before: State, now: State) => void): FlowStore {
  const watchers = new Set<() => void>();
  let state = LOADING;
  let moved = false;
  return {
    get: () => state,
    hasMoved: () => moved,
    dispatch(event) {
      const before = state;
      state = transition(before, event);
      if (state === before) return;
      moved ||= before.name !== 'loading';
      stepped(before, state);
      for (const watcher of watchers) watcher();
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
