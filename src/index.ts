export type {
  ConnectedAccount,
  HubClosing,
  HubEvent,
  HubFailure,
  ReadySession,
  ScreenName,
} from './contract/events.js';
export { HUB_ERROR_CODES, type HubErrorCode } from './contract/errors.js';
export type { HubOptions } from './contract/options.js';
export { ConnectHub } from './hub/ConnectHub.js';

export type { MessageKey, Messages } from './text/keys.js';
