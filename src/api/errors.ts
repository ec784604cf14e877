import type { HubErrorCode } from '../contract/errors.js';

export interface HubErrorInit {
  readonly code: HubErrorCode;
  /** Whether the same call can succeed later without the user changing anything. Default `false`. */
  readonly retryable?: boolean;
  /** HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** The server's `X-Request-Id`, for the support desk. */
  readonly requestId?: string | undefined;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number | undefined;
  /** What the server says of single fields, by wire key. */
  readonly fields?: ReadonlyMap<string, string> | undefined;
  /** What the server or the provider said, as plain text to stand behind "Details". */
  readonly details?: string | undefined;
  /** A write that may have been carried out all the same: the answer was lost or made no sense. */
  readonly outcomeUnknown?: boolean;
  readonly cause?: unknown;
}

const REFUSALS: ReadonlySet<HubErrorCode> = new Set([
  'validation_failed',
  'provider_error',
  'not_found',
  'forbidden',
]);

/** The one kind of failure behind the API: a name from a closed list, and what a person can be told about it. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly code: HubErrorCode;
  readonly retryable: boolean;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly fields: ReadonlyMap<string, string>;
  readonly details: string | undefined;
  readonly outcomeUnknown: boolean;

  constructor(init: HubErrorInit) {
    super(init.code, init.cause === undefined ? undefined : { cause: init.cause });
    this.code = init.code;
    this.retryable = init.retryable ?? false;
    this.status = init.status;
    this.requestId = init.requestId;
    this.retryAfter = init.retryAfter;
    this.fields = init.fields ?? new Map();
    this.details = init.details;
    this.outcomeUnknown = init.outcomeUnknown ?? false;
  }

  /** The same failure with some of it changed. */
  with(changes: Partial<HubErrorInit>): HubError {
    const { code, retryable, status, requestId, retryAfter, fields, details, outcomeUnknown, cause } = this;
    const same = { code, retryable, status, requestId, retryAfter, fields, details, outcomeUnknown, cause };
    return new HubError({ ...same, ...changes });
  }

  /** The server looked at what was sent and said no: nothing was made of it. */
  get isRefusal(): boolean {
    return REFUSALS.has(this.code);
  }

  /** The session behind the token is over: only a new token helps. */
  get endsSession(): boolean {
    return this.code === 'session_expired' || this.code === 'session_invalid';
  }
}

/** Any thrown thing as a {@link HubError}; what is not one already is a defect of ours and named so. */
export function asHubError(error: unknown): HubError {
  return error instanceof HubError ? error : new HubError({ code: 'invalid_response', cause: error });
}
