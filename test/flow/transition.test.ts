import { describe, expect, it } from 'vitest';
import { HubError } from '../../src/api/errors.js';
import type { Event, State, WindowPhase } from '../../src/flow/state.js';
import { FIRST_CHOICE, LOADING, transition } from '../../src/flow/transition.js';
import { account, CREATE, EDIT, EXPIRED, filling, REFUSED, REJECTED, SEARCHING } from './walk.js';

const after = (state: State, ...events: readonly Event[]): State => events.reduce(transition, state);

describe('connecting an account', () => {
  it('goes from the picker over the form to success, and to another one', () => {
    const picker = after(LOADING, { type: 'entered', at: FIRST_CHOICE });
    expect(picker).toBe(FIRST_CHOICE);
    const searching = after(picker, { type: 'searched', query: 'bamboo' });
    const form = after(searching, { type: 'connectorPicked', target: CREATE });
    expect(form).toEqual(filling({ back: SEARCHING }));
    const sending = after(form, { type: 'submitted', id: 'try-1' });
    expect(sending).toEqual({ name: 'submitting', id: 'try-1', from: form });
    const done = after(sending, { type: 'submissionSucceeded', id: 'try-1', account });
    expect(done).toEqual({ name: 'succeeded', account, from: form });
    expect(after(done, { type: 'anotherWanted' })).toEqual(FIRST_CHOICE);
  });

  it('keeps the category for another one, and forgets the search', () => {
    const back = { ...FIRST_CHOICE, category: 'hris', query: 'bamboo' };
    const done: State = { name: 'succeeded', account, from: filling({ back }) };
    expect(after(done, { type: 'anotherWanted' })).toEqual({ ...FIRST_CHOICE, category: 'hris' });
  });

  it('offers no other where the choice was made for the user', () => {
    const done: State = { name: 'succeeded', account, from: filling() };
    expect(after(done, { type: 'anotherWanted' })).toBe(done);
  });

  it('comes back from a refusal with the reason, which the next try forgets', () => {
    const form = after(
      filling(),
      { type: 'submitted', id: 'try-1' },
      { type: 'submissionFailed', id: 'try-1', failure: REFUSED },
    );
    expect(form).toEqual(filling({ failure: REFUSED }));
    expect(after(form, { type: 'submitted', id: 'try-2' })).toMatchObject({ from: filling() });
    expect(after(form, { type: 'authorizationStarted', id: 'try-2' })).toMatchObject({ from: filling() });
  });

  it('is not changed by the answer to an earlier try', () => {
    const second = after(filling(), { type: 'submitted', id: 'try-2' });
    expect(after(second, { type: 'submissionSucceeded', id: 'try-1', account })).toBe(second);
    expect(after(second, { type: 'submissionFailed', id: 'try-1', failure: REFUSED })).toBe(second);
    expect(after(second, { type: 'attemptSucceeded', id: 'try-2', account })).toBe(second);
  });

  it('goes on with the account that is there already, when the user wants that', () => {
    const form = filling({ back: SEARCHING, failure: REFUSED });
    const other = after(form, { type: 'connectorPicked', target: EDIT });
    expect(other).toEqual(filling({ target: EDIT, back: SEARCHING }));
  });
});

describe('picking', () => {
  it('looks through everything when the user searches', () => {
    const inCategory = after(FIRST_CHOICE, { type: 'categoryPicked', category: 'hris' });
    expect(inCategory).toEqual({ ...FIRST_CHOICE, category: 'hris' });
    expect(after(inCategory, { type: 'searched', query: 'bamboo' })).toEqual(SEARCHING);
  });

  it('looks through all of a category when the user picks one', () => {
    expect(after(SEARCHING, { type: 'categoryPicked', category: 'hris' })).toEqual({
      ...FIRST_CHOICE,
      category: 'hris',
    });
  });

  it('is as it was left, after Back', () => {
    const form = after(SEARCHING, { type: 'connectorPicked', target: CREATE });
    expect(after(form, { type: 'wentBack' })).toBe(SEARCHING);
  });
});

const moved = (to: WindowPhase): Event => ({ type: 'attemptMoved', id: 'try-1', to });
const CANCELLED: Event = { type: 'attemptCancelled', id: 'try-1' };

describe('signing in at the provider', () => {
  const started = after(filling(), { type: 'authorizationStarted', id: 'try-1' });

  it('waits for the window, then for the user', () => {
    expect(started).toEqual({
      name: 'authorizing',
      id: 'try-1',
      from: filling(),
      phase: 'opening',
      silence: null,
    });
    expect(after(started, moved('waiting'))).toMatchObject({ phase: 'waiting' });
  });

  it('goes on when a blocked window is opened after all', () => {
    expect(after(started, moved('blocked'))).toMatchObject({ phase: 'blocked' });
    expect(after(started, moved('blocked'), moved('waiting'))).toMatchObject({ phase: 'waiting' });
  });

  it('goes on when a window that seemed lost gets on after all', () => {
    const stalled = after(started, moved('waiting'), moved('stalled'));
    expect(stalled).toMatchObject({ phase: 'stalled' });
    expect(after(stalled, moved('finishing'))).toMatchObject({ phase: 'finishing' });
  });

  it('stays cancelled, whatever the window does', () => {
    const cancelled = after(started, moved('waiting'), CANCELLED);
    expect(cancelled).toMatchObject({ phase: 'cancelling' });
    expect(after(cancelled, moved('waiting'))).toBe(cancelled);
  });

  it('succeeds though it was cancelled, when the server says so', () => {
    const done = after(started, CANCELLED, { type: 'attemptSucceeded', id: 'try-1', account });
    expect(done).toEqual({ name: 'succeeded', account, from: filling() });
  });

  it('comes back without a reason when it was the user who cancelled', () => {
    const form = after(started, CANCELLED, { type: 'attemptFailed', id: 'try-1', failure: null });
    expect(form).toEqual(filling());
  });
});

describe('closing', () => {
  it.each<[string, State, State]>([
    ['while loading', LOADING, { name: 'closed', reason: 'cancelled' }],
    ['at success', { name: 'succeeded', account, from: filling() }, { name: 'closed', reason: 'done' }],
  ])('needs no question %s', (_, state, closed) => {
    expect(after(state, { type: 'closeAsked', unsaved: true })).toEqual(closed);
  });

  const NOWHERE: State = { name: 'unavailable', reason: 'empty', failure: null, resume: null };

  it.each<[string, State]>([
    ['at a form', filling()],
    ['at the picker', FIRST_CHOICE],
    ['where nothing can be done', NOWHERE],
  ])('asks %s only where something was typed', (_, state) => {
    expect(after(state, { type: 'closeAsked', unsaved: false })).toEqual({
      name: 'closed',
      reason: 'cancelled',
    });
    expect(after(state, { type: 'closeAsked', unsaved: true })).toEqual({
      name: 'confirmingClose',
      from: state,
    });
  });

  it('asks before it drops what was typed, and takes No for an answer', () => {
    const form = filling({ back: SEARCHING, failure: REFUSED });
    const asking = after(form, { type: 'closeAsked', unsaved: true });
    expect(asking).toEqual({ name: 'confirmingClose', from: form });
    expect(after(asking, { type: 'closeDeclined' })).toBe(form);
    expect(after(asking, { type: 'closeConfirmed' })).toEqual({ name: 'closed', reason: 'cancelled' });
  });
});

describe('a session', () => {
  it.each([
    [EXPIRED, 'expired'],
    [REJECTED, 'rejected'],
  ])('that ends by %s is %s', (failure, reason) => {
    expect(after(FIRST_CHOICE, { type: 'sessionEnded', failure })).toEqual({
      name: 'unavailable',
      reason,
      failure,
      resume: FIRST_CHOICE,
    });
  });

  it('that ended before there was a first screen starts over', () => {
    const ended = after(LOADING, { type: 'sessionEnded', failure: EXPIRED });
    expect(ended).toMatchObject({ reason: 'expired', resume: null });
    expect(after(ended, { type: 'sessionRenewed' })).toBe(LOADING);
    expect(after(ended, { type: 'retried' })).toBe(LOADING);
  });

  it('that ended while a submission was under way takes no account away', () => {
    const sending = after(filling(), { type: 'submitted', id: 'try-1' });
    const ended = after(sending, { type: 'sessionEnded', failure: EXPIRED });
    expect(after(ended, { type: 'submissionSucceeded', id: 'try-2', account })).toBe(ended);
    expect(after(ended, { type: 'submissionSucceeded', id: 'try-1', account })).toEqual({
      name: 'succeeded',
      account,
      from: filling(),
    });
  });

  it('that ended while a sign-in was under way does not hide how that goes on', () => {
    const started = after(filling(), { type: 'authorizationStarted', id: 'try-1' });
    const ended = after(started, { type: 'sessionEnded', failure: EXPIRED });
    const blocked = after(ended, moved('blocked'));
    expect(after(blocked, { type: 'sessionRenewed' })).toEqual({ ...started, phase: 'blocked' });
    const failed = after(blocked, { type: 'attemptFailed', id: 'try-1', failure: REFUSED });
    expect(failed).toMatchObject({ name: 'unavailable', reason: 'expired' });
    expect(after(failed, { type: 'sessionRenewed' })).toEqual(filling({ failure: REFUSED }));
  });

  it('that is new changes nothing where the old one was not over', () => {
    expect(after(SEARCHING, { type: 'sessionRenewed' })).toBe(SEARCHING);
  });

  it('that is new does not reach a service that was unreachable: trying again does', () => {
    const failure = new HubError({ code: 'server_error', retryable: true });
    const down: State = { name: 'unavailable', reason: 'unreachable', failure, resume: null };
    expect(after(down, { type: 'sessionRenewed' })).toBe(down);
    expect(after(down, { type: 'retried' })).toBe(LOADING);
  });
});
