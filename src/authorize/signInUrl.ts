import { idSegment } from '../api/address.js';
import { HubError } from '../api/errors.js';

export interface SignIn {
  readonly baseUrl: string;
  readonly appUrl: string;
  readonly integrationId: string;
  readonly token: string;
  readonly attemptId: string;
  /** The fields that come before the sign-in. */
  readonly credentials: readonly (readonly [key: string, value: string])[];
}

const RESERVED = new Set(['token', 'redirect_uri', 'connection_attempt_id']);

/**
 * Where the plain contract's window goes. Its endpoint compares the token undecoded, so the token goes in as it is,
 * and one that would break the query goes nowhere; nor does a field that would pass for a part of the address.
 */
export function signInUrl({ baseUrl, appUrl, integrationId, token, attemptId, credentials }: SignIn): string {
  if (/[&#%\s]/.test(token)) throw new HubError({ code: 'config_error' });
  if (credentials.some(([key]) => RESERVED.has(key))) throw new HubError({ code: 'unsupported_field' });
  const fields = credentials.map(([key, value]) => `&${encoded(key)}=${encoded(value)}`);
  const redirect = encoded(`${appUrl}/embedded/accounts/callback`);
  return (
    `${baseUrl}/connect/oauth2/${idSegment(integrationId)}?redirect_uri=${redirect}` +
    `&token=${token}&connection_attempt_id=${encoded(attemptId)}${fields.join('')}`
  );
}

/** Half of a surrogate pair cannot be encoded: the mark that browsers make of it can. */
const encoded = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
