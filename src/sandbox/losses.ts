import type { HubCall } from './hub-call.js';
import { idempotencyKey } from './idempotency.js';
import { nthVisit } from './visits.js';

/** Whether a new submission's answer gets lost: a retry under its key hears it, any other submission the next time. */
export const isLost = async (call: HubCall, integrationId: string): Promise<boolean> =>
  idempotencyKey(call) !== null || isFirstLoss(call, integrationId);

export const isFirstLoss = async ({ world, session }: HubCall, integrationId: string): Promise<boolean> =>
  (await nthVisit(world, `lost ${session.owner.id} ${integrationId}`)) === 1;
