import { asHubError, HubError } from '../api/errors.js';
import type { ConnectSession } from '../api/schemas.js';
import type { ReadySession } from '../contract/events.js';
import { hasAttempts } from '../authorize/attempts.js';
import { editedAccount, entry, entryFailure } from '../flow/entry.js';
import type { Resumable, Target, Unavailable } from '../flow/state.js';
import { authorizeChunk, loadForm } from './chunks.js';
import { sessionKnown } from './renew.js';
import { loadWords } from './useWords.js';
import type { Room } from './room.js';

/** How long the first screen waits for the session, and then for words, once everything else is there. */
const PATIENCE = 2_000;

/**
 * Loads what the first screen needs, side by side, and opens it. The session may fail: the hub then goes on without
 * its details, as long as the settings accept the same token.
 */
export async function enter(room: Room): Promise<void> {
  const { queries, queryClient, flow, accountId } = room;
  const load = queryClient.fetchQuery.bind(queryClient);
  const sessionLoading = load(queries.session).catch(() => null);
  void sessionLoading.then((session) => session && sessionKnown(room, session));
  const connectorsLoading = load(queries.connectors).then(({ connectors }) => connectors);
  connectorsLoading.catch(() => undefined);
  if (accountId) fetchForm(room, { mode: 'edit', accountId });

  try {
    const settings = await load(queries.settings).catch(settingsRefused);
    const known = { accountId, settings };
    const session = accountId ? null : await patiently(sessionLoading, connectorsLoading);
    const edited = editedAccount({ ...known, session });
    const connectors = edited ? null : await connectorsLoading;
    const at = entry({ ...known, session, connectors });
    if (!at) return;
    if (at.name === 'filling') fetchForm(room, at.target);
    const resumedAt = await resumed(room, session, at);
    await words(room);
    flow.dispatch({ type: 'entered', at: resumedAt });
    const details = await patiently(sessionLoading);
    room.host.event({ type: 'ready', session: readySession(details) });
  } catch (error) {
    // What is still on its way belongs to this start: the next one asks anew.
    void queryClient.cancelQueries();
    await words(room);
    flow.dispatch({ type: 'entered', at: entryFailure(asHubError(error)) });
  }
}

/** Everything that a form takes, on its way before the form is there to ask for it. */
function fetchForm({ queries, queryClient }: Room, target: Target): void {
  loadForm();
  if (target.mode === 'create') return void queryClient.prefetchQuery(queries.connector(target.connectorId));
  queryClient
    .fetchQuery(queries.account(target.accountId))
    .then(({ integrationId }) => queryClient.prefetchQuery(queries.connector(integrationId)))
    // The form asks again, and says what is wrong.
    .catch(() => undefined);
}

/** What was begun before a reload goes on. */
async function resumed(
  room: Room,
  session: ConnectSession | null,
  at: Resumable | Unavailable,
): Promise<Resumable | Unavailable> {
  if (at.name === 'unavailable' || !hasAttempts()) return at;
  const authorizing = await authorizeChunk.load().catch(() => undefined);
  return (await authorizing?.resumeSignIn(room, session, at)) ?? at;
}

/** What is said is said in the reader's language, unless its words keep everything else waiting or do not come. */
const words = ({ options }: Room): Promise<unknown> =>
  patiently(loadWords(options().locale)).catch(() => undefined);

/** Settings are the judge of a token: a 403 there is as good as a 401. */
function settingsRefused(error: unknown): never {
  const failure = asHubError(error);
  if (failure.code !== 'forbidden') throw failure;
  throw new HubError({ code: 'session_invalid', status: 403, requestId: failure.requestId });
}

/** What was waited for, or `null` when it keeps the rest waiting too long. */
function patiently<Awaited>(
  slow: Promise<Awaited>,
  rest: Promise<unknown> = Promise.resolve(),
): Promise<Awaited | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const patience = new Promise<null>((resolve) => {
    const wait = () => {
      if (!isOver) timer = setTimeout(resolve, PATIENCE, null);
    };
    rest.then(wait, wait);
  });
  return Promise.race([slow, patience]).finally(() => {
    isOver = true;
    clearTimeout(timer);
  });
}

function readySession(session: ConnectSession | null): ReadySession | null {
  if (!session) return null;
  const { external_trigger_token: _, ...rest } = session;
  return rest;
}
