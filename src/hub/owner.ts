import type { ConnectSession } from '../api/schemas.js';

/** By which two sessions are told to be of one owner: an owner's id is its project's own. */
export const ownerKey = ({ organization_id, project_id, origin_owner_id }: ConnectSession): string =>
  JSON.stringify([String(organization_id), project_id, origin_owner_id]);
