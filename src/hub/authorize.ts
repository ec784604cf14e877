import { HubError } from '../api/errors.js';
import { createProof } from '../authorize/proof.js';
import { type AttemptRecord, rememberAttempt } from '../authorize/record.js';
import { signInUrl } from '../authorize/signInUrl.js';
import { openSignInWindow } from '../authorize/signInWindow.js';
import { checkedUrl, signInWay, type Way } from '../authorize/way.js';
import type { Text } from '../text/text.js';
import { type Follow, follow } from './follow.js';
import { newId } from './ids.js';
import type { Room } from './room.js';
import { createSignIn, type Try } from './signIn.js';
import { announces, type Submission } from './submit.js';

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
  const words = text('authorize.connecting', { name });
  const signIn = createSignIn(
    room,
    submission,
    () => newTry(room, submission, way, words, text.locale),
    true,
  );
  signIn.begin();
  flow.dispatch({ type: 'authorizationStarted', id: signIn.id });
  host.event({ type: 'authorize', integrationId: submission.integrationId, mode: submission.target.mode });
}

function newTry(room: Room, submission: Submission, way: Way, words: string, lang: string): Try {
  const nonce = newId();
  const openingUrl = way.kind === 'pages' ? `${way.openingUrl}#n=${nonce}` : undefined;
  const opened = openSignInWindow({ url: openingUrl, words, lang });
  const cancelling = new AbortController();
  let made: Made | undefined;
  let followed: Follow | undefined;
  return {
    opened,
    cancelling,
    url: () => made?.url,
    replace: () => followed?.replace(),
    continueHere() {
      if (made?.verifier === undefined) return;
      const { verifier, url, record } = made;
      const values = Object.fromEntries(plainValues(submission));
      rememberAttempt({ ...record, leaving: { verifier, page: location.href, values } });
      location.assign(url);
    },
    async run(context) {
      made = await makeAttempt(room, submission, way, nonce);
      rememberAttempt(made.record);
      if (way.kind === 'plain') opened?.location.replace(made.url);
      const origin = way.kind === 'pages' ? way.origin : undefined;
      const waits = opened === null ? (way.phased ? BLOCKED_AFTER : 0) : undefined;
      if (opened) context.onPhase('waiting');
      const { attemptId, until } = made.record;
      const options = { attemptId, until, cancelling, verifier: made.verifier, origin, waits };
      followed = follow(room, options, context);
      return followed.end;
    },
  };
}

const plainValues = ({ pairs, secrets }: Submission) => pairs.filter(([, value]) => !secrets.includes(value));

interface Made {
  /** Where the window goes. */
  readonly url: string;
  readonly verifier: string | undefined;
  readonly record: AttemptRecord;
}

async function makeAttempt(room: Room, submission: Submission, way: Way, nonce: string): Promise<Made> {
  const { client } = room;
  const { target, integrationId, credentials, pairs } = submission;
  const idempotencyKey = (await announces(room, 'idempotency')) ? newId() : undefined;
  if (way.kind === 'plain') {
    const { id: attemptId, expires_in } = await client.createAttempt({ idempotencyKey });
    const { baseUrl, appUrl } = room;
    const token = await room.tokens.current();
    const url = signInUrl({ baseUrl, appUrl, integrationId, token, attemptId, credentials: pairs });
    return { url, verifier: undefined, record: recordOf(room, submission, attemptId, expires_in) };
  }
  const proof = way.bound ? await createProof() : undefined;
  if (way.bound && !proof) throw new HubError({ code: 'config_error' });
  const accountId = target.mode === 'edit' ? target.accountId : undefined;
  const details = { integrationId, credentials, accountId, nonce, challenge: proof?.challenge };
  const { id, start_url, expires_in } = await client.createAttempt({ idempotencyKey, details });
  return {
    url: checkedUrl(start_url, way.origin),
    verifier: proof?.verifier,
    record: recordOf(room, submission, id, expires_in),
  };
}

function recordOf(
  { queryClient, queries }: Room,
  { target, integrationId, provider }: Submission,
  attemptId: string,
  lifetime: number | null | undefined,
): AttemptRecord {
  const session = queryClient.getQueryData(queries.session.queryKey);
  const until = Date.now() + (lifetime ?? DEFAULT_LIFETIME) * 1000;
  const ownerId = session?.origin_owner_id ?? '';
  return { v: 1, attemptId, ownerId, integrationId, provider, target, until };
}
