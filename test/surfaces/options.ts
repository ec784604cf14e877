import type { Behaviour } from './behaviour.js';
import { BAMBOO_HR } from './steps.js';

/** It is named on screen and told, and nothing else happens. */
export const wrongOption: Behaviour = async (surface, stage) => {
  const hub = await surface.open(stage, { session: BAMBOO_HR, locale: 'no such language' });
  await hub.root.getByText('Option "locale" must be a BCP 47 language tag').waitFor();
  await hub.hasTold({ failures: [{ code: 'config_error', recoverable: false }], events: [] });
};
