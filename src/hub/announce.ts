import { HubError } from '../api/errors.js';
import type { ScreenName } from '../contract/events.js';
import type { Authorizing, State, StateName, Unavailable } from '../flow/state.js';
import type { Host } from './host.js';

const SCREENS: { readonly [name in StateName]: ScreenName } = {
  loading: 'loading',
  unavailable: 'unavailable',
  picking: 'picker',
  filling: 'form',
  submitting: 'submitting',
  authorizing: 'authorizing',
  confirmingClose: 'confirm_close',
  succeeded: 'success',
  closed: 'closed',
};

/** What the host hears of a step of the flow. The one place where steps become the host's events. */
export function announce(host: Host, before: State, now: State): void {
  if (before.name !== now.name) {
    const integrationId = connectorOf(now);
    host.event({ type: 'screen', screen: SCREENS[now.name], ...(integrationId && { integrationId }) });
  }
  if (isBlocked(now) && !isBlocked(before)) host.error(new HubError({ code: 'popup_blocked' }), true);
  const silence = signInOf(now)?.silence;
  if (silence?.lasts) host.error(silence.why, true);
  switch (now.name) {
    case 'unavailable':
      if (now.failure) host.error(now.failure, recoverable(now));
      break;
    case 'filling':
      if (now.failure && now.failure !== failureOf(before)) host.error(now.failure, true);
      break;
    case 'succeeded':
      host.success(now.account);
      break;
    case 'closed':
      host.close(now.reason);
      break;
    default:
  }
}

const recoverable = ({ reason, failure }: Unavailable): boolean =>
  reason === 'expired' || reason === 'unreachable' || (failure?.retryable ?? false);

const isBlocked = (state: State): boolean => signInOf(state)?.phase === 'blocked';

/** The sign-in under way: it stays so while there is no session, and comes back with the next. */
function signInOf(state: State): Authorizing | undefined {
  if (state.name === 'confirmingClose') return signInOf(state.from);
  const at = 'resume' in state ? state.resume : state;
  return at?.name === 'authorizing' ? at : undefined;
}

const failureOf = (state: State) => (state.name === 'filling' ? state.failure : null);

function connectorOf(state: State): string | undefined {
  const form = 'from' in state ? state.from : state;
  return form.name === 'filling' && form.target.mode === 'create' ? form.target.connectorId : undefined;
}
