import { safeUrl } from '../api/address.js';
import { HubError } from '../api/errors.js';
import type { Settings } from '../api/schemas.js';

/**
 * How the window gets to the provider. By the server's own pages where it has them: then no address holds anything
 * secret, and the window finds its way even where this page has no hold of it. Else by the plain contract's address.
 */
export type Way =
  | {
      readonly kind: 'pages';
      /** The only origin that the window's messages and addresses may have. */
      readonly origin: string;
      readonly openingUrl: string;
      /** The start page asks this page for its verifier. */
      readonly bound: boolean;
      /** The server tells how far the window has come. */
      readonly phased: boolean;
    }
  | { readonly kind: 'plain'; readonly phased: boolean };

export function signInWay({ enabled_features, sign_in_origin, opening_url }: Settings): Way {
  const phased = enabled_features.includes('attempt_phases');
  if (!enabled_features.includes('attempt_start_url')) return { kind: 'plain', phased };
  const openingUrl = checkedUrl(opening_url, sign_in_origin);
  // The nonce is the fragment.
  if (openingUrl.includes('#')) throw new HubError({ code: 'config_error' });
  const bound = enabled_features.includes('attempt_binding');
  return { kind: 'pages', origin: new URL(openingUrl).origin, openingUrl, bound, phased };
}

/** An address of the sign-in pages, if it is where the settings said that they would be. */
export function checkedUrl(text: string | null | undefined, origin: string | null | undefined): string {
  const url = safeUrl(text);
  if (!url || new URL(url).origin !== origin) throw new HubError({ code: 'config_error' });
  return url;
}
