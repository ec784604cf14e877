import type { Grant } from './documents.js';
import type { Tokens } from './sign-in/oauth.js';
import type { World } from './world.js';

/** Keeps an account's tokens, in place of those that it had. */
export async function keepGrant(world: World, accountId: string, tokens: Tokens | null): Promise<void> {
  if (!tokens) return world.store.delete('grant', accountId);
  const { accessToken, refreshToken, expiresIn } = tokens;
  const grant: Grant = {
    accessToken,
    refreshToken,
    expiresAt: expiresIn === null ? null : world.now() + expiresIn * 1000,
  };
  await world.store.put('grant', accountId, grant);
}
