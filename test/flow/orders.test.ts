import { describe, expect, it } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import type { Event, State } from '../../src/flow/state.js';
import { LOADING, transition } from '../../src/flow/transition.js';
import { account, EXPIRED, filling, REFUSED } from './walk.js';

/**
 * A sign-in under way, and every order of all that can happen to it, and of every part of that. What the code around
 * the flow makes of it is played where sign-ins are tested in the hub.
 */

const ID = 'try-1';
const STARTED: State = { name: 'authorizing', id: ID, from: filling(), phase: 'waiting', silence: null };
const OVERDUE = new HubError({ code: 'attempt_expired' });

const event =
  (happened: Event) =>
  (state: State): State =>
    transition(state, happened);

/** Another page finds the sign-in where this one had it; without one it begins like any other. */
function reload(state: State): State {
  const at = state.name === 'unavailable' ? state.resume : state;
  return event({ type: 'entered', at: at?.name === 'authorizing' ? at : filling() })(LOADING);
}

const HAPPENINGS: { readonly [name: string]: (state: State) => State } = {
  // Nobody knows that it is closed: it does not get on.
  'window closed': event({ type: 'attemptMoved', id: ID, to: 'stalled' }),
  success: event({ type: 'attemptSucceeded', id: ID, account }),
  error: event({ type: 'attemptFailed', id: ID, failure: REFUSED }),
  cancel: event({ type: 'attemptCancelled', id: ID }),
  timeout: event({ type: 'attemptFailed', id: ID, failure: OVERDUE }),
  reload,
  'token expiry': event({ type: 'sessionEnded', failure: EXPIRED }),
};
const NAMES = Object.keys(HAPPENINGS);

interface Played {
  readonly order: readonly string[];
  /** The states passed through, the first one first. */
  readonly states: readonly State[];
}

function* orders({ order, states }: Played = { order: [], states: [STARTED] }): Generator<Played> {
  yield { order, states };
  for (const name of NAMES.filter((one) => !order.includes(one))) {
    const next = HAPPENINGS[name]?.(states.at(-1) ?? LOADING) ?? LOADING;
    yield* orders({ order: [...order, name], states: [...states, next] });
  }
}

const ALL = [...orders()];
const whichOf = (wrong: (played: Played) => boolean): readonly string[] =>
  ALL.filter(wrong).map(({ order }) => order.join(', '));

/** How often an account was told: by every step into success. */
const told = ({ states }: Played): number =>
  states.filter((state, index) => state.name === 'succeeded' && states[index - 1]?.name !== 'succeeded')
    .length;

describe('of seven happenings', () => {
  it('every order is walked, and of every part of them', () => {
    expect(ALL).toHaveLength(13_700);
    expect(new Set(ALL.map(({ order }) => order.join()))).toHaveProperty('size', 13_700);
  });

  it('none leaves the user without a way on: a new session and the server’s answer lead to a rest', () => {
    const stuck = whichOf(({ states }) => {
      const renewed = event({ type: 'sessionRenewed' })(states.at(-1) ?? LOADING);
      const answered = event({ type: 'attemptFailed', id: ID, failure: null })(renewed);
      return !['filling', 'succeeded'].includes(answered.name);
    });
    expect(stuck).toEqual([]);
  });

  it('none tells of an account twice, or of one that the server did not tell of', () => {
    expect(whichOf((played) => told(played) > 1)).toEqual([]);
    expect(whichOf((played) => told(played) > 0 && !played.order.includes('success'))).toEqual([]);
  });

  it('none loses an account that was told while the sign-in was under way, session or none', () => {
    const lost = whichOf(({ order, states }) => {
      const before = states[order.indexOf('success')];
      const running = before?.name === 'unavailable' ? before.resume : before;
      const after = states[order.indexOf('success') + 1];
      return order.includes('success') && running?.name === 'authorizing' && after?.name !== 'succeeded';
    });
    expect(lost).toEqual([]);
  });

  it('none that ends in a cancel alone is a failure', () => {
    const failed = whichOf(({ order, states }) => {
      const last = states.at(-1);
      const ends = order.filter((name) => ['error', 'timeout', 'success'].includes(name));
      return ends.length === 0 && last?.name === 'filling' && last.failure !== null;
    });
    expect(failed).toEqual([]);
  });
});
