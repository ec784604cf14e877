import { asHubError } from '../api/errors.js';
import { framing } from '../authorize/frame.js';
import { rememberAttempt } from '../authorize/record.js';
import { openSignInWindow } from '../authorize/signInWindow.js';
import { unlessAborted } from '../authorize/unlessAborted.js';
import { signInWay, type Way } from '../authorize/way.js';
import type { Text } from '../text/text.js';
import { type Follow, follow } from './follow.js';
import { hintAtBlockedWindow, hintAtConfinedWindow, hintAtStalledWindow } from './signInHints.js';
import { newId } from './ids.js';
import { type Made, makeAttempt } from './makeAttempt.js';
import type { Room } from './room.js';
import { createSignIn, type Try } from './signIn.js';
import type { Submission } from './submit.js';

/** How long a window that only the server can see may take to get there before it counts as blocked. */
const BLOCKED_AFTER = 5_000;

/** Signs in at the provider. To be called in the click itself: the window is opened before anything is awaited. */
export function authorize(room: Room, submission: Submission, name: string, text: Text): void {
  const { flow, host } = room;
  if (flow.get().name !== 'filling') return;
  const words = { words: text('authorize.connecting', { name }), lang: text.language };
  const first = () => orFailed(() => windowTry(room, submission, wayOf(room), words));
  const leave = wayToLeave(room);
  const here =
    leave &&
    ((before: Promise<unknown>) => orFailed(() => tabTry(room, submission, wayOf(room), { before, leave })));
  const signIn = createSignIn(room, submission, { first, again: first, here });
  signIn.begin();
  flow.dispatch({ type: 'authorizationStarted', id: signIn.id });
  host.event({ type: 'authorize', integrationId: submission.integrationId, mode: submission.target.mode });
}

/** Where nothing was opened, the try has failed before it began. */
function orFailed(create: () => Try): Try {
  try {
    return create();
  } catch (error) {
    return {
      opened: null,
      hindrance: undefined,
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

/**
 * How this very tab goes to the sign-in, where the server can bring it back: only where that is bound to this page. In
 * a frame the server's pages do not let themselves be shown. Whether the session has a `return_url` nobody says.
 */
function wayToLeave(room: Room): ((url: string) => void) | undefined {
  const { leaveFor = framing() === 'top' ? leavePage : null } = room.surroundings ?? {};
  try {
    const way = wayOf(room);
    return (way.kind === 'pages' && way.bound && leaveFor) || undefined;
  } catch {
    return undefined;
  }
}

const leavePage = (url: string): void => location.assign(url);

/** By a window of its own. */
function windowTry(
  room: Room,
  submission: Submission,
  way: Way,
  words: { readonly words: string; readonly lang: string },
): Try {
  const nonce = newId();
  const pages = way.kind === 'pages' ? way : undefined;
  const { opened, hindrance, unseen } = openSignInWindow({
    url: pages && `${pages.openingUrl}#n=${nonce}`,
    ...words,
  });
  if (opened) hintAtConfinedWindow();
  const cancelling = new AbortController();
  let made: Made | undefined;
  let followed: Follow | undefined;
  return {
    opened,
    hindrance,
    cancelling,
    url: () => made?.url,
    replace: () => followed?.replace(),
    async run(context) {
      const signals = { gone: context.gone, cancelled: cancelling.signal };
      made = await makeAttempt(room, { submission, way, nonce }, signals);
      const { url, verifier, record } = made;
      rememberAttempt(record);
      if (!pages) opened?.location.replace(url);
      if (opened) context.onPhase('waiting');
      const onPhase: typeof context.onPhase = (phase) => {
        if (phase === 'blocked') hintAtBlockedWindow();
        if (phase === 'stalled') hintAtStalledWindow();
        context.onPhase(phase);
      };
      const waits = hindrance && { for: way.phased && unseen ? BLOCKED_AFTER : 0 };
      followed = follow(
        room,
        { ...record, cancelling, opened, verifier, origin: pages?.origin, waits },
        { ...context, onPhase },
      );
      return followed.end;
    },
  };
}

interface Leaving {
  /** What was begun before. */
  readonly before: Promise<unknown>;
  readonly leave: (url: string) => void;
}

/** By this very tab, which the server leads back; once nothing that was begun before can give an account any more. */
function tabTry(room: Room, submission: Submission, way: Way, { before, leave }: Leaving): Try {
  const cancelling = new AbortController();
  let followed: Follow | undefined;
  return {
    opened: null,
    hindrance: 'tab',
    cancelling,
    url: () => undefined,
    replace: () => followed?.replace(),
    async run(context) {
      const signals = { gone: context.gone, cancelled: cancelling.signal };
      await unlessAborted(signals.gone, unlessAborted(signals.cancelled, before));
      const {
        url,
        verifier = '',
        record,
      } = await makeAttempt(room, { submission, way, nonce: newId() }, signals);
      const values = submission.pairs.filter(([key]) => !record.secrets.includes(key));
      rememberAttempt({ ...record, leaving: { verifier, page: location.href, values } });
      leave(url);
      followed = follow(room, { ...record, cancelling, verifier }, context);
      return followed.end;
    },
  };
}
