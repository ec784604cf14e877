import { idSegment } from '../api/address.js';
import { asHubError, HubError } from '../api/errors.js';
import { createProof } from '../authorize/proof.js';
import { type AttemptRecord, rememberAttempt } from '../authorize/record.js';
import { signInUrl } from '../authorize/signInUrl.js';
import { openSignInWindow } from '../authorize/signInWindow.js';
import { unlessAborted } from '../authorize/unlessAborted.js';
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
  const words = text('authorize.connecting', { name });
  const next = () => newTry(room, submission, words, text.locale);
  const signIn = createSignIn(room, submission, next, true);
  signIn.begin();
  flow.dispatch({ type: 'authorizationStarted', id: signIn.id });
  host.event({ type: 'authorize', integrationId: submission.integrationId, mode: submission.target.mode });
}

function newTry(room: Room, submission: Submission, words: string, lang: string): Try {
  try {
    return windowTry(room, submission, wayOf(room), words, lang);
  } catch (error) {
    // Nothing was opened: the try has failed before it began.
    return {
      opened: null,
      cancelling: new AbortController(),
      url: () => undefined,
      replace: () => undefined,
      run: () => Promise.reject(asHubError(error)),
    };
  }
}

function wayOf({ queryClient, queries }: Room): Way {
  const settings = queryClient.getQueryData(queries.settings.queryKey);
  return settings ? signInWay(settings) : { kind: 'plain', phased: false };
}

function windowTry(room: Room, submission: Submission, way: Way, words: string, lang: string): Try {
  const nonce = newId();
  const openingUrl = way.kind === 'pages' ? `${way.openingUrl}#n=${nonce}` : undefined;
  const opened = openSignInWindow({ url: openingUrl, words, lang });
  const cancelling = new AbortController();
  const ownerId = ownerOf(room);
  let made: Made | undefined;
  let followed: Follow | undefined;
  const { leaveFor = leavePage } = room.surroundings ?? {};
  const continueHere = () => {
    if (made?.verifier === undefined) return;
    const { verifier, url, record } = made;
    const values = Object.fromEntries(plainValues(submission));
    rememberAttempt({ ...record, leaving: { verifier, page: location.href, values } });
    leaveFor?.(url);
  };
  return {
    opened,
    cancelling,
    url: () => made?.url,
    replace: () => followed?.replace(),
    // Only where the sign-in is bound to this page does the server lead back to it.
    continueHere: way.kind === 'pages' && way.bound && leaveFor ? continueHere : undefined,
    async run(context) {
      const making = makeAttempt(room, submission, way, nonce, ownerId);
      try {
        made = await unlessAborted(context.gone, unlessAborted(cancelling.signal, making));
      } catch (error) {
        // If it is made all the same, nobody waits for it any more.
        making.then(({ record }) => takeBack(room, record.attemptId)).catch(() => undefined);
        throw error;
      }
      rememberAttempt(made.record);
      if (way.kind === 'plain') opened?.location.replace(made.url);
      const origin = way.kind === 'pages' ? way.origin : undefined;
      const waits = opened === null ? (way.phased ? BLOCKED_AFTER : 0) : undefined;
      if (opened) context.onPhase('waiting');
      const { verifier, record } = made;
      const { attemptId, until } = record;
      const options = { attemptId, until, cancelling, verifier, origin, waits, word: undefined };
      followed = follow(room, options, context);
      return followed.end;
    },
  };
}

const leavePage = (url: string): void => location.assign(url);

const takeBack = ({ client }: Room, attemptId: string): Promise<unknown> =>
  client.cancelAttempt(attemptId).catch(() => undefined);

const plainValues = ({ pairs, secrets }: Submission) => pairs.filter(([, value]) => !secrets.includes(value));

interface Made {
  /** Where the window goes. */
  readonly url: string;
  readonly verifier: string | undefined;
  readonly record: AttemptRecord;
}

async function makeAttempt(
  room: Room,
  submission: Submission,
  way: Way,
  nonce: string,
  ownerId: string,
): Promise<Made> {
  const { client, baseUrl, appUrl } = room;
  const { target, integrationId, provider, credentials, pairs } = submission;
  const idempotencyKey = (await announces(room, 'idempotency')) ? newId() : undefined;
  const proof = way.kind === 'pages' && way.bound ? await createProof() : undefined;
  if (way.kind === 'pages' && way.bound && !proof) throw new HubError({ code: 'config_error' });
  const accountId = target.mode === 'edit' ? target.accountId : undefined;
  const details = { integrationId, credentials, accountId, nonce, challenge: proof?.challenge };
  const attempt = await client.createAttempt({
    idempotencyKey,
    ...(way.kind === 'pages' && { details }),
  });
  const attemptId = attempt.id;
  const until = Date.now() + (attempt.expires_in ?? DEFAULT_LIFETIME) * 1000;
  const record = { v: 1, attemptId, ownerId, integrationId, provider, target, until } as const;
  const address = { baseUrl, appUrl, integrationId, attemptId, credentials: pairs };
  try {
    // One that cannot be asked about must not be begun.
    idSegment(attemptId);
    const url =
      way.kind === 'pages'
        ? checkedUrl(attempt.start_url, way.origin)
        : signInUrl({ ...address, token: await room.tokens.current() });
    return { url, verifier: proof?.verifier, record };
  } catch (error) {
    // No window goes there: the attempt has no other use.
    await takeBack(room, attemptId);
    throw error;
  }
}

const ownerOf = ({ queryClient, queries }: Room): string =>
  queryClient.getQueryData(queries.session.queryKey)?.origin_owner_id ?? '';
