/**
 * The flow's states: a state that cannot happen cannot be written. They hold ids and choices; what the server said
 * stays in the query cache, what the user typed stays in the form.
 */
import type { HubError } from '../api/errors.js';
import type { ConnectedAccount } from '../contract/events.js';

/** The choice the user made on the way in; coming back to it finds it as it was left. */
export interface Picking {
  readonly name: 'picking';
  /** The category looked at, `null` for all. */
  readonly category: string | null;
  readonly query: string;
}

/** What the form is for. Create and edit differ in nothing else. */
export type Target =
  | { readonly mode: 'create'; readonly connectorId: string }
  | { readonly mode: 'edit'; readonly accountId: string };

export interface Filling {
  readonly name: 'filling';
  readonly target: Target;
  /** `null` where the choice was made for the user: then there is no way back. */
  readonly back: Picking | null;
  /** Why the last try did not work. */
  readonly failure: HubError | null;
}

export interface Submitting {
  readonly name: 'submitting';
  readonly id: string;
  readonly from: Filling;
}

export interface Authorizing {
  readonly name: 'authorizing';
  readonly id: string;
  readonly from: Filling;
  readonly phase: SignInPhase;
  /** Why nothing is heard of it at the moment; it goes on all the same. */
  readonly silence: Silence | null;
}

/**
 * `opening` until the window's way to the provider is known; with a question it waits for the user's word.
 */
export type SignInPhase = 'opening' | WindowPhase | 'cancelling' | AccountQuestion;

/** `blocked` where the browser keeps the window shut, `stalled` where it has not got on for long. */
export type WindowPhase = 'waiting' | 'blocked' | 'stalled' | 'finishing';

/** Somebody else signed in than the one whose account it is. */
export interface AccountQuestion {
  readonly signedInAs: string;
  readonly insteadOf: string;
}

/** Nothing helpful is heard of the server; `lasts` once that is no chance any more, and worth telling the host. */
export interface Silence {
  readonly why: HubError;
  readonly lasts: boolean;
}

export interface Succeeded {
  readonly name: 'succeeded';
  readonly account: ConnectedAccount;
  /** Who the provider says it is (extension `account_names`). */
  readonly displayName?: string | undefined;
  readonly from: Filling;
}

export type UnavailableReason =
  | 'expired'
  | 'rejected'
  | 'forbidden'
  | 'empty'
  | 'connectorGone'
  | 'accountGone'
  | 'tooMuch'
  | 'unreachable';

export interface Unavailable {
  readonly name: 'unavailable';
  readonly reason: UnavailableReason;
  readonly failure: HubError | null;
  /** Where a new session goes on. */
  readonly resume: Resumable | null;
}

/** Closing was asked for while there was something typed. */
export interface ConfirmingClose {
  readonly name: 'confirmingClose';
  readonly from: Filling | Picking | Unavailable;
}

export interface Closed {
  readonly name: 'closed';
  readonly reason: 'done' | 'cancelled';
}

/** Where a new session can go on. What is under way outlives a session. */
export type Resumable = Picking | Filling | Submitting | Authorizing;

export type State =
  | { readonly name: 'loading' }
  | Unavailable
  | Picking
  | Filling
  | Submitting
  | Authorizing
  | Succeeded
  | ConfirmingClose
  | Closed;

export type StateName = State['name'];

/** Facts, in the past tense. Those of a submission or an attempt carry its id, so that a stale one is told apart. */
export type Event =
  | { readonly type: 'entered'; readonly at: Resumable | Unavailable }
  | { readonly type: 'searched'; readonly query: string }
  | { readonly type: 'categoryPicked'; readonly category: string | null }
  | { readonly type: 'connectorPicked'; readonly target: Target }
  | { readonly type: 'wentBack' }
  | { readonly type: 'submitted'; readonly id: string }
  | {
      readonly type: 'submissionSucceeded';
      readonly id: string;
      readonly account: ConnectedAccount;
      readonly displayName?: string | undefined;
    }
  | { readonly type: 'submissionFailed'; readonly id: string; readonly failure: HubError }
  | { readonly type: 'authorizationStarted'; readonly id: string }
  | { readonly type: 'attemptMoved'; readonly id: string; readonly to: WindowPhase }
  | { readonly type: 'attemptReopened'; readonly id: string }
  | { readonly type: 'otherAccountFound'; readonly id: string; readonly question: AccountQuestion }
  | { readonly type: 'serverFellSilent'; readonly id: string; readonly silence: Silence | null }
  | { readonly type: 'replacementAgreed'; readonly id: string }
  | { readonly type: 'attemptCancelled'; readonly id: string }
  | { readonly type: 'attemptSucceeded'; readonly id: string; readonly account: ConnectedAccount }
  | { readonly type: 'attemptFailed'; readonly id: string; readonly failure: HubError | null }
  | { readonly type: 'anotherWanted' }
  | { readonly type: 'closeAsked'; readonly unsaved: boolean }
  | { readonly type: 'closeDeclined' }
  | { readonly type: 'closeConfirmed' }
  | { readonly type: 'sessionEnded'; readonly failure: HubError }
  | { readonly type: 'sessionRenewed' }
  | { readonly type: 'retried' };
