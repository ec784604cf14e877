import { bound } from './bound.js';
import type { Definition } from './definition.js';
import { faults } from './faults.js';

/** Every ready-made session, in the order in which a person would try them. */
export const definitions: readonly Definition[] = [...bound, ...faults];
