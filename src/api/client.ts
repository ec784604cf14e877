/** The calls of the contract, one method each. */
import { normalizedCategory } from '../contract/categories.js';
import { isLocale } from '../contract/options.js';
import { idSegment } from './address.js';
import type { Connector } from './model.js';
import { createSend, type RequestOptions } from './request.js';
import { shown } from './shown.js';
import * as wire from './schemas.js';

const SECONDS = 1000;

export interface Credentials {
  readonly integrationId: string;
  /** The credentials as JSON text, in the order of the fields: an object literal would reorder keys like `1`. */
  readonly credentials: string;
  readonly idempotencyKey?: string | undefined;
}

const body = ({ integrationId, credentials }: Credentials): string =>
  `{"integration_id":${JSON.stringify(integrationId)},"credentials":${credentials}}`;

/**
 * The sign-in came back to this page's origin (`confirm`), or another account may take the place of the one that is
 * there (`replace`); the verifier shows that this page began it.
 */
export type Confirmation =
  | { readonly confirm: string; readonly verifier: string }
  | { readonly replace: true; readonly verifier?: string | undefined };

/** A sign-in at the provider. */
export interface NewAttempt {
  /** What the server takes where it announces `attempt_start_url`. */
  readonly details?: AttemptDetails;
  readonly idempotencyKey?: string | undefined;
}

export interface AttemptDetails extends Omit<Credentials, 'idempotencyKey'> {
  /** The account that is signed in to again. */
  readonly accountId?: string | undefined;
  /** By which the window that is open already finds its attempt. */
  readonly nonce: string;
  readonly challenge?: string | undefined;
}

function attemptBody(token: string, details: AttemptDetails | undefined): string {
  if (!details) return withToken(token);
  const { integrationId, credentials, accountId, nonce, challenge } = details;
  const rest = JSON.stringify({
    token,
    integration_id: integrationId,
    account_id: accountId,
    nonce,
    challenge,
  });
  return `${rest.slice(0, -1)},"credentials":${credentials}}`;
}

/** A header can name several: then nobody knows which text is in which. */
const languageIn = (header: string): string | undefined => (isLocale(header) ? header : undefined);

const withToken = (token: string): string => JSON.stringify({ token });

export type Client = ReturnType<typeof createClient>;

export function createClient(options: RequestOptions) {
  const send = createSend(options);
  const read = { method: 'GET', kind: 'read', timeout: 15 * SECONDS } as const;
  const authenticate = {
    method: 'POST',
    kind: 'read',
    timeout: 15 * SECONDS,
    path: '/connect_sessions/authenticate',
    body: withToken,
    schema: wire.ConnectSession,
  } as const;

  return {
    /** The session behind the token in use. */
    session: async () => send({ ...authenticate, token: await options.tokens.current() }),

    /** The session behind a token that is not in use yet. */
    inspect: (token: string) => send({ ...authenticate, token }),

    settings: () => send({ ...read, path: '/hub/settings', schema: wire.Settings }),

    connectors: () => send({ ...read, path: '/hub/connectors', schema: wire.ConnectorList }),

    /** With the language that its texts are in, where the server says. */
    connector: async (id: string) => {
      let language: string | undefined;
      const details = await send({
        ...read,
        path: `/hub/connectors/${idSegment(id)}`,
        schema: wire.ConnectorDetails,
        onHeaders: (headers) => {
          language = languageIn(headers.get('content-language') ?? '');
        },
      });
      return { ...details, language };
    },

    account: (id: string) =>
      send({ ...read, path: `/hub/accounts/${idSegment(id)}`, schema: wire.AccountData }),

    createAccount: (credentials: Credentials) =>
      send({
        method: 'POST',
        kind: 'write',
        timeout: 60 * SECONDS,
        path: '/hub/accounts',
        body: body(credentials),
        schema: wire.AccountCreated,
        idempotencyKey: credentials.idempotencyKey,
      }),

    updateAccount: (id: string, credentials: Credentials) =>
      send({
        method: 'PATCH',
        kind: 'write',
        timeout: 60 * SECONDS,
        path: `/hub/accounts/${idSegment(id)}`,
        body: body(credentials),
      }),

    createAttempt: ({ details, idempotencyKey }: NewAttempt) =>
      send({
        method: 'POST',
        kind: 'write',
        timeout: 20 * SECONDS,
        path: '/hub/connection_attempts',
        body: (token) => attemptBody(token, details),
        schema: wire.AttemptCreated,
        idempotencyKey,
      }),

    /** One look at an attempt; the caller's polling is the retry. */
    attempt: (id: string) =>
      send({
        method: 'GET',
        kind: 'poll',
        timeout: 10 * SECONDS,
        path: `/hub/connection_attempts/${idSegment(id)}`,
        schema: wire.Attempt,
      }),

    /** The word that an attempt waits for. */
    confirmAttempt: (id: string, word: Confirmation) =>
      send({
        method: 'POST',
        kind: 'write',
        timeout: 20 * SECONDS,
        path: `/hub/connection_attempts/${idSegment(id)}/confirm`,
        body: JSON.stringify(word),
      }),

    cancelAttempt: (id: string) =>
      send({
        method: 'DELETE',
        kind: 'write',
        timeout: 5 * SECONDS,
        path: `/hub/connection_attempts/${idSegment(id)}`,
      }),
  };
}

const MAX_NAME = 120;

/** The list's items under the hub's own words, inactive ones and repeated ids left out. */
export function toConnectors(list: wire.ConnectorList): readonly Connector[] {
  const seen = new Set<string>();
  return list.integrations.flatMap((integration) => {
    const id = integration.integration_id;
    if (!integration.active || seen.has(id)) return [];
    seen.add(id);
    return [
      {
        id,
        name: shown(integration.name, MAX_NAME) || shown(integration.provider || id, MAX_NAME),
        provider: integration.provider,
        category: shown(normalizedCategory(integration.type), MAX_NAME),
        version: integration.version ?? undefined,
        configKey: integration.authentication_config_key ?? undefined,
        environment: integration.environment ?? undefined,
        logoUrl: integration.logo_url ?? undefined,
        accountIds: (integration.connected ?? []).map(({ account_id }) => account_id),
      },
    ];
  });
}
