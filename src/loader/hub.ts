import { callSafely } from '../contract/callSafely.js';
import type { ConnectedAccount, HubClosing } from '../contract/events.js';
import type { Heard, Send } from '../frame/hostSide.js';
import { LEAST_HIGH, MOST_HIGH } from '../frame/protocol.js';
import { hearReturnPage } from '../frame/returnPage.js';
import { createCover } from './cover.js';
import { createFrame } from './frame.js';
import { chosen, layoutOf, type MountOptions, pageOf } from './options.js';
import { dress, type Place } from './place.js';
import { type Word, WORDS } from './words.js';

/** A hub in a frame, as its host holds it. Once it has ended, nothing of this does anything. */
export interface HubHandle<Options extends object> {
  /**
   * What `onClose` gets at the end, once: `done` or `cancelled` by the user, `unmounted` by `destroy()`. It never
   * rejects: failures are told to `onError`, and the user has a way on.
   */
  readonly result: Promise<HubClosing>;
  /** Changes some options. A new `token` goes on with what was typed, where it is the same owner's. */
  readonly update: (options: Partial<Options>) => void;
  /** Asks to close, as Escape does: what was typed is asked about, what is under way is finished first. */
  readonly close: () => void;
  /** Ends it at once, and gives the page back as it was. */
  readonly destroy: () => void;
}

/** How long the hosted page may take to say what becomes of a wish to close. */
const CLOSES_WITHIN = 2_000;

type Callback = (detail: unknown) => void;
type CallbackName = 'onSuccess' | 'onError' | 'onEvent' | 'onClose';
type Tell = <Name extends CallbackName>(
  name: Name,
  detail: Parameters<NonNullable<MountOptions[Name]>>[0],
) => void;

/**
 * A hub in a frame: options in, what the hosted page tells out, and one end.
 *
 * @param openPlace makes the place that it lies in, which hands on the user's wish to close.
 * @param problem why there can be none, in words for a developer.
 */
export function createHub<Options extends MountOptions>(
  first: Options,
  openPlace: (onAsk: () => void) => Place,
  problem?: string,
): HubHandle<Options> {
  let options: MountOptions = first;
  let over = false;
  let finish!: (closing: HubClosing) => void;
  const result = new Promise<HubClosing>((resolve) => {
    finish = resolve;
  });
  const accounts: ConnectedAccount[] = [];
  /** To the hosted page that is there now. */
  let send: Send | undefined;
  let frame!: HTMLIFrameElement;
  let removeFrame: (() => void) | undefined;
  let forced: ReturnType<typeof setTimeout> | undefined;
  /** How to stop listening for the return pages that the hosted page waits for. */
  const stops: (() => void)[] = [];

  const word: Word = (key) => options.messages?.[key] ?? WORDS[key];
  const place = openPlace(close);
  const isModal = place.enter !== undefined;
  const cover = createCover(place.box, word, place.enter && close);
  const tell: Tell = (name, detail) => {
    if (!over) callSafely(() => (options[name] as Callback | undefined)?.(detail));
  };
  const isFlowing = (): boolean => layoutOf(options, isModal) === 'flowing';

  function load(): void {
    leavePage();
    const page = pageOf(options);
    // Not before whoever called has the hub in hand.
    if (problem || !page) return queueMicrotask(() => misconfigured(problem ?? WRONG_URL));
    [frame, removeFrame] = createFrame({
      page,
      onConnect: begin,
      heard,
      onRefused: misconfigured,
      onSilent: unreachable,
    });
    frame.title = place.box.ariaLabel = word('title.create');
    if (isFlowing()) frame.style.height = '480px';
    place.box.append(frame);
    cover.wait();
  }

  function leavePage(): void {
    removeFrame?.();
    send = undefined;
    stopListening();
  }

  function stopListening(): void {
    for (const stop of stops.splice(0)) stop();
  }

  /** Whatever page was there before, this one begins anew. */
  function begin(newSend: Send): void {
    send = newSend;
    stopListening();
    cover.wait();
    sendOptions();
  }

  function sendOptions(): void {
    if (!send) return;
    if (!isFlowing()) frame.style.height = '';
    try {
      send({ t: 'options', p: chosen(options, isModal) });
    } catch {
      // What JSON cannot say: a circle, a BigInt.
      misconfigured('Options must be JSON.');
    }
  }

  function unreachable(): void {
    cover.say(word('chunk.failed'), load);
    tell('onError', { code: 'network_unreachable', recoverable: true });
  }

  /** @param words left out where the page says it itself. */
  function misconfigured(words?: string): void {
    if (words) cover.say(words);
    else cover.lift();
    tell('onError', { code: 'config_error', recoverable: false });
  }

  /** What the hosted page tells and asks, by kind. */
  const heard: Heard = {
    shown(title) {
      cover.lift();
      frame.title = place.box.ariaLabel = title;
      place.enter?.(frame);
    },
    resize(height) {
      if (isFlowing()) frame.style.height = `${Math.min(Math.max(height, LEAST_HIGH), MOST_HIGH)}px`;
    },
    'need-token'(seq, reply) {
      (async () => options.getToken?.())()
        .then((token) => reply({ t: 'token', p: { seq, token } }))
        .catch(() => reply({ t: 'token', p: { seq } }));
    },
    // The return page is of the host's origin: the frame cannot hear it.
    'listen-return'(id, reply) {
      stops.push(hearReturnPage(id, (confirm) => reply({ t: 'returned', p: { id, confirm } })));
    },
    stay: stopForcing,
    success(account) {
      accounts.push(account);
      tell('onSuccess', account);
    },
    error: (failure) => tell('onError', failure),
    event: (event) => tell('onEvent', event),
    close({ reason }) {
      if (reason === 'done' || reason === 'cancelled') return end(reason);
      // Another owner's token, or another account to edit: the hub has begun anew, and goes on.
      const closing = { reason, accounts: accounts.splice(0) };
      tell('onClose', closing);
    },
  };

  function close(): void {
    // Nothing is typed where nothing can be seen.
    if (!send || cover.isOn()) return end('cancelled');
    send({ t: 'request-close', p: true });
    forced ??= setTimeout(end, CLOSES_WITHIN, 'cancelled' satisfies HubClosing['reason']);
  }

  function stopForcing(): void {
    clearTimeout(forced);
    forced = undefined;
  }

  function end(reason: HubClosing['reason']): void {
    if (over) return;
    over = true;
    stopForcing();
    // While the frame is in it: a dialog over this one may have to give the focus back there.
    place.remove();
    leavePage();
    const closing = { reason, accounts };
    callSafely(() => options.onClose?.(closing));
    finish(closing);
  }

  function update(changes: Partial<MountOptions>): void {
    if (over) return;
    const { hostedUrl } = options;
    options = { ...options, ...changes };
    dress(place, options);
    if (hostedUrl === options.hostedUrl) sendOptions();
    else load();
  }

  dress(place, options);
  load();
  return { result, update, close, destroy: () => end('unmounted') };
}

const WRONG_URL = 'Option "hostedUrl" must be an https URL.';
