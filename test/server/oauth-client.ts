import * as client from 'openid-client';
import { type OAuth, OAuthError, type Tokens } from '../../src/sandbox.js';

export interface OAuthClientOptions {
  /** The provider, as it calls itself. */
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  /**
   * The origin under which browsers reach the provider's pages, where that is another than the issuer's: tests give
   * it a name of its own, so that browsers see another site.
   */
  readonly browserOrigin?: string | undefined;
}

const SCOPE = 'openid email offline_access';

/** The sandbox as an OAuth client, by a library that does nothing else. */
export function oauthClient({ issuer, client: { id, secret }, browserOrigin }: OAuthClientOptions): OAuth {
  let discovered: Promise<client.Configuration> | undefined;

  /** Once; after a failure again. */
  async function configuration(): Promise<client.Configuration> {
    discovered ??= client.discovery(new URL(issuer), id, secret, client.ClientSecretBasic(secret), {
      execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
    });
    try {
      return await discovered;
    } catch (error) {
      discovered = undefined;
      throw error;
    }
  }

  return {
    async authorize({ state, codeVerifier, redirectUri, loginHint, service, parameters }) {
      const url = client.buildAuthorizationUrl(await configuration(), {
        ...parameters,
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        // It is for another party's account: the user sees every time whose it is.
        prompt: 'consent',
        service,
        ...(loginHint !== null && { login_hint: loginHint }),
      });
      return browserOrigin === undefined ? url.href : browserOrigin + url.href.slice(url.origin.length);
    },

    async exchange({ url, state, codeVerifier }) {
      const config = await configuration();
      const checks = { expectedState: state, pkceCodeVerifier: codeVerifier, idTokenExpected: true };
      const answer = await client.authorizationCodeGrant(config, new URL(url), checks).catch(refused);
      const claims = answer.claims();
      const name = claims?.['email'] ?? claims?.sub;
      return { account: typeof name === 'string' ? name : '', tokens: tokensOf(answer) };
    },

    async refresh(refreshToken) {
      return tokensOf(await client.refreshTokenGrant(await configuration(), refreshToken).catch(refused));
    },
  };
}

const tokensOf = (answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers): Tokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token ?? null,
  expiresIn: answer.expiresIn() ?? null,
});

function refused(error: unknown): never {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    throw new OAuthError(error.error, error.error_description ?? error.error);
  }
  throw error;
}
