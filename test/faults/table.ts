/**
 * What has to come of every fault of every endpoint, as data. Where the expectations are from: the contract's
 * sections 1 to 4, and the rules that stand beside them here. `driver.tsx` plays the cells.
 */
import type { HubErrorCode } from '../../src/contract/errors.js';

export const FAULTS = {
  slow: 'the answer takes 9 seconds',
  timeout: 'it is carried out, and no answer ever comes',
  offline: 'the browser has no network',
  '401 expired': 'the session has ended; the host has a token, and gives the next one later',
  '401 not valid': 'the same, in a server’s other words',
  '401 renewed': 'the session has ended; the host is asked for the next token',
  '403 forbidden': 'refused with a message',
  '404 not found': 'refused with a message',
  '409 conflict': 'refused with a message',
  '422 fields': 'refused with what is wrong with a field, and with one that is not there',
  '429 Retry-After': 'refused with Retry-After: 5',
  '500 failed': 'failed with a message',
  '502 HTML': 'failed with the page of a gateway',
  empty: 'carried out, 200 without a body',
  'invalid JSON': 'carried out, 200 with half of a JSON',
  'wrong shape': 'carried out, 200 with another JSON',
  huge: 'carried out, 200 with a body beyond every cap; of the list, ten thousand connectors',
  'duplicate ids': 'carried out, and what the answer names is named twice',
  'unknown values': 'carried out, with keys and values that nobody knows',
  'CORS refused': 'carried out, and the browser keeps the answer from the page',
  'cut off': 'carried out, and the line breaks in the middle of the answer',
  aborted: 'the hub is taken off the page while it waits, and then the answer comes',
} as const;
export type Fault = keyof typeof FAULTS;

export const ENDPOINTS = {
  session: 'POST /connect_sessions/authenticate',
  settings: 'GET /hub/settings',
  connectors: 'GET /hub/connectors',
  connector: 'GET /hub/connectors/{id}',
  account: 'GET /hub/accounts/{id}',
  create: 'POST /hub/accounts, with an idempotency key',
  createPlain: 'POST /hub/accounts, without',
  update: 'PATCH /hub/accounts/{id}',
  attempt: 'POST /hub/connection_attempts, with an idempotency key',
  poll: 'GET /hub/connection_attempts/{id}',
  cancel: 'DELETE /hub/connection_attempts/{id}',
  confirm: 'POST /hub/connection_attempts/{id}/confirm',
} as const;
export type Endpoint = keyof typeof ENDPOINTS;

/** How the user gets on once the fault is over. */
export type Way =
  /** Nobody has to do anything. */
  | 'by itself'
  /** By "Try again". */
  | 'again'
  /** By the form's own button, which is what it was before. */
  | 'send'
  /** The network is back. */
  | 'online'
  /** The host gives the next token of the same owner; what was under way, the user sends again. */
  | 'token'
  /** Back to the list, and to the same connector. */
  | 'back'
  /** The server ends the attempt, and its word is the last. */
  | 'verdict'
  /** The hub is gone; an account that was being made is told all the same. */
  | 'gone'
  /** There is none: nothing is offered, and nothing more is sent. */
  | 'none';

export interface Outcome {
  /** In an alert, while the fault lasts; without any, there is no alert. */
  readonly says?: readonly string[];
  /** On the page, in the middle of a slow answer. */
  readonly meanwhile?: string;
  /** What the host is told, in this order. */
  readonly codes?: readonly HubErrorCode[];
  /** Whether the host is told that the user can go on. Default true. */
  readonly recoverable?: boolean;
  /** How often the endpoint is asked while the fault lasts. */
  readonly requests: number | 'again and again';
  readonly way: Way;
  /** How often it is asked until the user is where they wanted to be, where that matters. */
  readonly inAll?: number;
  /** How often a host that can be asked is asked for a token. Default 2: once more than at the start. */
  readonly tokens?: number;
  /** What stands on the page in the end. */
  readonly shows?: string;
  /** What does not. */
  readonly hides?: string;
}

const WORDS = {
  unreachable: 'We cannot reach the service',
  offline: 'You are offline',
  down: 'Something went wrong on our side',
  unreadable: 'We received an answer that we do not understand',
  expired: 'Your session has expired',
  notValid: 'This session is not valid',
  kept: 'What you typed is still here. It will be back as soon as your session is renewed.',
  forbidden: 'You do not have access to this',
  connectorGone: 'This integration is no longer available',
  accountGone: 'This connection no longer exists',
  gone: 'This is no longer available.',
  conflict: 'This was changed or connected elsewhere in the meantime.',
  invalid: 'Some of this was not accepted.',
  ofField: 'This subdomain is not known.',
  timeout: 'This is taking too long. What you typed is still here.',
  unreachableKept: 'We cannot reach the service. What you typed is still here.',
  downKept: 'Something went wrong on our side. What you typed is still here.',
  offlineKept: 'You are offline. What you typed is still here.',
  wait: 'Too many attempts. Please wait 5 seconds.',
  unsure: 'We could not confirm whether this was saved. Try again: it will not be saved twice.',
  unsurePlain:
    'We could not confirm whether this was saved. Check your connected accounts before you try again.',
  attemptGone: 'The sign-in took too long and has ended. Please start again.',
  otherBrowser: 'That sign-in was not started in this browser.',
  reference: 'Reference: req-1',
} as const;
type Words = keyof typeof WORDS;

interface Telling extends Omit<Outcome, 'says' | 'codes'> {
  readonly says: readonly Words[];
  readonly code: HubErrorCode;
}

const told = ({ says, code, ...rest }: Telling): Outcome => ({
  ...rest,
  says: says.map((words) => WORDS[words]),
  codes: [code],
});

/** The user sees nothing but a wait, and the host hears nothing. */
const unnoticed = (requests: Outcome['requests'] = 1): Outcome => ({ requests, way: 'by itself' });

/** Rule: a slow answer is waited for, in words that say so where it takes long. */
const waits = (meanwhile: string): Outcome => ({ ...unnoticed(), meanwhile });

const gone: Outcome = { requests: 1, way: 'gone' };

/**
 * Rule: what only reads is asked for three times where that may help, at an interval or as late as the server wants;
 * what it answered once and for all is not. Then it says what is wrong, and can be asked for again.
 */
const TRIES = 3;
const unreachable = (code: HubErrorCode): Outcome =>
  told({ says: ['unreachable'], code, requests: TRIES, way: 'again' });
const unreadable = (code: HubErrorCode): Outcome =>
  told({ says: ['unreadable'], code, requests: 1, way: 'again' });

const READ: { readonly [fault in Fault]: Outcome } = {
  slow: waits('Still loading. Your internet connection may be slow.'),
  timeout: unreachable('timeout'),
  offline: told({ says: ['offline'], code: 'network_offline', requests: 1, way: 'online' }),
  '401 expired': told({ says: ['expired'], code: 'session_expired', requests: 1, way: 'token' }),
  '401 not valid': told({
    says: ['notValid'],
    code: 'session_invalid',
    recoverable: false,
    requests: 1,
    way: 'token',
  }),
  '401 renewed': unnoticed(2),
  '403 forbidden': told({
    says: ['forbidden'],
    code: 'forbidden',
    recoverable: false,
    requests: 1,
    way: 'none',
  }),
  '404 not found': unreadable('not_found'),
  '409 conflict': unreadable('conflict'),
  '422 fields': unreadable('validation_failed'),
  '429 Retry-After': told({ says: ['down'], code: 'rate_limited', requests: TRIES, way: 'again' }),
  '500 failed': told({ says: ['down', 'reference'], code: 'server_error', requests: TRIES, way: 'again' }),
  '502 HTML': told({ says: ['down'], code: 'server_error', requests: TRIES, way: 'again' }),
  empty: unreadable('invalid_response'),
  'invalid JSON': unreadable('invalid_response'),
  'wrong shape': unreadable('invalid_response'),
  huge: unreadable('invalid_response'),
  'duplicate ids': unnoticed(),
  'unknown values': unnoticed(),
  'CORS refused': unreachable('network_unreachable'),
  'cut off': unreachable('network_unreachable'),
  aborted: gone,
};

/**
 * Rule: credentials are sent once for what the user meant once. Where the answer does not tell what became of them,
 * that is said, and "Try again" sends the same under the same key; a key alone lets the hub repeat it once by itself.
 */
const REPEATED = 2;
const unsure = (code: HubErrorCode, requests: number): Outcome =>
  told({ says: ['unsure'], code, requests, way: 'again' });
const refused = (says: Words, code: HubErrorCode): Outcome =>
  told({ says: [says], code, requests: 1, way: 'send' });

const WRITE = {
  offline: told({ says: ['offlineKept'], code: 'network_offline', requests: 1, way: 'again' }),
  '401 expired': told({ says: ['expired', 'kept'], code: 'session_expired', requests: 1, way: 'token' }),
  '401 not valid': told({
    says: ['notValid', 'kept'],
    code: 'session_invalid',
    recoverable: false,
    requests: 1,
    way: 'token',
  }),
  '401 renewed': unnoticed(2),
  '403 forbidden': refused('forbidden', 'forbidden'),
  '404 not found': refused('gone', 'not_found'),
  '409 conflict': refused('conflict', 'conflict'),
  '422 fields': told({ says: ['invalid', 'ofField'], code: 'validation_failed', requests: 1, way: 'send' }),
  '429 Retry-After': told({ says: ['wait'], code: 'rate_limited', requests: 1, way: 'again' }),
  'unknown values': unnoticed(),
  aborted: gone,
} as const;

const CREATE: { readonly [fault in Fault]: Outcome } = {
  ...WRITE,
  slow: waits('Connecting…'),
  timeout: unsure('timeout', REPEATED),
  '429 Retry-After': told({ says: ['wait'], code: 'rate_limited', requests: REPEATED, way: 'again' }),
  '500 failed': unsure('server_error', REPEATED),
  '502 HTML': unsure('server_error', REPEATED),
  empty: unsure('invalid_response', 1),
  'invalid JSON': unsure('invalid_response', 1),
  'wrong shape': unsure('invalid_response', 1),
  huge: unsure('invalid_response', 1),
  'duplicate ids': unnoticed(),
  'CORS refused': unsure('network_unreachable', REPEATED),
  'cut off': unsure('network_unreachable', REPEATED),
};

/**
 * Rule: without a key nothing is sent again by itself, and the user is told to look first. Before the next try the
 * settings are asked: an account that is there by now is changed, not made again.
 */
const unsurePlain = (code: HubErrorCode, carriedOut: boolean): Outcome =>
  told({ says: ['unsurePlain'], code, requests: 1, way: 'again', inAll: carriedOut ? 1 : 2 });

const CREATE_PLAIN: { readonly [fault in Fault]: Outcome } = {
  ...WRITE,
  slow: waits('Connecting…'),
  timeout: unsurePlain('timeout', true),
  '500 failed': unsurePlain('server_error', false),
  '502 HTML': unsurePlain('server_error', false),
  empty: unsurePlain('invalid_response', true),
  'invalid JSON': unsurePlain('invalid_response', true),
  'wrong shape': unsurePlain('invalid_response', true),
  huge: unsurePlain('invalid_response', true),
  'duplicate ids': unnoticed(),
  'CORS refused': unsurePlain('network_unreachable', true),
  'cut off': unsurePlain('network_unreachable', true),
};

/** Rule: a change needs no body in its answer, and can be sent again without harm; the user does. */
const UPDATE: { readonly [fault in Fault]?: Outcome } = {
  ...WRITE,
  slow: waits('Saving…'),
  timeout: unsure('timeout', 1),
  '500 failed': unsure('server_error', 1),
  '502 HTML': unsure('server_error', 1),
  empty: unnoticed(),
  'invalid JSON': unnoticed(),
  'wrong shape': unnoticed(),
  huge: unnoticed(),
  'CORS refused': unsure('network_unreachable', 1),
  'cut off': unsure('network_unreachable', 1),
};

/** Rule: an attempt that could not be made has saved nothing: its window is closed, and the form says what is wrong. */
const notBegun = (says: Words, code: HubErrorCode, requests: number, way: Way): Outcome =>
  told({ says: [says], code, requests, way });

const ATTEMPT: { readonly [fault in Fault]?: Outcome } = {
  ...WRITE,
  slow: waits('Opening HubSpot…'),
  timeout: notBegun('timeout', 'timeout', REPEATED, 'again'),
  '429 Retry-After': notBegun('wait', 'rate_limited', REPEATED, 'again'),
  '500 failed': notBegun('downKept', 'server_error', REPEATED, 'again'),
  '502 HTML': notBegun('downKept', 'server_error', REPEATED, 'again'),
  empty: notBegun('unreadable', 'invalid_response', 1, 'send'),
  'invalid JSON': notBegun('unreadable', 'invalid_response', 1, 'send'),
  'wrong shape': notBegun('unreadable', 'invalid_response', 1, 'send'),
  huge: notBegun('unreadable', 'invalid_response', 1, 'send'),
  'CORS refused': notBegun('unreachableKept', 'network_unreachable', REPEATED, 'again'),
  'cut off': notBegun('unreachableKept', 'network_unreachable', REPEATED, 'again'),
};

/**
 * Rule: a fault of the line is no end of a sign-in, and neither is an answer that makes no sense; the host is told of a
 * minute of the one, and of five in a row of the other.
 */
const goesOn = unnoticed('again and again');
const POLL: { readonly [fault in Fault]?: Outcome } = {
  slow: { ...goesOn, meanwhile: 'Finish in the HubSpot window' },
  timeout: { ...goesOn, codes: ['timeout'] },
  // Nothing is asked without a network.
  offline: { requests: 0, way: 'online' },
  '401 expired': WRITE['401 expired'],
  '401 not valid': WRITE['401 not valid'],
  '401 renewed': unnoticed('again and again'),
  '403 forbidden': refused('forbidden', 'forbidden'),
  '404 not found': refused('attemptGone', 'attempt_not_found'),
  '409 conflict': refused('conflict', 'conflict'),
  '422 fields': told({ says: ['invalid', 'ofField'], code: 'validation_failed', requests: 1, way: 'send' }),
  '429 Retry-After': goesOn,
  '500 failed': goesOn,
  '502 HTML': goesOn,
  empty: goesOn,
  'invalid JSON': goesOn,
  'wrong shape': goesOn,
  huge: goesOn,
  'unknown values': { ...goesOn, codes: ['invalid_response'] },
  'CORS refused': goesOn,
  'cut off': goesOn,
  aborted: gone,
};

/** Rule: a cancel is the user's word. Whatever becomes of it, the form is there again, and another try is another attempt. */
const cancelled: Outcome = { requests: 1, way: 'send' };
const CANCEL: { readonly [fault in Fault]?: Outcome } = {
  slow: { ...cancelled, meanwhile: 'Cancelling…' },
  timeout: cancelled,
  offline: cancelled,
  '401 expired': WRITE['401 expired'],
  '401 not valid': WRITE['401 not valid'],
  '401 renewed': { requests: 2, way: 'send' },
  '403 forbidden': cancelled,
  '404 not found': cancelled,
  '409 conflict': cancelled,
  '422 fields': cancelled,
  '429 Retry-After': cancelled,
  '500 failed': cancelled,
  '502 HTML': cancelled,
  empty: cancelled,
  'invalid JSON': cancelled,
  'wrong shape': cancelled,
  huge: cancelled,
  'unknown values': cancelled,
  'CORS refused': cancelled,
  'cut off': cancelled,
  aborted: gone,
};

/** Rule: a word that was lost on its way is said again; one that was refused is not, and the server ends the attempt. */
const saidOnce: Outcome = { requests: 1, way: 'verdict' };
const CONFIRM: { readonly [fault in Fault]?: Outcome } = {
  slow: waits('Finishing…'),
  timeout: goesOn,
  offline: { requests: 1, way: 'online' },
  '401 expired': WRITE['401 expired'],
  '401 not valid': WRITE['401 not valid'],
  '401 renewed': unnoticed(2),
  '403 forbidden': saidOnce,
  '404 not found': saidOnce,
  '409 conflict': saidOnce,
  '422 fields': saidOnce,
  '429 Retry-After': goesOn,
  '500 failed': goesOn,
  '502 HTML': goesOn,
  empty: unnoticed(),
  'invalid JSON': unnoticed(),
  'wrong shape': unnoticed(),
  huge: unnoticed(),
  'unknown values': unnoticed(),
  'CORS refused': goesOn,
  'cut off': goesOn,
  aborted: gone,
};

/** Rule: the session's own call may be kept from browsers. Whatever becomes of it, the hub opens without its details. */
const without = (requests: number): Outcome => unnoticed(requests);
const SESSION: { readonly [fault in Fault]?: Outcome } = {
  slow: unnoticed(),
  timeout: without(TRIES),
  offline: READ.offline,
  '401 expired': without(1),
  '401 not valid': without(1),
  // Where the session has really ended, settings say so, too.
  '401 renewed': { ...without(1), tokens: 1 },
  '403 forbidden': without(1),
  '404 not found': without(1),
  '409 conflict': without(1),
  '422 fields': without(1),
  '429 Retry-After': without(TRIES),
  '500 failed': without(TRIES),
  '502 HTML': without(TRIES),
  empty: without(1),
  'invalid JSON': without(1),
  'wrong shape': without(1),
  huge: without(1),
  'unknown values': unnoticed(),
  'CORS refused': without(TRIES),
  'cut off': without(TRIES),
  aborted: gone,
};

const { 'duplicate ids': _, ...SETTINGS_READ } = READ;
const { 'duplicate ids': __, ...ACCOUNT_READ } = READ;

/** Every cell. One that is missing cannot be: see {@link IMPOSSIBLE}. */
export const TABLE: { readonly [endpoint in Endpoint]: { readonly [fault in Fault]?: Outcome } } = {
  session: SESSION,
  settings: {
    ...SETTINGS_READ,
    // Settings are the judge of a token.
    '403 forbidden': told({
      says: ['notValid'],
      code: 'session_invalid',
      recoverable: false,
      requests: 1,
      way: 'none',
    }),
  },
  connectors: {
    ...READ,
    huge: { ...unnoticed(), shows: 'Product 0' },
    'duplicate ids': { ...unnoticed(), shows: 'BambooHR', hides: 'The same again' },
    // A category that nobody knows is shown under its own name.
    'unknown values': { ...unnoticed(), shows: 'Quantum' },
  },
  connector: {
    ...READ,
    // The first of a key is the field.
    'duplicate ids': { ...unnoticed(), shows: 'Subdomain' },
    // A kind of field that nobody knows is a text.
    'unknown values': { ...unnoticed(), shows: 'Hologram' },
    '403 forbidden': told({ says: ['forbidden'], code: 'forbidden', requests: 1, way: 'back' }),
    '404 not found': told({ says: ['connectorGone'], code: 'not_found', requests: 1, way: 'back' }),
  },
  account: {
    ...ACCOUNT_READ,
    '404 not found': told({
      says: ['accountGone'],
      code: 'not_found',
      recoverable: false,
      requests: 1,
      way: 'none',
    }),
  },
  create: CREATE,
  createPlain: CREATE_PLAIN,
  update: UPDATE,
  attempt: ATTEMPT,
  poll: POLL,
  cancel: CANCEL,
  confirm: CONFIRM,
};

/** Cells that cannot be: these answers name nothing that could be named twice. */
export const IMPOSSIBLE: readonly (readonly [Endpoint, Fault])[] = (
  ['session', 'settings', 'account', 'update', 'attempt', 'poll', 'cancel', 'confirm'] as const
).map((endpoint) => [endpoint, 'duplicate ids']);

export interface Row {
  readonly endpoint: Endpoint;
  readonly fault: Fault;
  readonly outcome: Outcome;
}

export const ROWS: readonly Row[] = (Object.keys(TABLE) as Endpoint[]).flatMap((endpoint) =>
  (Object.keys(FAULTS) as Fault[]).flatMap((fault) => {
    const outcome = TABLE[endpoint][fault];
    return outcome ? [{ endpoint, fault, outcome }] : [];
  }),
);
