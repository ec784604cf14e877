import { asHubError, HubError } from '../api/errors.js';
import { watchAttempt } from '../authorize/attempt.js';
import { answerStartPage, hearReturnPage } from '../authorize/handshake.js';
import { createProof, type Proof } from '../authorize/proof.js';
import { forgetAttempt, rememberAttempt } from '../authorize/record.js';
import { signInUrl } from '../authorize/signInUrl.js';
import { openSignInWindow } from '../authorize/signInWindow.js';
import { checkedStartUrl, signInWay, type Way } from '../authorize/way.js';
import type { Attempt } from '../api/schemas.js';
import type { Text } from '../text/text.js';
import { newId } from './ids.js';
import type { Room } from './room.js';
import { announces, concealed, isConnected, judged, settled, type Submission } from './submit.js';

/** What the user can do while a sign-in is under way. */
export interface SignInControl {
  /** Where the window goes: a link of the page's own opens it where the browser kept it shut. */
  readonly url: () => string | undefined;
  readonly show: () => void;
  /** Another window, for another attempt in place of this one; to be called in a click. */
  readonly reopen: () => void;
  readonly cancel: () => void;
}

/** One attempt at the provider, with the window that was opened for it. */
interface Try {
  readonly opened: Window | null;
  readonly nonce: string;
  readonly cancelling: AbortController;
  url: string | undefined;
}

/** How long a window without a handle may take to show up at the server before it counts as blocked. */
const BLOCKED_AFTER = 2_500;
/** How long an attempt lives where the server does not say, in seconds. */
const DEFAULT_LIFETIME = 5 * 60;

/** Signs in at the provider. To be called in the click itself: the window is opened before anything is awaited. */
export function authorize(room: Room, submission: Submission, name: string, text: Text): void {
  const { flow, host } = room;
  if (flow.get().name !== 'filling') return;
  const settings = room.queryClient.getQueryData(room.queries.settings.queryKey);
  const way: Way = settings ? signInWay(settings) : { kind: 'plain', phased: false };
  const id = newId();
  const over = new AbortController();
  room.lifetime.addEventListener('abort', () => over.abort(), { once: true });

  let current = begin();
  room.signIn.current = {
    url: () => current.url,
    show: () => current.opened?.focus(),
    reopen() {
      current.cancelling.abort();
      current.opened?.close();
      flow.dispatch({ type: 'attemptReopened', id });
      current = begin();
    },
    cancel() {
      flow.dispatch({ type: 'attemptCancelled', id });
      current.cancelling.abort();
    },
  };
  flow.dispatch({ type: 'authorizationStarted', id });
  host.event({ type: 'authorize', integrationId: submission.integrationId, mode: submission.target.mode });

  function begin(): Try {
    const nonce = newId();
    const url = way.kind === 'pages' ? `${way.openingUrl}#n=${nonce}` : undefined;
    const words = text('authorize.connecting', { name });
    const opened = openSignInWindow({ url, words, lang: text.locale });
    const attempt: Try = { opened, nonce, cancelling: new AbortController(), url: undefined };
    runAttempt({ room, submission, way, attempt, over: over.signal, onPhase })
      .then((accountId) => succeeded(accountId, attempt))
      .catch((error: unknown) => failed(error, attempt))
      .finally(() => opened?.close());
    return attempt;
  }

  function onPhase(phase: 'waiting' | 'blocked'): void {
    flow.dispatch({ type: phase === 'waiting' ? 'attemptOpened' : 'attemptBlocked', id });
  }

  /** An account is one, whichever of the windows it came from; a cancelled attempt ends the sign-in if it is the last. */
  function succeeded(accountId: string | null, attempt: Try): void {
    if (over.signal.aborted || (accountId === null && attempt !== current)) return;
    over.abort();
    if (accountId === null) return flow.dispatch({ type: 'attemptFailed', id, failure: null });
    const { target, integrationId, provider } = submission;
    const updated = target.mode === 'edit' || isConnected(room, integrationId, accountId);
    const account = {
      id: accountId,
      provider,
      integrationId,
      mode: updated ? 'updated' : 'created',
    } as const;
    settled(room, submission, account);
    flow.dispatch({ type: 'attemptSucceeded', id, account });
  }

  async function failed(error: unknown, attempt: Try): Promise<void> {
    if (over.signal.aborted || attempt !== current) return;
    over.abort();
    const failure = concealed(await judged(room, asHubError(error)), submission.secrets);
    flow.dispatch({ type: 'attemptFailed', id, failure });
    room.failed(failure);
  }
}

interface RunOptions {
  readonly room: Room;
  readonly submission: Submission;
  readonly way: Way;
  readonly attempt: Try;
  readonly over: AbortSignal;
  readonly onPhase: (phase: 'waiting' | 'blocked') => void;
}

/** One attempt, from its making to its end; see `watchAttempt` for what it resolves to. */
async function runAttempt(options: RunOptions): Promise<string | null> {
  const { room, submission, way, attempt, over, onPhase } = options;
  const { attemptId, url, lifetime, proof } = await makeAttempt(options);
  attempt.url = url;
  remember(room, submission, attemptId, lifetime);
  if (way.kind === 'plain') attempt.opened?.location.replace(url);

  const stopped: (() => void)[] = [];
  const watch = watchAttempt({
    client: room.client,
    attemptId,
    lifetime: lifetime * 1000,
    cancelled: attempt.cancelling.signal,
    gone: over,
    renewed: room.renewed,
    onAnswer: (answer) => {
      if (hasWindow(answer)) onPhase('waiting');
    },
  });
  if (proof && way.kind === 'pages') {
    const { verifier } = proof;
    stopped.push(answerStartPage({ attemptId, origin: way.origin, verifier }));
    stopped.push(
      hearReturnPage(attemptId, (confirm) => {
        const confirmed = room.client.confirmAttempt(attemptId, { confirm, verifier });
        // Whatever comes of it, the next answer tells.
        confirmed.catch(() => undefined).finally(watch.nudge);
      }),
    );
  }
  if (attempt.opened) onPhase('waiting');
  else stopped.push(after(way.phased ? BLOCKED_AFTER : 0, () => onPhase('blocked')));

  return watch.end.finally(() => {
    for (const stop of stopped) stop();
    if (!room.lifetime.aborted) forgetAttempt(attemptId);
  });
}

interface Made {
  readonly attemptId: string;
  /** Where the window goes. */
  readonly url: string;
  /** Seconds. */
  readonly lifetime: number;
  readonly proof: Proof | undefined;
}

async function makeAttempt({ room, submission, way, attempt }: RunOptions): Promise<Made> {
  const { client, tokens } = room;
  const idempotencyKey = (await announces(room, 'idempotency')) ? newId() : undefined;
  if (way.kind === 'plain') {
    const { id: attemptId, expires_in } = await client.createAttempt({ idempotencyKey });
    const { baseUrl, appUrl } = room;
    const { integrationId, pairs: credentials } = submission;
    const token = await tokens.current();
    const url = signInUrl({ baseUrl, appUrl, integrationId, token, attemptId, credentials });
    return { attemptId, url, lifetime: expires_in ?? DEFAULT_LIFETIME, proof: undefined };
  }
  const proof = way.bound ? await createProof() : undefined;
  if (way.bound && !proof) throw new HubError({ code: 'config_error' });
  const { target, integrationId, credentials } = submission;
  const made = await client.createAttempt({
    idempotencyKey,
    details: {
      integrationId,
      credentials,
      accountId: target.mode === 'edit' ? target.accountId : undefined,
      nonce: attempt.nonce,
      challenge: proof?.challenge,
    },
  });
  const url = checkedStartUrl(made.start_url, way.origin);
  return { attemptId: made.id, url, lifetime: made.expires_in ?? DEFAULT_LIFETIME, proof };
}

function remember(
  room: Room,
  { target, integrationId, provider }: Submission,
  attemptId: string,
  lifetime: number,
) {
  const session = room.queryClient.getQueryData(room.queries.session.queryKey);
  if (!session) return;
  rememberAttempt({
    v: 1,
    attemptId,
    ownerId: session.origin_owner_id,
    sessionId: session.id,
    integrationId,
    provider,
    target,
    until: Date.now() + lifetime * 1000,
  });
}

/** The server has seen the window: it is open, whatever its handle says. */
const hasWindow = ({ phase }: Attempt): boolean => Boolean(phase) && phase !== 'created';

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
