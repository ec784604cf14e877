import type {
  Authorizing,
  Closed,
  ConfirmingClose,
  Event,
  Filling,
  Picking,
  Resumable,
  State,
  Submitting,
  Succeeded,
  Unavailable,
} from './state.js';

export const LOADING: State = { name: 'loading' };

/** The picker as it opens: everything, nothing searched. */
export const FIRST_CHOICE: Picking = { name: 'picking', category: null, query: '' };

/**
 * The flow: what follows from a state and a fact. A fact that means nothing in a state, or belongs to a submission
 * or an attempt that is over, leaves it untouched (the same reference).
 */
export function transition(state: State, event: Event): State {
  if (event.type === 'sessionEnded') return sessionEnded(state, event);
  switch (state.name) {
    case 'loading':
      if (event.type === 'entered') return event.at;
      return event.type === 'closeAsked' ? closed('cancelled') : state;
    case 'unavailable':
      return unavailable(state, event);
    case 'picking':
      return picking(state, event);
    case 'filling':
      return filling(state, event);
    case 'submitting':
      return submitting(state, event);
    case 'authorizing':
      return authorizing(state, event);
    case 'succeeded':
      return succeeded(state, event);
    case 'confirmingClose':
      return confirmingClose(state, event);
    case 'closed':
      return state;
  }
}

function unavailable(state: Unavailable, event: Event): State {
  switch (event.type) {
    case 'sessionRenewed':
      return state.reason === 'expired' || state.reason === 'rejected' ? (state.resume ?? LOADING) : state;
    case 'retried':
      return state.resume ?? LOADING;
    default:
      return 'id' in event ? meanwhile(state, event) : asksToClose(state, event);
  }
}

/** What was under way goes on without a session: its success counts, and anything else waits for the next one. */
function meanwhile(state: Unavailable, event: Event): State {
  const { resume } = state;
  if (resume?.name !== 'submitting' && resume?.name !== 'authorizing') return state;
  const next = resume.name === 'submitting' ? submitting(resume, event) : authorizing(resume, event);
  if (next === resume) return state;
  return next.name === 'succeeded' ? next : { ...state, resume: next };
}

function picking(state: Picking, event: Event): State {
  switch (event.type) {
    case 'searched':
      // A search looks through everything, a category through all that is in it.
      return event.query === state.query ? state : { ...state, query: event.query, category: null };
    case 'categoryPicked':
      return changed(state, { category: event.category, query: '' });
    case 'connectorPicked':
      return { name: 'filling', target: event.target, back: state, failure: null };
    default:
      return asksToClose(state, event);
  }
}

function filling(state: Filling, event: Event): State {
  switch (event.type) {
    case 'wentBack':
      return state.back ?? state;
    case 'connectorPicked':
      return changed(state, { target: event.target, failure: null });
    case 'submitted':
      return { name: 'submitting', id: event.id, from: settled(state) };
    case 'authorizationStarted':
      return { name: 'authorizing', id: event.id, from: settled(state), phase: 'opening', silence: null };
    default:
      return asksToClose(state, event);
  }
}

function confirmingClose(state: ConfirmingClose, event: Event): State {
  if (event.type === 'closeDeclined') return state.from;
  if (event.type === 'closeConfirmed') return closed('cancelled');
  if (event.type === 'closeAsked' || state.from.name !== 'unavailable') return state;
  // What goes on without a session goes on behind the question too.
  const next = unavailable(state.from, event);
  if (next === state.from) return state;
  return next.name === 'unavailable' ? { ...state, from: next } : next;
}

function submitting(state: Submitting, event: Event): Submitting | Succeeded | Filling {
  if (!('id' in event) || event.id !== state.id) return state;
  switch (event.type) {
    case 'submissionSucceeded':
      return {
        name: 'succeeded',
        account: event.account,
        displayName: event.displayName,
        from: state.from,
      };
    case 'submissionFailed':
      return back(state.from, event.failure);
    default:
      return state;
  }
}

function authorizing(state: Authorizing, event: Event): Authorizing | Succeeded | Filling {
  if (!('id' in event) || event.id !== state.id) return state;
  switch (event.type) {
    case 'attemptMoved':
      return inPhase(state, event.to);
    case 'attemptReopened':
      return inPhase(state, 'opening', null);
    case 'otherAccountFound':
      return inPhase(state, event.question);
    case 'serverFellSilent':
      return inPhase(state, state.phase, event.silence);
    case 'replacementAgreed':
      return inPhase(state, 'finishing');
    case 'attemptCancelled':
      return inPhase(state, 'cancelling');
    case 'attemptSucceeded':
      return { name: 'succeeded', account: event.account, from: state.from };
    case 'attemptFailed':
      return back(state.from, event.failure);
    default:
      return state;
  }
}

/** The form again, with what went wrong; that the session ended has a screen of its own. */
const back = (from: Filling, failure: Filling['failure']): Filling => ({
  ...from,
  failure: failure?.endsSession ? null : failure,
});

/** Once the user cancelled, only the server's answer ends the attempt. */
const inPhase = (
  state: Authorizing,
  phase: Authorizing['phase'],
  silence: Authorizing['silence'] = state.silence,
): Authorizing =>
  (state.phase === phase && state.silence === silence) || state.phase === 'cancelling'
    ? state
    : { ...state, phase, silence };

function succeeded(state: Succeeded, event: Event): State {
  switch (event.type) {
    case 'anotherWanted':
      return state.from.back ? { ...state.from.back, query: '' } : state;
    case 'closeAsked':
      return closed('done');
    default:
      return state;
  }
}

/** The session ended where it stood: a new one of the same owner goes on there, with everything typed. */
function sessionEnded(state: State, { failure }: { failure: Unavailable['failure'] }): State {
  if (state.name === 'closed' || state.name === 'succeeded') return state;
  if (state.name === 'unavailable' && (state.reason === 'expired' || state.reason === 'rejected'))
    return state;
  const reason = failure?.code === 'session_invalid' ? 'rejected' : 'expired';
  return { name: 'unavailable', reason, failure, resume: resumable(state) };
}

function resumable(state: State): Resumable | null {
  switch (state.name) {
    case 'picking':
    case 'filling':
    case 'submitting':
    case 'authorizing':
      return state;
    case 'confirmingClose':
      return resumable(state.from);
    case 'unavailable':
      return state.resume;
    case 'loading':
    case 'succeeded':
    case 'closed':
      return null;
  }
}

const settled = (state: Filling): Filling => changed(state, { failure: null });

/** The state with these changes; the same reference where they change nothing. */
function changed<S extends Picking | Filling>(state: S, changes: Partial<S>): S {
  const next = { ...state, ...changes };
  const keys = Object.keys(changes) as (keyof S)[];
  return keys.every((key) => next[key] === state[key]) ? state : next;
}

const closed = (reason: Closed['reason']): Closed => ({ name: 'closed', reason });

/** Closing asks first where something typed would be lost. */
function asksToClose(state: Filling | Picking | Unavailable, event: Event): State {
  if (event.type !== 'closeAsked') return state;
  return event.unsaved ? { name: 'confirmingClose', from: state } : closed('cancelled');
}
