import { type OAuth, OAuthError, type SignedIn, type Tokens } from '../../../src/sandbox.js';

export const AVERY = 'avery@acme.example';
export const KIM = 'kim@acme.example';

/** In every token, so that a test can look for it everywhere. */
export const CANARY = 'CANARY-of-the-tokens';

type Asked = Parameters<OAuth['authorize']>[0];
type Answered = Parameters<OAuth['exchange']>[0];

/** A provider that does what a test tells it, and remembers what it was asked. */
export function fakeProvider() {
  const asked: Asked[] = [];
  const exchanged: Answered[] = [];
  const refreshed: string[] = [];
  const told = {
    account: AVERY,
    refusal: undefined as Error | undefined,
    count: 0,
    meanwhile: async (): Promise<unknown> => undefined,
  };
  const tokens = (): Tokens => {
    told.count += 1;
    return {
      accessToken: `${CANARY} access ${told.count}`,
      refreshToken: `${CANARY} refresh ${told.count}`,
      expiresIn: 3600,
    };
  };
  const oauth: OAuth = {
    async authorize(request) {
      await told.meanwhile();
      if (told.refusal) throw told.refusal;
      asked.push(request);
      return `https://idp.test/auth?state=${request.state}`;
    },
    async exchange(answer): Promise<SignedIn> {
      exchanged.push(answer);
      await told.meanwhile();
      if (told.refusal) throw told.refusal;
      return { account: told.account, tokens: tokens() };
    },
    async refresh(refreshToken) {
      refreshed.push(refreshToken);
      if (told.refusal) throw told.refusal;
      return tokens();
    },
  };
  return {
    oauth,
    asked,
    exchanged,
    refreshed,
    /** Who signs in from now on. */
    is: (account: string) => {
      told.account = account;
    },
    /** What happens while it is asked. */
    meanwhile: (act: () => Promise<unknown>) => {
      told.meanwhile = act;
    },
    refuses: (error: Error | undefined = new OAuthError('invalid_grant', 'The grant is gone.')) => {
      told.refusal = error;
    },
    agrees: () => {
      told.refusal = undefined;
    },
  };
}

export type FakeProvider = ReturnType<typeof fakeProvider>;
