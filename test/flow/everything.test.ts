import { describe, expect, it } from 'vitest';
import type { Event, State, StateName } from '../../src/flow/state.js';
import { LOADING, transition } from '../../src/flow/transition.js';
import { account, ALL_EVENTS, CANARY, EXPIRED, nameOf, REFUSED, REJECTED, type Step, walk } from './walk.js';

/**
 * The flow walked exhaustively: what holds in every state that can be reached, at everything that can happen there.
 */
const { states, steps } = walk();

const named = <Name extends StateName>(name: Name) =>
  states.filter((state): state is Extract<State, { name: Name }> => state.name === name);
const busy = [...named('submitting'), ...named('authorizing')];

const isBusy = ({ name }: State): boolean => name === 'submitting' || name === 'authorizing';
const isCancelled = (state: State): boolean => state.name === 'authorizing' && state.phase === 'cancelling';
const canGoBack = (state: State): boolean => state.name === 'filling' && state.back !== null;
const isStart = ({ type }: Event): boolean => type === 'submitted' || type === 'authorizationStarted';
/** What is under way; it goes on while there is no session. */
const underWay = (state: State): State => {
  const behind = state.name === 'confirmingClose' ? state.from : state;
  return behind.name === 'unavailable' && behind.resume ? behind.resume : behind;
};
/** An event of a submission or an attempt, which is not the one that is under way. */
const isStale = ({ from, event }: Step): boolean => {
  const running = underWay(from);
  return 'id' in event && !isStart(event) && !('id' in running && running.id === event.id);
};

const sessionEnded = (state: State): State => transition(state, { type: 'sessionEnded', failure: EXPIRED });

/** The steps for which it is so, to be read in a failing test. */
const stepsWhere = (so: (step: Step) => boolean): readonly string[] =>
  steps.filter(so).map(({ from, event, to }) => `${nameOf(from)} at ${event.type} → ${nameOf(to)}`);

it('reaches every state there is', () => {
  const names: { readonly [name in StateName]: true } = {
    loading: true,
    unavailable: true,
    picking: true,
    filling: true,
    submitting: true,
    authorizing: true,
    succeeded: true,
    confirmingClose: true,
    closed: true,
  };
  expect(new Set(states.map(({ name }) => name))).toEqual(new Set(Object.keys(names)));
  const phases = named('authorizing').map(({ phase }) => (typeof phase === 'object' ? 'asking' : phase));
  expect(new Set(phases).size).toBe(7);
  expect(states.length).toBeGreaterThan(100);
  expect(states.length).toBeLessThan(5_000);
});

it('changes no state in place, and leaves alone what a fact means nothing to: the same reference', () => {
  expect(stepsWhere(({ from, to }) => from !== to && nameOf(from) === nameOf(to))).toEqual([]);
});

it('can be closed from everywhere, whatever happened before', () => {
  const closing = new Set(named('closed').map(nameOf));
  for (let before = 0; before < closing.size; ) {
    before = closing.size;
    for (const { from, to } of steps) if (closing.has(nameOf(to))) closing.add(nameOf(from));
  }
  expect(states.filter((state) => !closing.has(nameOf(state)))).toEqual([]);
});

describe('what has an id', () => {
  it('counts only for the submission or the attempt of that id', () => {
    expect(steps.some(isStale)).toBe(true);
    expect(stepsWhere((step) => isStale(step) && step.from !== step.to)).toEqual([]);
  });

  it('starts only from a form', () => {
    const started = stepsWhere(
      ({ from, event, to }) => isStart(event) && from.name !== 'filling' && from !== to,
    );
    expect(started).toEqual([]);
  });
});

describe('a busy state', () => {
  it('can be left by success', () => {
    for (const state of busy) {
      const type = state.name === 'submitting' ? 'submissionSucceeded' : 'attemptSucceeded';
      expect(transition(state, { type, id: state.id, account })).toEqual({
        name: 'succeeded',
        account,
        from: state.from,
      });
    }
  });

  it('can be left by failure, back to the form it came from', () => {
    for (const state of busy) {
      const type = state.name === 'submitting' ? 'submissionFailed' : 'attemptFailed';
      const form = transition(state, { type, id: state.id, failure: REFUSED });
      expect(form).toEqual({ ...state.from, failure: REFUSED });
    }
  });

  it('can be left by the end of the session, which keeps what is under way', () => {
    for (const state of busy) {
      expect(sessionEnded(state)).toMatchObject({ name: 'unavailable', resume: state });
      expect(transition(sessionEnded(state), { type: 'sessionRenewed' })).toBe(state);
    }
  });

  it('cannot be left otherwise: what was sent is waited for', () => {
    const leaving = steps.filter(({ from, to }) => isBusy(from) && from.name !== to.name);
    const ends = [
      'submissionSucceeded',
      'submissionFailed',
      'attemptSucceeded',
      'attemptFailed',
      'sessionEnded',
    ];
    expect(new Set(leaving.map(({ event }) => event.type))).toEqual(new Set(ends));
  });

  it('succeeds while there is no session, and keeps a failure for the next one', () => {
    for (const state of busy) {
      const [success, failure] =
        state.name === 'submitting'
          ? (['submissionSucceeded', 'submissionFailed'] as const)
          : (['attemptSucceeded', 'attemptFailed'] as const);
      const away = sessionEnded(state);
      expect(transition(away, { type: success, id: state.id, account })).toMatchObject({ name: 'succeeded' });
      expect(transition(away, { type: failure, id: state.id, failure: REFUSED })).toEqual({
        ...away,
        resume: { ...state.from, failure: REFUSED },
      });
    }
  });

  it('carries no failure of an earlier try', () => {
    expect(busy.filter(({ from }) => from.failure !== null)).toEqual([]);
  });

  it('that was cancelled stays so until the server has said how it ended', () => {
    const revived = stepsWhere(({ from, to }) => isCancelled(from) && isBusy(to) && !isCancelled(to));
    expect(revived).toEqual([]);
  });
});

describe('Back', () => {
  it('is not there where the choice was made for the user', () => {
    const forced = stepsWhere(
      ({ from, event, to }) => event.type === 'wentBack' && !canGoBack(from) && from !== to,
    );
    expect(forced).toEqual([]);
  });

  it('leads to the choice as it was left', () => {
    for (const state of named('filling').filter(canGoBack)) {
      expect(transition(state, { type: 'wentBack' })).toBe(state.back);
    }
  });
});

describe('the end of the session', () => {
  it('keeps where to go on, and a new session goes on there', () => {
    for (const state of [...named('picking'), ...named('filling')]) {
      expect(sessionEnded(state)).toMatchObject({ name: 'unavailable', reason: 'expired', resume: state });
      expect(transition(sessionEnded(state), { type: 'sessionRenewed' })).toBe(state);
    }
    for (const state of named('confirmingClose')) {
      const { from } = state;
      const goesOn = from.name === 'unavailable' ? (from.resume ?? LOADING) : from;
      expect(transition(sessionEnded(state), { type: 'sessionRenewed' })).toBe(goesOn);
    }
  });

  it('is told once, whatever else ends it meanwhile', () => {
    for (const ended of states.map(sessionEnded)) {
      expect(transition(ended, { type: 'sessionEnded', failure: REJECTED })).toBe(ended);
    }
  });

  it('takes no success away', () => {
    for (const state of [...named('succeeded'), ...named('closed')]) expect(sessionEnded(state)).toBe(state);
  });
});

describe('closed', () => {
  it('is the end', () => {
    expect(stepsWhere(({ from, to }) => from.name === 'closed' && from !== to)).toEqual([]);
  });

  it('is reached without a question only where nothing unsaved is lost', () => {
    const lost = stepsWhere(
      ({ from, event, to }) =>
        from.name === 'filling' && event.type === 'closeAsked' && event.unsaved && to.name === 'closed',
    );
    expect(lost).toEqual([]);
  });
});

/** Everything that a state may know, a state's own words first, then a failure's: a new one is a decision. */
const KEYS =
  'name reason resume category query target mode connectorId accountId back id from phase account provider ' +
  'integrationId displayName failure code retryable status requestId retryAfter fields details outcomeUnknown signedInAs insteadOf ' +
  'silence why lasts';

const keysOf = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
    : [];

describe('a state', () => {
  it('holds ids and choices, and nothing else', () => {
    const allowed = new Set(KEYS.split(' '));
    const held = new Set(states.flatMap(keysOf));
    expect([...held].filter((key) => !allowed.has(key))).toEqual([]);
  });

  it('holds nothing secret, not even where an event brings it along', () => {
    expect(ALL_EVENTS.every((event) => JSON.stringify(event).includes(CANARY))).toBe(true);
    expect(states.filter((state) => nameOf(state).includes(CANARY))).toEqual([]);
  });
});
