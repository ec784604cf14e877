import type { World } from './world.js';

/** Which time this is, from 1 on: it is remembered where everything is, so that a restart does not start over. */
export function nthVisit(world: World, id: string): Promise<number> {
  return world.inTurn(async () => {
    const visits = ((await world.store.get<number>('visit', id)) ?? 0) + 1;
    await world.store.put('visit', id, visits);
    return visits;
  });
}
