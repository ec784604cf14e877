import { asHubError, HubError } from '../api/errors.js';
import { awaitAttempt } from '../authorize/attempt.js';
import { signInUrl } from '../authorize/signInUrl.js';
import { openSignInWindow } from '../authorize/signInWindow.js';
import type { Text } from '../text/text.js';
import { newId } from './ids.js';
import type { Room } from './room.js';
import { announces, concealed, isConnected, judged, settled, type Submission } from './submit.js';

/** What the user can do while an attempt is under way. */
export interface AttemptControl {
  /** Where the window goes: a link of the page's own opens it where the browser kept it shut. */
  readonly url: () => string | undefined;
  readonly show: () => void;
  readonly reopen: () => void;
  readonly cancel: () => void;
}

/** Signs in at the provider. To be called in the click itself: the window is opened before anything is awaited. */
export function authorize(room: Room, submission: Submission, name: string, text: Text): void {
  const { flow, host } = room;
  if (flow.get().name !== 'filling') return;
  let opened = openSignInWindow(text('authorize.connecting', { name }), text.locale);
  const id = newId();
  const cancelling = new AbortController();
  let url: string | undefined;

  room.attempt.current = {
    url: () => url,
    show: () => opened?.focus(),
    reopen() {
      opened?.close();
      opened = openSignInWindow(text('authorize.connecting', { name }), text.locale);
      if (opened && url) opened.location.replace(url);
      flow.dispatch(opened ? { type: 'attemptOpened', id } : { type: 'attemptBlocked', id });
    },
    cancel() {
      flow.dispatch({ type: 'attemptCancelled', id });
      cancelling.abort();
    },
  };
  flow.dispatch({ type: 'authorizationStarted', id });
  const { target, integrationId } = submission;
  host.event({ type: 'authorize', integrationId, mode: target.mode });

  const run = async () => {
    const attemptId = await begin(room);
    url = await addressOf(room, submission, attemptId);
    if (opened && !opened.closed) opened.location.replace(url);
    flow.dispatch(opened ? { type: 'attemptOpened', id } : { type: 'attemptBlocked', id });
    if (!opened) host.error(new HubError({ code: 'popup_blocked' }), true);
    return awaitAttempt({
      client: room.client,
      attemptId,
      cancelled: cancelling.signal,
      lifetime: room.lifetime,
    });
  };

  run()
    .then((accountId) => {
      if (accountId === null) return flow.dispatch({ type: 'attemptFailed', id, failure: null });
      const updated = target.mode === 'edit' || isConnected(room, integrationId, accountId);
      const mode = updated ? 'updated' : 'created';
      const account = { id: accountId, provider: submission.provider, integrationId, mode } as const;
      settled(room, submission, account);
      flow.dispatch({ type: 'attemptSucceeded', id, account });
    })
    .catch(async (error: unknown) => {
      if (room.lifetime.aborted) return;
      const failure = concealed(await judged(room, asHubError(error)), submission.secrets);
      flow.dispatch({ type: 'attemptFailed', id, failure });
      room.failed(failure);
    })
    .finally(() => opened?.close());
}

async function begin(room: Room): Promise<string> {
  const key = (await announces(room, 'idempotency')) ? newId() : undefined;
  const { id } = await room.client.createAttempt(key);
  return id;
}

const addressOf = async (
  room: Room,
  { integrationId, pairs }: Submission,
  attemptId: string,
): Promise<string> =>
  signInUrl({
    baseUrl: room.baseUrl,
    appUrl: room.appUrl,
    integrationId,
    token: await room.tokens.current(),
    attemptId,
    credentials: pairs,
  });
