/**
 * What the sandbox needs of a provider to be an OAuth client of it: authorization code with PKCE, and refresh. The
 * sandbox keeps everything in between (the state, the code verifier, the tokens), so an implementation remembers
 * nothing. Without one the sandbox plays the provider itself, on a page of its own.
 */
export interface OAuth {
  /** The address at the provider where the user signs in and comes back from. */
  authorize(request: AuthorizationRequest): Promise<string>;
  /**
   * Turns the provider's answer into tokens.
   *
   * @throws {OAuthError} where the provider refuses, or its answer is not one to this request.
   */
  exchange(answer: AuthorizationAnswer): Promise<SignedIn>;
  /**
   * New tokens for old.
   *
   * @throws {OAuthError} where the provider does not give any: the user has to sign in again.
   */
  refresh(refreshToken: string): Promise<Tokens>;
}

export interface AuthorizationRequest {
  /** Comes back in the answer; used once. */
  readonly state: string;
  /** PKCE's: its S256 goes along, it itself only with the exchange. */
  readonly codeVerifier: string;
  /** Where the provider sends the user back to. */
  readonly redirectUri: string;
  /** Who will probably sign in. */
  readonly loginHint: string | null;
  /** What the user connects, by its name. */
  readonly service: string;
  /** More for the provider, chosen by a ready-made session. */
  readonly parameters: { readonly [name: string]: string };
}

export interface AuthorizationAnswer {
  /** The address at which the user came back, with the provider's answer in its query. */
  readonly url: string;
  readonly state: string;
  readonly codeVerifier: string;
}

export interface Tokens {
  readonly accessToken: string;
  /** `null`: the user has to sign in again once the access token has expired. */
  readonly refreshToken: string | null;
  /** Seconds from now; `null` never expires. */
  readonly expiresIn: number | null;
}

export interface SignedIn {
  /** Who signed in, as the provider calls them: an e-mail address, a user name. */
  readonly account: string;
  /** `null`: there is nothing to do with them, as with a provider that is only played. */
  readonly tokens: Tokens | null;
}

/** The provider said no. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  /** RFC 6749's, say `invalid_grant`. */
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.code = code;
  }
}
