import { secret } from '../ids.js';
import type { Store } from '../store.js';
import { type OAuth, OAuthError } from './oauth.js';

/** What the user chose, until it is exchanged. */
interface Code {
  readonly account: string;
}

/** The sandbox in the provider's place: a page of its own asks, and what it gives for a yes is exchanged here. */
export function playedProvider(store: Store, random: (size: number) => Uint8Array): OAuth {
  return {
    async authorize({ state, redirectUri }) {
      return new URL(`../consent?state=${state}`, redirectUri).href;
    },
    async exchange({ url }) {
      const id = new URL(url).searchParams.get('code') ?? '';
      const code = await store.get<Code>('code', id);
      if (!code) throw new OAuthError('invalid_grant', 'The code is not valid.');
      await store.delete('code', id);
      const tokens = { accessToken: secret(random), refreshToken: secret(random), expiresIn: 3600 };
      return { account: code.account, tokens };
    },
    async refresh() {
      return { accessToken: secret(random), refreshToken: secret(random), expiresIn: 3600 };
    },
  };
}

/** The code for a yes. */
export async function giveCode(
  store: Store,
  random: (size: number) => Uint8Array,
  account: string,
): Promise<string> {
  const id = secret(random);
  const code: Code = { account };
  await store.put('code', id, code);
  return id;
}
