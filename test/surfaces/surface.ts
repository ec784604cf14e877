import type { ConnectedAccount, HubClosing, HubEvent, HubFailure } from '../../src/contract/events.js';
import type { Place } from '../e2e/tab.js';
import type { Overheard } from '../e2e/wiretap.js';
import type { PlaceName } from './pages/page.js';
import type { Stage, Theatre } from './stage.js';
import type { Traces } from './traces.js';

/** A door of the hub, as the behaviours see it: the same whichever it is. */
export interface Surface {
  /** For a person who reads the table. */
  readonly name: string;
  /** Goes where a hub can be opened; none is there yet. */
  readonly arrive: (stage: Stage) => Promise<void>;
  readonly open: (stage: Stage, opening?: Opening) => Promise<Hub>;
  /** What can be seen of hubs from where it was opened, the ones that are gone above all. */
  readonly traces: (stage: Stage) => Promise<Partial<Traces>>;
  /** What is not as it was before once a hub is gone that the user was in, and cannot be. */
  readonly leaves?: Partial<Traces>;
  /** What stays of a sign-in that was under way, so that a hub which is put back finds it again. */
  readonly remembers?: Pick<Traces, 'stored'>;
  /** Where a token is handed over; a secret is so nowhere. */
  readonly carriesToken?: (heard: Overheard, theatre: Theatre) => boolean;
}

/** How a test wants a hub opened. */
export interface Opening extends Looks {
  /** What the backend makes the session of; the owner is the stage's, where nothing else is said. */
  readonly session?: object;
  /** The host has a `getToken` in place of a `token`. */
  readonly asks?: boolean;
  /** A BCP 47 tag, or not. */
  readonly locale?: string;
  /** Where there is room for two. Default `first`. */
  readonly place?: PlaceName;
}

/** What a host can change about a hub that is open. */
export interface Looks {
  readonly theme?: 'light' | 'dark' | 'system';
}

/** A hub that is open. */
export interface Hub {
  /** What is in it, through whatever shadow or frame. */
  readonly root: Place;
  readonly change: (looks: Looks) => Promise<void>;
  /** Hands over another token, of a session like the one that it was opened with. */
  readonly renew: () => Promise<void>;
  /** What a host does with a hub that it has no use for any more: removes it, unmounts it, destroys it. */
  readonly takeAway: () => Promise<void>;
  /** Waits until its host has heard this and nothing else, as far as this kind of host hears anything. */
  readonly hasTold: (story: Story) => Promise<void>;
}

/** All that a hub tells its host, each kind in its order. */
export interface Story {
  readonly successes?: readonly ConnectedAccount[];
  readonly failures?: readonly HubFailure[];
  readonly closings?: readonly HubClosing[];
  readonly events: readonly HubEvent[];
}
