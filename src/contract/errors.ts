/**
 * Every reason the hub can give for a failure. The list is closed: a code is added or taken away in a major version
 * alone, and never changes its meaning.
 */
export const HUB_ERROR_CODES = [
  'popup_blocked',
  'window_closed',
  'opener_severed',
  'access_denied',
  'provider_error',
  'attempt_expired',
  'attempt_not_found',
  'not_same_browser',
  'already_connected',
  'validation_failed',
  'session_expired',
  'session_invalid',
  'session_replaced',
  'forbidden',
  'not_found',
  'conflict',
  'rate_limited',
  'server_error',
  'invalid_response',
  'timeout',
  'network_offline',
  'network_unreachable',
  'config_error',
  'unsupported_field',
] as const;

/** One of {@link HUB_ERROR_CODES}. */
export type HubErrorCode = (typeof HUB_ERROR_CODES)[number];
