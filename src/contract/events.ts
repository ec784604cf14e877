import type { ConnectSession } from '../api/schemas.js';
import type { HubErrorCode } from './errors.js';

/** An account that was made or changed, as `onSuccess` and `onClose` tell it. */
export interface ConnectedAccount {
  /** The account's id: what the host's backend asks the API for. */
  readonly id: string;
  /** The provider's key, `bamboohr`. */
  readonly provider: string;
  /** The configured integration it was made with. */
  readonly integrationId: string;
  /** `updated`: the hub was in edit mode, or the account was among the connected ones. */
  readonly mode: 'created' | 'updated';
}

/** What `onError` tells. It never carries a token, a credential or a provider's words. */
export interface HubFailure {
  readonly code: HubErrorCode;
  /** Whether the hub offers the user a way on. */
  readonly recoverable: boolean;
  /** The server's request id, for its support desk. */
  readonly requestId?: string;
}

/** What `onClose` tells: why the hub ended, and every account made or changed while it was there. */
export interface HubClosing {
  readonly reason: 'done' | 'cancelled' | 'unmounted' | 'session_replaced';
  readonly accounts: readonly ConnectedAccount[];
}

/** The session without the one thing in it that is not the host page's business. */
export type ReadySession = Omit<ConnectSession, 'external_trigger_token'>;

/** The screens by the names that `screen` events use. */
export type ScreenName =
  | 'loading'
  | 'unavailable'
  | 'picker'
  | 'form'
  | 'submitting'
  | 'authorizing'
  | 'confirm_close'
  | 'success'
  | 'closed';

/** What `onEvent` tells, for analytics. Kinds can be added in a minor version: ignore the ones you do not know. */
export type HubEvent =
  /** The first screen is there. `session` is `null` where the server keeps it from browsers. */
  | { readonly type: 'ready'; readonly session: ReadySession | null }
  /** Another screen is shown. */
  | { readonly type: 'screen'; readonly screen: ScreenName; readonly integrationId?: string }
  /** The user searched; told once typing rests. What finds nothing is what you may want to offer next. */
  | { readonly type: 'search'; readonly query: string; readonly results: number }
  /** The user chose a connector. */
  | {
      readonly type: 'select';
      readonly integrationId: string;
      readonly provider: string;
      readonly category: string;
    }
  /** Credentials were sent. */
  | { readonly type: 'submit'; readonly integrationId: string; readonly mode: 'create' | 'edit' }
  /** The provider's sign-in was opened. */
  | { readonly type: 'authorize'; readonly integrationId: string; readonly mode: 'create' | 'edit' };
