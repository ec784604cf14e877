import type { CatalogEntry } from '../catalog/types.js';
import type { Account, Session, Values } from '../documents.js';
import type { HubCall } from '../hub-call.js';
import type { World } from '../world.js';

/** A catalogue's entry; a hostile one brings its own logo. */
export type Connector = CatalogEntry & { readonly logoUrl?: string };

/** An account that is there from the start. */
export interface Seed extends Partial<Pick<Account, 'status' | 'statusReasons' | 'label' | 'signedInAs'>> {
  /** Its id, the same on every run. */
  readonly id: string;
  readonly entry: Connector;
  readonly plain?: Values;
  /** In full; what is kept of them is what would be kept of a user's. */
  readonly secrets?: Values;
}

/** What happens before a call is answered: time passes, or an error is thrown and is the answer. */
export type Behaviour = (call: HubCall) => Promise<void>;

/** A ready-made session: its row in the public table, and how it comes about. */
export interface Definition {
  readonly token: string;
  readonly title: string;
  readonly what: string;
  readonly session?: Partial<
    Pick<Session, 'categories' | 'provider' | 'integrationId' | 'accountId' | 'multiple' | 'type'>
  >;
  /** Seconds from the first use; without it the session never ends. */
  readonly lifetime?: number;
  /** Default the sandbox's own catalogue. */
  readonly connectors?: (world: World) => readonly Connector[];
  /** Goes into the list of connectors as it stands, after the connectors. */
  readonly items?: readonly unknown[];
  /** Its patterns are an attack: nothing here may run them. */
  readonly untrusted?: boolean;
  readonly accounts?: readonly Seed[];
  readonly behave?: Behaviour;
  /** Goes along to the provider that the window signs in at. */
  readonly authorize?: { readonly [name: string]: string };
  /** Seconds that a sign-in may take. Default the sandbox's own. */
  readonly attemptLifetime?: number;
}
