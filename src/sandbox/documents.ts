/** What the store holds, one type for each kind of document. */
import type { JsonObject } from './body.js';

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

export interface Attempt {
  readonly id: string;
  readonly ownerId: string;
  /** As of the last change: a pending one is over when its time is. */
  readonly status: 'pending' | 'authenticated' | 'error' | 'cancelled';
  readonly accountId: string | null;
  readonly error: { readonly code: string; readonly description: string | null } | null;
  readonly expiresAt: number;
}

/** An answer that is given again to the same submission. */
export interface Submission {
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
}
