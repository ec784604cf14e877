import type { HubCall } from './hub-call.js';
import { definitionOf } from './scenarios/open.js';
import { sessionOf } from './sessions.js';
import type { World } from './world.js';

/** The call that a request makes, after its session was found and its scenario has had its say. */
export async function openCall(world: World, request: Request, token: string | null): Promise<HubCall> {
  const url = new URL(request.url);
  const path = url.pathname.replace(/^\/plain(?=\/)/, '');
  const session = await sessionOf(world, token);
  const call = { world, session, request, url, path };
  await definitionOf(session.token)?.behave?.(call);
  return call;
}
