/** What the store holds, one type for each kind of document. */
import type { JsonObject } from './body.js';
import type { SignedIn } from './sign-in/oauth.js';

/** Whose accounts: the customer at the host, and the user at work. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  readonly username: string | null;
}

export interface Session {
  readonly token: string;
  readonly id: number;
  readonly owner: Owner;
  /** In the wire's spelling; `null` is no filter. */
  readonly categories: readonly string[] | null;
  readonly provider: string | null;
  readonly integrationId: string | null;
  readonly accountId: string | null;
  readonly multiple: boolean;
  readonly label: string | null;
  readonly metadata: JsonObject | null;
  readonly type: 'production' | 'test';
  /** The origins whose pages may start a sign-in in a window. */
  readonly allowedOrigins: readonly string[];
  /** The host's page by which a sign-in comes back to it. */
  readonly returnUrl: string | null;
  readonly externalTriggerToken: string;
  /** Milliseconds since 1970, as everywhere in these documents. */
  readonly createdAt: number;
  /** `null` never ends. */
  readonly expiresAt: number | null;
}

/** Values by field key: any string is a key, so nothing here is read but by its own properties. */
export type Values = { readonly [key: string]: string };

export interface Account {
  readonly id: string;
  readonly owner: Owner;
  readonly integrationId: string;
  readonly provider: string;
  readonly providerName: string;
  readonly version: string;
  /** Only where the connector's configuration has the shape of old. */
  readonly legacy: { readonly configKey: string; readonly environment: string } | null;
  readonly plain: Values;
  /** The placeholders only: nothing here needs a secret once it was seen. */
  readonly secrets: Values;
  /** Who signed in at the provider, where that is known. */
  readonly signedInAs: string | null;
  readonly label: string | null;
  readonly metadata: JsonObject | null;
  readonly type: 'production' | 'test';
  readonly status: 'active' | 'inactive' | 'error';
  readonly statusReasons: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** How far the window has come, in the order in which it does. */
export const PHASES = [
  'created',
  'start_loaded',
  'start_loaded_no_opener',
  'at_provider',
  'callback_received',
  'awaiting_confirmation',
] as const;
export type Phase = (typeof PHASES)[number];

export interface Attempt {
  readonly id: string;
  readonly ownerId: string;
  /** As of the last change: a pending one is over when its time is. */
  readonly status: 'pending' | 'authenticated' | 'error' | 'cancelled';
  readonly phase: Phase;
  readonly accountId: string | null;
  readonly error: { readonly code: string; readonly description: string | null } | null;
  readonly expiresAt: number;
  /** Whether its window starts on the start page, and not with an address that brings everything along. */
  readonly hasStartPage: boolean;
  /** Whether its window has gone on from the start page: it does so once. */
  readonly begun: boolean;
  /** What it is for, until it is over; of a window without a start page once that is there. */
  readonly plan: Plan | null;
  /** What the hub has to confirm before the attempt can end. */
  readonly question: Question | null;
}

/** What a sign-in is for. */
export interface Plan {
  /** Of the session, which may end before the sign-in does. */
  readonly token: string;
  readonly integrationId: string;
  readonly credentials: Values;
  /** The account to sign in to again, where the hub named it. */
  readonly accountId: string | null;
  /** S256 of the verifier that the page has which began; `null` where no one promised to have it. */
  readonly challenge: string | null;
  readonly allowedOrigins: readonly string[];
  readonly returnUrl: string | null;
  /** Whether another account than the one that is there waits for a word of the hub. */
  readonly asks: boolean;
}

/** A sign-in at the provider, by its state: whoever comes back with that comes back from there. */
export interface Authorization {
  readonly attemptId: string;
  readonly integrationId: string;
  readonly codeVerifier: string;
  readonly way: Way;
}

/** What proves at the callback that the sign-in ends where it began. */
export type Way =
  /** Nothing: the plain contract has no proof. Goes on to the address that the window brought. */
  | { readonly kind: 'none'; readonly redirectUri: string | null }
  /** The cookie that the start page got for the verifier. */
  | { readonly kind: 'cookie'; readonly value: string }
  /** The hub's page, which hears of it on its own origin and has the verifier. */
  | { readonly kind: 'return'; readonly url: string };

/** What has to be confirmed, with what it takes to go on. */
export type Question =
  | {
      readonly kind: 'came_back';
      readonly confirm: string;
      readonly callbackUrl: string;
      readonly state: string;
      readonly codeVerifier: string;
    }
  | {
      readonly kind: 'another_account';
      readonly signedIn: SignedIn;
      readonly insteadOf: string;
    };

/** An account's tokens: a document of their own, so that no answer can hold them by mistake. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly expiresAt: number | null;
}

/** An answer that is given again to the same submission. */
export interface Submission {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
}
