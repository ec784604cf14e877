/**
 * The messages between a host's page, where the loader is, and the hosted page in its frame.
 *
 * What they have to keep:
 *
 * - A token goes from the host's page to the hosted page, to no other window and into no address.
 * - The hosted page obeys the page around it alone, and only where its own configuration names that page's origin:
 *   whoever could hand it a token of their own would get the credentials that are typed next.
 * - A frame that was navigated elsewhere hears nothing; one that was loaded again is a new one.
 * - A hosted page is newer than the loaders in use: what either side does not know it ignores.
 *
 * How they do it:
 *
 * 1. The hosted page says {@link Ready} to its parent. It holds nothing secret, so the target is `*`: the page cannot
 *    know yet who that is.
 * 2. The loader looks at the window it came from and at its exact origin, and answers {@link Init} to that origin with
 *    the highest version that both have, and one end of a MessageChannel. Having none in common it answers with a
 *    version that the page does not have, and no port: both then say what is wrong.
 * 3. The page looks at the window it came from, at its exact origin among those of its configuration, and takes the
 *    first answer that holds; it listens to no window from then on.
 * 4. Everything else goes over the channel, which no other window can reach and which ends with the document.
 * 5. Every Ready is answered, with a new channel in place of the last.
 */
import type { ConnectedAccount, HubClosing, HubEvent, HubFailure } from '../contract/events.js';

/** What marks a window message as ours. */
export const NAMESPACE = 'hub';

/** The newest version of the protocol that this code speaks, and all of them, the newest first. */
export const NEWEST = 1;
export const VERSIONS: readonly number[] = [NEWEST];

/** From the page to its parent: it is there. */
export interface Ready {
  readonly ns: typeof NAMESPACE;
  readonly t: 'ready';
  /** The versions that it speaks. */
  readonly v: readonly number[];
  /** It cannot show the hub here, and says why to whoever sees it. */
  readonly problem?: true;
}

/** From the loader to the page, with the page's end of the channel. */
export interface Init {
  readonly ns: typeof NAMESPACE;
  readonly t: 'init';
  readonly v: number;
}

/** From the host's return page to whoever waits for it on that origin. */
export interface Return {
  readonly ns: typeof NAMESPACE;
  readonly t: 'returned';
  /** The sign-in's id. */
  readonly id: string;
  readonly confirm: string;
}

/**
 * How the hub lies in the frame: as high as the frame, in a dialog (`modal`) or in the page (`fixed`), or the frame as
 * high as the hub (`flowing`).
 */
export type Layout = 'modal' | 'fixed' | 'flowing';

/** What the host chose. The page checks it: it has the table of options, and the words for what is wrong. */
export interface Chosen {
  readonly layout: Layout;
  /** Every option that is plain data; the token, where the host gives one. */
  readonly values: { readonly [name: string]: unknown };
  /** The names of those that are functions: they stay with the host. */
  readonly functions: readonly string[];
}

/** From the host's page to the hosted page, by kind, with what each carries as `p`. */
export interface FromHost {
  /** First of all, and with every change. */
  options: Chosen;
  /** What `getToken` answered to the `need-token` with that number; without a token it failed. */
  token: { readonly seq: number; readonly token?: string | undefined };
  /** The user wants to close. Answered by `close`, or by `stay`. */
  'request-close': true;
  /** The host's return page has brought the word of the sign-in with that id. */
  returned: { readonly id: string; readonly confirm: string };
}

/** From the hosted page to the host's page, likewise. */
export interface FromPage {
  /** The hub can be seen, under this title; again where the title changes. */
  shown: string;
  /** How high the hub is: an integer of CSS pixels, {@link LEAST_HIGH} to {@link MOST_HIGH}. */
  resize: number;
  /** A token is needed; the answer has the same number. */
  'need-token': number;
  /** The host's return page may bring a word of the sign-in with this id, for as long as this page is there. */
  'listen-return': string;
  /** The hub does not close: it asks the user first, or finishes something. */
  stay: true;
  success: ConnectedAccount;
  error: HubFailure;
  event: HubEvent;
  close: HubClosing;
}

type Message<Kinds> = { [t in keyof Kinds]: { readonly t: t; readonly p: Kinds[t] } }[keyof Kinds];

export type HostMessage = Message<FromHost>;
export type PageMessage = Message<FromPage>;

/** The least and the most that a page may ask its frame to be high, in CSS pixels. */
export const LEAST_HIGH = 120;
export const MOST_HIGH = 2000;
