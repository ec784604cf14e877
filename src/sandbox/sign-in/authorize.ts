import { reachPhase } from '../attempts.js';
import { findConnector } from '../connectors.js';
import type { Authorization, Plan, Session, Way } from '../documents.js';
import { tokenNotValid } from '../errors.js';
import { secret } from '../ids.js';
import { definitionOf } from '../scenarios/open.js';
import type { World } from '../world.js';
import { callbackUrl } from './addresses.js';

/** Sends an attempt on to the provider: makes the state by which it comes back, once, and PKCE's verifier. */
export async function authorize(
  world: World,
  url: URL,
  attemptId: string,
  plan: Plan,
  way: Way,
): Promise<string> {
  const state = secret(world.random);
  const codeVerifier = secret(world.random);
  const { integrationId } = plan;
  const authorization: Authorization = { attemptId, integrationId, codeVerifier, way };
  const session = await world.store.get<Session>('session', plan.token);
  if (!session) throw tokenNotValid();
  const address = await world.oauth.authorize({
    state,
    codeVerifier,
    redirectUri: callbackUrl(world, url, integrationId),
    loginHint: session.owner.username ?? null,
    service: findConnector(world, session, integrationId).name,
    parameters: definitionOf(plan.token)?.authorize ?? {},
  });
  await world.store.put('authorization', state, authorization);
  await reachPhase(world, attemptId, 'at_provider');
  return address;
}

/** The authorization of a state that came back. It is gone with this: a state is used once. */
export function takeAuthorization(world: World, state: string): Promise<Authorization | undefined> {
  return world.inTurn(async () => {
    const authorization = await world.store.get<Authorization>('authorization', state);
    await world.store.delete('authorization', state);
    return authorization;
  });
}
