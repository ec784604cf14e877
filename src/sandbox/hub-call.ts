import type { Session } from './documents.js';
import type { World } from './world.js';

/** One call of the hub: who calls, for whom, and where. */
export interface HubCall {
  readonly world: World;
  readonly session: Session;
  readonly request: Request;
  readonly url: URL;
  /** The path, the same with and without `/plain` before it. */
  readonly path: string;
}
