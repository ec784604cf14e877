import type { Stage } from './stage.js';
import type { Surface } from './surface.js';

/** What every surface does in the same way; the stage is at the surface's page, where no hub is open yet. */
export type Behaviour = (surface: Surface, stage: Stage) => Promise<void>;
