import { createContext } from 'react';
import type { hearReturnPage } from '../authorize/handshake.js';

/**
 * What is different around a hub whose host is not the page that it is on: the hosted page, in a frame or behind a
 * link. Everything has its default on a host's own page.
 */
export interface Surroundings {
  /** Whether the hub offers to close. Default where the host listens to `onClose`. */
  readonly closable?: boolean;
  /** Gets a way to ask the hub to close, as its Close button does, for as long as the hub is there; it says whether
   * the hub stays: it asks the user first, or finishes something. */
  readonly offerClosing?: (ask: (() => boolean) | undefined) => void;
  /** Hears the host's return page, which may be of another origin than this one. */
  readonly hearReturnPage?: typeof hearReturnPage;
  /** Takes the tab to a sign-in; `null` where it cannot come back. Default `location.assign`. */
  readonly leaveFor?: ((url: string) => void) | null;
}

export const SurroundingsContext = createContext<Surroundings>({});
