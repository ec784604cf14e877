import { HubError } from '../../src/api/errors.js';
import type {
  Event,
  Filling,
  Picking,
  State,
  Target,
  UnavailableReason,
  WindowPhase,
} from '../../src/flow/state.js';
import { FIRST_CHOICE, LOADING, transition } from '../../src/flow/transition.js';

export const CREATE: Target = { mode: 'create', connectorId: 'connector-1' };
export const EDIT: Target = { mode: 'edit', accountId: 'account-1' };

export const filling = (parts: Partial<Filling> = {}): Filling => ({
  name: 'filling',
  target: CREATE,
  back: null,
  failure: null,
  ...parts,
});

export const account = {
  id: 'account-1',
  provider: 'bamboohr',
  integrationId: 'connector-1',
  mode: 'created',
} as const;

export const EXPIRED = new HubError({ code: 'session_expired' });
export const REJECTED = new HubError({ code: 'session_invalid' });
export const UNHEARD = new HubError({ code: 'network_unreachable' });
export const REFUSED = new HubError({ code: 'validation_failed' });

const REASONS: readonly UnavailableReason[] = [
  'expired',
  'rejected',
  'forbidden',
  'empty',
  'connectorGone',
  'accountGone',
  'unreachable',
];

const WINDOW_PHASES: readonly WindowPhase[] = ['waiting', 'blocked', 'stalled', 'finishing'];

const IDS = ['try-1', 'try-2'] as const;

/** Every kind of event, with whatever it can carry that makes a difference. */
const EVENTS: { readonly [Type in Event['type']]: readonly Omit<Extract<Event, { type: Type }>, 'type'>[] } =
  {
    entered: [
      { at: FIRST_CHOICE },
      { at: filling() },
      { at: filling({ target: EDIT }) },
      ...REASONS.map((reason) => ({
        at: { name: 'unavailable', reason, failure: null, resume: null } as const,
      })),
    ],
    searched: [{ query: '' }, { query: 'bamboo' }],
    categoryPicked: [{ category: null }, { category: 'hris' }],
    connectorPicked: [{ target: CREATE }, { target: EDIT }],
    wentBack: [{}],
    submitted: IDS.map((id) => ({ id })),
    submissionSucceeded: IDS.flatMap((id) => [
      { id, account },
      { id, account, displayName: 'Ada' },
    ]),
    submissionFailed: IDS.map((id) => ({ id, failure: REFUSED })),
    authorizationStarted: IDS.map((id) => ({ id })),
    attemptMoved: IDS.flatMap((id) => WINDOW_PHASES.map((to) => ({ id, to }))),
    attemptReopened: IDS.map((id) => ({ id })),
    otherAccountFound: IDS.map((id) => ({
      id,
      question: { signedInAs: 'b@x.example', insteadOf: 'a@x.example' },
    })),
    serverFellSilent: IDS.flatMap((id) =>
      [null, { why: UNHEARD, lasts: false }, { why: UNHEARD, lasts: true }].map((silence) => ({
        id,
        silence,
      })),
    ),
    replacementAgreed: IDS.map((id) => ({ id })),
    attemptCancelled: IDS.map((id) => ({ id })),
    attemptSucceeded: IDS.map((id) => ({ id, account })),
    attemptFailed: IDS.flatMap((id) => [
      { id, failure: REFUSED },
      { id, failure: null },
    ]),
    anotherWanted: [{}],
    closeAsked: [{ unsaved: true }, { unsaved: false }],
    closeDeclined: [{}],
    closeConfirmed: [{}],
    sessionEnded: [{ failure: EXPIRED }, { failure: REJECTED }],
    sessionRenewed: [{}],
    retried: [{}],
  };

/** What a careless caller could hand over along with any event. */
export const CANARY = 'sk_live_canary';
const careless = { token: CANARY, credentials: { apiKey: CANARY }, values: [CANARY], secrets: CANARY };

export const ALL_EVENTS: readonly Event[] = Object.entries(EVENTS).flatMap(([type, payloads]) =>
  payloads.map((payload) => ({ ...careless, ...payload, type }) as unknown as Event),
);

export interface Step {
  readonly from: State;
  readonly event: Event;
  readonly to: State;
}

/** Freezes all of a state, so that a step that changes it in place throws. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

/** Two states are one when everything in them is equal. */
export const nameOf = (state: State): string => JSON.stringify(state);

/** Breadth-first over everything that can happen: each state once, and each step from it. */
export function walk(): { readonly states: readonly State[]; readonly steps: readonly Step[] } {
  const known = new Map([[nameOf(LOADING), frozen(LOADING)]]);
  const steps: Step[] = [];
  // A map hands out what is added to it while it is walked.
  for (const from of known.values()) {
    for (const event of ALL_EVENTS) {
      const to = frozen(transition(from, event));
      steps.push({ from, event, to });
      if (!known.has(nameOf(to))) known.set(nameOf(to), to);
    }
  }
  return { states: [...known.values()], steps };
}

export const SEARCHING: Picking = { name: 'picking', category: null, query: 'bamboo' };
