import { join } from 'node:path';
import { installIn, ROOT } from '../../scripts/setup.mjs';

/** Where the oldest React is installed, beside the newest of the project itself. */
export const REACT_18 = join(ROOT, 'test', 'react-18', 'node_modules');

/** Installs it where it is missing: once, and never again without need. */
export default function installReact18(): void {
  installIn(join(REACT_18, '..'));
}
